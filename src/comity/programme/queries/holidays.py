"""Public holidays by country, as the clocks of casework know them: by the library that each country's pack names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.rules.clocks.days_off import holiday_name


def node_holidays() -> Callable[[str, date], str]:
    """The English name of a country's holiday on a day; empty for none, and where the country's are not known here."""
    countries = node_snapshot().countries

    def named(code: str, day: date) -> str:
        pack = countries.get(code)
        return holiday_name((pack.country.holidays or "") if pack else code, day)

    return named
