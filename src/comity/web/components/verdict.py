"""How the verdict on a PDF is drawn, and what its reader should do next. The verdict itself is made elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from comity.documents.rules.verification import Verdict
from comity.kernel.words import noted, say
from comity.web.components.status import Tone


@dataclass(frozen=True, slots=True)
class VerdictTile:
    label: str
    icon: str
    tone: Tone
    advice: str


def verdict_tile(verdict: Verdict) -> VerdictTile:
    """The tile of a verdict: only WHOLE is green."""
    icon, tone, advice = _LOOKS[verdict]
    return VerdictTile(say(verdict.label), icon, tone, say(advice))


_LOOKS = {
    Verdict.WHOLE: ("shield-check", Tone.GOOD, noted("You can work with it. Compare who signed with whom you expect.")),
    Verdict.CHANGED: (
        "shield-x",
        Tone.STOP,
        noted("Do not act on it. Ask the sender for the file as it was signed, by another way than it came."),
    ),
    Verdict.UNSIGNED: (
        "file-unknown",
        Tone.CAUTION,
        noted("Take it for a draft or a copy. Ask the sender for the signed file before you act on it."),
    ),
    Verdict.UNREADABLE: ("file-off", Tone.STOP, noted("Nothing can be said about it. Ask the sender for it again.")),
    Verdict.UNKNOWN_SIGNER: (
        "shield-question",
        Tone.CAUTION,
        noted("Confirm the fingerprint with the authority by telephone, at a number you did not take from this file."),
    ),
}
