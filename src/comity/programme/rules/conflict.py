"""What stands in the way of an activity's days: others at the same time, and public holidays. Only exact days collide:
what is known to the month can still move."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from comity.kernel.country import CountryCode
from comity.programme.rules.activity import ActivityState, Precision

LONGEST = timedelta(days=31)
"""Of what takes longer, a study for example, holidays are no hindrance: our judgement."""


class ConflictKind(StrEnum):
    """Who or what is wanted twice, or away."""

    ORGANISER = "organiser"
    COUNTRY = "country"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class Occasion:
    """What of an activity can collide; `countries` with the host among them."""

    project: str
    code: str
    title: str
    state: ActivityState
    precision: Precision
    starts: date
    ends: date
    countries: frozenset[str]
    organisers: frozenset[str]

    @property
    def fixed(self) -> bool:
        """Whether its days are exact and still matter."""
        return self.precision is Precision.DAY and self.state.is_open


@dataclass(frozen=True, slots=True)
class Conflict:
    """`project` and `code` are those of the other activity; empty for a holiday."""

    kind: ConflictKind
    sentence: str
    project: str = ""
    code: str = ""


Holiday = Callable[[str, date], str]
"""The name of a country's public holiday on a day; empty for none."""


def conflicts(one: Occasion, others: Iterable[Occasion], holiday: Holiday) -> tuple[Conflict, ...]:
    """Those of `one`, the same organisers first, holidays last."""
    if not one.fixed:
        return ()
    near = [other for other in others if _collides(one, other)]
    return (*_organisers(one, near), *_countries(one, near), *_holidays(one, holiday))


def _collides(one: Occasion, other: Occasion) -> bool:
    same = (one.project, one.code) == (other.project, other.code)
    return not same and other.fixed and one.starts <= other.ends and other.starts <= one.ends


def _organisers(one: Occasion, near: list[Occasion]) -> Iterable[Conflict]:
    own = {name.casefold() for name in one.organisers}
    for other in near:
        shared = sorted(name for name in other.organisers if name.casefold() in own)
        if shared:
            sentence = f"{' and '.join(shared)} also organise{'s' if len(shared) == 1 else ''} “{other.title}”"
            yield Conflict(ConflictKind.ORGANISER, f"{sentence} then.", other.project, other.code)


def _countries(one: Occasion, near: list[Occasion]) -> Iterable[Conflict]:
    for other in near:
        shared = sorted(CountryCode(code).english_name for code in one.countries & other.countries)
        if shared:
            verb = "is" if len(shared) == 1 else "are"
            sentence = f"{_listed(shared)} {verb} wanted in “{other.title}” at the same time."
            yield Conflict(ConflictKind.COUNTRY, sentence, other.project, other.code)


def _holidays(one: Occasion, holiday: Holiday) -> Iterable[Conflict]:
    if one.ends - one.starts >= LONGEST:
        return
    day = one.starts
    while day <= one.ends:
        for code in sorted(one.countries):
            if name := holiday(code, day):
                where = CountryCode(code).in_sentence
                yield Conflict(ConflictKind.HOLIDAY, f"{day.day} {day:%B %Y} is a public holiday in {where}: {name}.")
        day += timedelta(days=1)


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
