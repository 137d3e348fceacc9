"""What stands in the way of an activity's days: others at the same time, and public holidays. Only exact days collide:
what is known to the month can still move."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from comity.atlas.rules.packs.overview import Precision
from comity.kernel.cldr import listed
from comity.kernel.country_words import country_in_sentence, country_words
from comity.kernel.day_words import day_words
from comity.kernel.words import say, spoken
from comity.programme.rules.activity import ActivityState

LONGEST = timedelta(days=31)
"""Of what takes longer, a study for example, holidays are no hindrance: our judgement."""


class ConflictKind(StrEnum):
    """Who or what is wanted twice, or away."""

    TEAM = "team"
    ORGANISER = "organiser"
    COUNTRY = "country"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class Occasion:
    """What of an activity can collide; `countries` with the host among them; `teams` by project and title."""

    project: str
    code: str
    title: str
    state: ActivityState
    precision: Precision
    starts: date
    ends: date
    countries: frozenset[str]
    organisers: frozenset[str]
    teams: frozenset[tuple[str, str]] = frozenset()

    @property
    def fixed(self) -> bool:
        """Whether its days are exact and still matter."""
        return self.precision is Precision.DAY and self.state.is_open


@dataclass(frozen=True, slots=True)
class Conflict:
    """Of one other activity, whose codes are `project` and `code`, for all reasons at once; or of a holiday."""

    kinds: tuple[ConflictKind, ...]
    sentence: str
    project: str = ""
    code: str = ""


Holiday = Callable[[str, date], str]
"""The name of a country's public holiday on a day; empty for none."""


def conflicts(one: Occasion, others: Iterable[Occasion], holiday: Holiday) -> tuple[Conflict, ...]:
    """Those of `one`: other activities in their order, then holidays."""
    if not one.fixed:
        return ()
    clashes = (_clash(one, other) for other in others if _at_once(one, other))
    return (*filter(None, clashes), *_holidays(one, holiday))


def _at_once(one: Occasion, other: Occasion) -> bool:
    same = (one.project, one.code) == (other.project, other.code)
    return not same and other.fixed and one.starts <= other.ends and other.starts <= one.ends


def _clash(one: Occasion, other: Occasion) -> Conflict | None:
    own = {name.casefold() for name in one.organisers}
    organisers = sorted(name for name in other.organisers if name.casefold() in own)
    countries = sorted(country_words(code) for code in one.countries & other.countries)
    teams = sorted(title for _, title in one.teams & other.teams)
    found = [
        (ConflictKind.TEAM, teams),
        (ConflictKind.ORGANISER, organisers),
        (ConflictKind.COUNTRY, countries),
    ]
    reasons = [(kind, _reason(kind, listed(names, spoken()))[:300]) for kind, names in found if names]
    if not reasons:
        return None
    told = "; ".join(words for _, words in reasons)
    sentence = say("At the same time as “{title}”: {reasons}.", title=other.title, reasons=told)
    return Conflict(tuple(kind for kind, _ in reasons), sentence, other.project, other.code)


def _holidays(one: Occasion, holiday: Holiday) -> Iterable[Conflict]:
    if one.ends - one.starts >= LONGEST:
        return
    day = one.starts
    while day <= one.ends:
        for code in sorted(one.countries):
            if name := holiday(code, day):
                sentence = say(
                    "{day} is a public holiday in {country}: {name}.",
                    day=day_words(day),
                    country=country_in_sentence(code),
                    name=name,
                )
                yield Conflict((ConflictKind.HOLIDAY,), sentence)
        day += timedelta(days=1)


def _reason(kind: ConflictKind, names: str) -> str:
    if kind is ConflictKind.TEAM:
        return say("{names} would be at both", names=names)
    if kind is ConflictKind.ORGANISER:
        return say("{names} would organise both", names=names)
    return say("{names} would attend both", names=names)
