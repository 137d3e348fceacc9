"""What becomes of a pack that a country signed: the new version here, an offer to compare, or nothing new."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from comity.kernel.country import CountryCode
from comity.upkeep.rules.refused_pack import PackRefused
from comity.upkeep.rules.signed_pack import PackFile
from comity.upkeep.rules.signer import Signer


class Outcome(StrEnum):
    """What an import did, or would do."""

    PUBLISHED = "published"
    OFFERED = "offered"
    SAME = "same"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Standing:
    """The version here. `newest` is the highest number that came from outside: numbers of edits here are not counted,
    since nobody else knows them. `earlier` are the digests of versions that were replaced."""

    version: int
    digest: str
    edited: bool
    newest: int
    earlier: Collection[str] = ()


def outcome(pack: PackFile, digest: str, here: Standing | None) -> Outcome:
    """What becomes of `pack`, whose facts give `digest` here. Raises PackRefused for a version older than what is
    known here: whoever replays an old file must not take a country's facts back."""
    if here is None:
        return Outcome.PUBLISHED
    if digest == here.digest:
        return Outcome.SAME
    version = pack.label.version
    if version < here.newest or digest in here.earlier:
        stands = f"version {here.version}, edited here" if here.edited else f"version {here.version}"
        raise PackRefused(
            f"The file holds version {version} of {pack.name}, and this node has had a newer one ({stands} now). "
            f"Nothing was changed. Ask {pack.country.in_sentence} for its newest file; to go back on purpose, propose "
            "an edit."
        )
    return Outcome.OFFERED if here.edited or version == here.newest else Outcome.PUBLISHED


@dataclass(frozen=True, slots=True)
class PackArrival:
    """What an import found and did. `offer` is the number of the offer that waits; `decided_at` when it was decided."""

    outcome: Outcome
    country: CountryCode
    pack: str
    version: int
    digest: str
    signer: Signer
    signed_at: datetime | None
    differences: int
    offer: int | None = None
    decided_at: datetime | None = None
    only_checked: bool = False

    @property
    def sentence(self) -> str:
        """What happened, or would, for whoever brought the file."""
        what = f"ersion {self.version} of {self.country.in_sentence}"
        facts = f"{self.differences} difference{'' if self.differences == 1 else 's'}"
        match self.outcome:
            case Outcome.SAME:
                return f"Nothing new: v{what} stands here already, fact for fact."
            case Outcome.KNOWN if self.decided_at:
                return f"Nothing new: v{what} was compared here and decided on {self.decided_at:%Y-%m-%d}."
            case Outcome.KNOWN:
                return f"Nothing new: v{what} waits here already, for editors to compare."
            case Outcome.OFFERED:
                waits = "would wait" if self.only_checked else "waits"
                return (
                    f"V{what} differs from what stands here ({facts}) and {waits} as an offer, for editors to compare. "
                    "Nothing has changed."
                )
            case _:
                verb = "would become" if self.only_checked else "is now"
                return f"V{what} {verb} what this node works with ({facts})."
