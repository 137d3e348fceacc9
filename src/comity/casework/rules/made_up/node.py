"""The made-up node: case after case, request after request, evenly over some years. One seed, one past.

Pure: gives plain values; who writes them down gives the numbers of rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random
from uuid import NAMESPACE_OID, uuid5

from comity.casework.rules.declaration import Lifecycle
from comity.casework.rules.direction import Direction
from comity.casework.rules.made_up.contents import Named, content, identifiers
from comity.casework.rules.made_up.request import MadeUp
from comity.casework.rules.made_up.step import Told
from comity.casework.rules.made_up.story import story
from comity.casework.rules.made_up.words import COUNTRIES, case_title
from comity.casework.rules.registry import kind, kinds
from comity.casework.rules.zones import zone_of
from comity.kernel.country import CountryCode
from comity.kernel.digest import Digest, canonical_json
from comity.kernel.reference import Reference

_CASES_AT_WORK = 400
_NEW_CASE = 0.25
_RESTRICTED = 0.02
_INCOMING = 0.4
_URGENT = 0.15
_USUAL = {"preservation": 10, "extension": 8, "mla-subscriber": 5, "mla-stored-data": 4}
"""How often a kind is asked for; kinds not named here, once."""


@dataclass(frozen=True, slots=True)
class MadeUpCase:
    """A case that begins with the request beside it."""

    reference: str
    title: str
    summary: str
    restricted: bool
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class Written:
    """One request with all that belongs to it; `case` only where it opens one. `follows` is its predecessor."""

    made: MadeUp
    named: Named
    urgent: bool
    told: list[Told]
    case: MadeUpCase | None


class Past:
    """`references` continues the counters of the node, by prefix and year."""

    def __init__(self, *, seed: int, country: str, prefix: str, references: Counter[tuple[str, int]]) -> None:
        self._random = Random(seed)  # noqa: S311 (invents, protects nothing)
        self._country = country
        self._prefix = prefix
        self.references = references
        self._zones = {
            code: zone_of(CountryCode(code), datetime(2026, 1, 1, tzinfo=UTC)) for code in (*COUNTRIES, country)
        }
        self._at_work: list[str] = []
        self._last: dict[str, tuple[str, str]] = {}

    def requests(self, count: int, start: datetime, now: datetime) -> Iterator[Written]:
        """`count` requests, born between `start` and `now`, in the order of their birth."""
        between = (now - start) / count
        for number in range(count):
            yield self._one(number, start + between * number, now)

    def _one(self, number: int, born: datetime, now: datetime) -> Written:
        random = self._random
        case = self._new_case(number, born) if not self._at_work or random.random() < _NEW_CASE else None
        reference = case.reference if case else random.choice(self._at_work)
        direction = Direction.INCOMING if random.random() < _INCOMING else Direction.OUTGOING
        counterpart = random.choices(COUNTRIES, range(len(COUNTRIES), 0, -1))[0]
        before, before_kind = self._last.get(reference, ("", ""))
        possible, weights = _possible(before_kind)
        name = random.choices(possible, weights)[0]
        declared = kind(name)
        follows = before if before_kind in declared.follows else ""
        urgent = random.random() < _URGENT
        named = identifiers(random)
        requested = counterpart if direction is Direction.OUTGOING else self._country
        said = content(
            random,
            name,
            day=born.date(),
            requesting=self._country if direction is Direction.OUTGOING else counterpart,
            requested=requested,
            urgent=urgent,
            named=named,
        )
        written = canonical_json(said)
        ticket = self._next(self._prefix, born.year)
        made = MadeUp(
            reference=ticket,
            case=reference,
            kind=name,
            direction=direction,
            counterpart=counterpart,
            zone=self._zones[requested],
            content=said,
            written=written.decode(),
            digest=Digest.of(written),
            born=born,
            follows=follows,
            document=uuid5(NAMESPACE_OID, ticket),
            preserves=declared.preserves,
            expects_answer=declared.lifecycle is Lifecycle.REQUEST,
            patience=0.3 if urgent else 1.0,
        )
        self._last[reference] = (made.reference, name)
        return Written(made, named, urgent, story(random, made, now), case)

    def _new_case(self, number: int, born: datetime) -> MadeUpCase:
        random = self._random
        case = MadeUpCase(
            self._next("CASE", born.year),
            case_title(random, number),
            "",
            random.random() < _RESTRICTED,
            born - timedelta(hours=1),
        )
        if len(self._at_work) < _CASES_AT_WORK:
            self._at_work.append(case.reference)
        else:
            place = random.randrange(_CASES_AT_WORK)
            self._last.pop(self._at_work[place], None)
            self._at_work[place] = case.reference
        return case

    def _next(self, prefix: str, year: int) -> str:
        self.references[prefix, year] += 1
        return str(Reference(prefix, year, self.references[prefix, year]))


@cache
def _possible(before: str) -> tuple[list[str], list[int]]:
    """Kinds that may come next in a case, with their weights: what must follow something, only where it can."""
    names = [name for name, one in kinds().items() if not one.must_follow or before in one.follows]
    return names, [_USUAL.get(name, 1) for name in names]
