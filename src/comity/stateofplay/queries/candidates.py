"""Reforms that a country's gaps ask for: powers of the Convention in full, and the instruments it could join."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.reform import reform_view
from comity.atlas.queries.reform_phrases import predicate, whether
from comity.atlas.rules.edit import Edit, powers_named
from comity.atlas.rules.packs.consistency import GENERAL_SEIZURE
from comity.atlas.rules.packs.country import Level
from comity.atlas.rules.packs.instrument import InstrumentType, Membership
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.kernel.words import noted
from comity.routes.rules.footing import certain_value

PROPOSED = ("ets", "cets", "un")
"""Whose instruments are proposed: the Council of Europe's and the United Nations'. Others can be chosen by hand."""
NOT_KNOWN = noted("not known")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reform, what it would make so, and what is so today: “none”, “partial”, “signatory”, “not known”. `short` is
    the sentence without its subject, “has the power of Article 16 in full”; `whether` is what would have to be found
    out."""

    edit: Edit
    says: str
    short: str
    whether: str
    present: str

    @property
    def key(self) -> str:
        return str(self.edit)

    @property
    def known(self) -> bool:
        return self.present != NOT_KNOWN


def candidates(snapshot: Snapshot, country: CountryCode, day: date) -> tuple[Candidate, ...]:
    """The reforms, powers first, in the order of the articles. What is not known is among them, and says so: it may be
    law already."""
    return tuple(_powers(snapshot, country, day)) + tuple(_instruments(snapshot, country, day))


def candidate(snapshot: Snapshot, edit: Edit, day: date) -> Candidate:
    """Any reform, seen from what is so on `day`."""
    law = snapshot.on(day)
    value: Level | Membership | None
    if isinstance(edit.value, Membership):
        value = certain_value(law.membership(edit.target, edit.country))
    else:
        value = certain_value(law.power(edit.country, edit.target))
    says = reform_view(edit, snapshot).says
    return Candidate(edit, says, predicate(edit, snapshot), whether(edit, snapshot), _in_words(value))


def _powers(snapshot: Snapshot, country: CountryCode, day: date) -> Iterator[Candidate]:
    if country not in snapshot.countries:
        return
    for article in sorted(powers_named(snapshot) - {GENERAL_SEIZURE}, key=article_order):
        found = candidate(snapshot, Edit(country, article, Level.FULL, day), day)
        if found.present != Level.FULL:
            yield found


def _instruments(snapshot: Snapshot, country: CountryCode, day: date) -> Iterator[Candidate]:
    """A State that suspended or left an instrument has decided; what lacks is not proposed to it."""
    for name, pack in snapshot.instruments.items():
        proposed = name.startswith(PROPOSED) or pack.instrument.type is InstrumentType.PRINCIPLE
        if proposed and pack.instrument.bases:
            found = candidate(snapshot, Edit(country, name, Membership.PARTY, day), day)
            if found.present not in {Membership.PARTY.value, Membership.SUSPENDED.value}:
                yield found


def article_order(article: str) -> tuple[int, str]:
    """Articles by their number: 2 before 16."""
    number = "".join(sign for sign in article if sign.isdigit())
    return int(number or 0), article


def _in_words(value: Level | Membership | None) -> str:
    if value is None:
        return NOT_KNOWN
    return _NOT_PARTY if value is Membership.NONE else _PRESENT[value.value]


_NOT_PARTY = noted("not Party")
_PRESENT = {
    "full": noted("full"),
    "partial": noted("partial"),
    "none": noted("none"),
    "party": noted("party"),
    "signatory": noted("signatory"),
    "suspended": noted("suspended"),
}
