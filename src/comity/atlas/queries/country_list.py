"""The list of countries: every one that the packs know of, described article by article or by its treaties only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.country import exists, last_checked, standing_word
from comity.atlas.rules.packs.consistency import CONVENTION
from comity.atlas.rules.packs.instrument import Membership
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.timeline import Finding
from comity.kernel.country import CountryCode


@dataclass(frozen=True, slots=True)
class CountryLine:
    """A country in a list: its standing towards the Convention, how many instruments bind it, how many of its
    authorities exist on the day; `described` is False where no pack describes it, whose first language is
    then not known."""

    code: str
    name: str
    language: str
    convention: str
    instruments: int
    described: bool
    authorities: int
    powers: int
    checked: date | None


def country_lines(snapshot: Snapshot, day: date) -> list[CountryLine]:
    """Every country that the packs know of, by name."""
    known = {code for pack in snapshot.instruments.values() for code in pack.parties} | set(snapshot.countries)
    lines = [_line(snapshot, CountryCode(code), day) for code in known]
    return sorted(lines, key=lambda line: line.name)


def _line(snapshot: Snapshot, code: CountryCode, day: date) -> CountryLine:
    law, pack = snapshot.on(day), snapshot.countries.get(code)
    standing = law.membership(CONVENTION, code) if CONVENTION in snapshot.instruments else Finding[Membership](None)
    return CountryLine(
        code=code,
        name=pack.country.name if pack else code.english_name,
        language=pack.country.languages[0] if pack else "",
        convention=standing_word(standing),
        instruments=sum(law.membership(name, code).value is Membership.PARTY for name in snapshot.instruments),
        described=pack is not None,
        authorities=sum(exists(authority, day) for authority in pack.authorities) if pack else 0,
        powers=len(pack.powers) if pack else 0,
        checked=last_checked(pack) if pack else None,
    )
