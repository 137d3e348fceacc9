"""Every country to choose from: those that the atlas describes first, then those it knows, then the rest."""

from __future__ import annotations

from functools import lru_cache

import pycountry

from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.web.components.choices import Grouped, country_choices


@lru_cache(maxsize=4)
def all_countries(snapshot: Snapshot) -> Grouped:
    """Groups for a select, with names in alphabetical order."""
    groups = country_choices(snapshot)
    known = {code for _, choices in groups for code, _ in choices}
    codes = {country.alpha_2 for country in pycountry.countries} - known
    others = sorted(((code, CountryCode(code).english_name) for code in codes), key=lambda choice: choice[1])
    return [*groups, ("Others", others)]
