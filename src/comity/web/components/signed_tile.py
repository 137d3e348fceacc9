"""Who signed what arrived, as the verdict's tile; what carries no signature has one too, lest anybody overlook it."""

from __future__ import annotations

from comity.casework.rules.arrival.reading import Medium, Reading
from comity.documents.rules.verification import Verdict
from comity.kernel.words import say
from comity.web.components.status import Tone
from comity.web.components.verdict import VerdictTile, verdict_tile


def signed_tile(reading: Reading) -> VerdictTile:
    """The tile of a reading."""
    if reading.signed:
        return verdict_tile(Verdict(reading.signed.verdict))
    if reading.medium is Medium.TYPED:
        return VerdictTile(
            say("Typed in by hand"),
            "pencil",
            Tone.CAUTION,
            say("Nothing proves who asked. Confirm it by a way that you trust before you act on it."),
        )
    return VerdictTile(
        say("No signature"),
        "file-unknown",
        Tone.CAUTION,
        say("Anybody could have written it. Ask for the signed letter before you act on it."),
    )
