"""What becomes of a pack that a country signed: the new version here, an offer to compare, or nothing new."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.words import say, say_count
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
        raise PackRefused(_older(pack, here))
    return Outcome.OFFERED if here.edited or version == here.newest else Outcome.PUBLISHED


def _older(pack: PackFile, here: Standing) -> str:
    places = {
        "version": pack.label.version,
        "pack": pack.name,
        "here": here.version,
        "country": country_in_sentence(pack.country),
    }
    if here.edited:
        return say(
            "The file holds version {version} of {pack}, and this node has had a newer one (version {here}, edited "
            "here now). Nothing was changed. Ask {country} for its newest file; to go back on purpose, propose an "
            "edit.",
            **places,
        )
    return say(
        "The file holds version {version} of {pack}, and this node has had a newer one (version {here} now). Nothing "
        "was changed. Ask {country} for its newest file; to go back on purpose, propose an edit.",
        **places,
    )


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
        places = {"version": self.version, "country": country_in_sentence(self.country)}
        match self.outcome:
            case Outcome.SAME:
                return say("Nothing new: version {version} of {country} stands here already, fact for fact.", **places)
            case Outcome.KNOWN if self.decided_at:
                return say(
                    "Nothing new: version {version} of {country} was compared here and decided on {day}.",
                    day=f"{self.decided_at:%Y-%m-%d}",
                    **places,
                )
            case Outcome.KNOWN:
                return say(
                    "Nothing new: version {version} of {country} waits here already, for editors to compare.", **places
                )
            case Outcome.OFFERED:
                return self._offered(places)
            case _:
                return self._published(places)

    def _offered(self, places: Mapping[str, object]) -> str:
        if self.only_checked:
            return say_count(
                "Version {version} of {country} differs from what stands here ({count} difference) and would wait as "
                "an offer, for editors to compare. Nothing has changed.",
                "Version {version} of {country} differs from what stands here ({count} differences) and would wait as "
                "an offer, for editors to compare. Nothing has changed.",
                self.differences,
                **places,
            )
        return say_count(
            "Version {version} of {country} differs from what stands here ({count} difference) and waits as an offer, "
            "for editors to compare. Nothing has changed.",
            "Version {version} of {country} differs from what stands here ({count} differences) and waits as an offer, "
            "for editors to compare. Nothing has changed.",
            self.differences,
            **places,
        )

    def _published(self, places: Mapping[str, object]) -> str:
        if self.only_checked:
            return say_count(
                "Version {version} of {country} would become what this node works with ({count} difference).",
                "Version {version} of {country} would become what this node works with ({count} differences).",
                self.differences,
                **places,
            )
        return say_count(
            "Version {version} of {country} is now what this node works with ({count} difference).",
            "Version {version} of {country} is now what this node works with ({count} differences).",
            self.differences,
            **places,
        )
