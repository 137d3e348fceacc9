"""Every country to choose from: those that the atlas describes first, then those it knows, then the rest."""

from __future__ import annotations

from functools import lru_cache

import pycountry

from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country_words import country_words
from comity.kernel.words import say, spoken
from comity.web.components.choices import Grouped, country_choices


def all_countries(snapshot: Snapshot) -> Grouped:
    """Groups for a select, with names in alphabetical order of the language spoken here."""
    return _all_countries(snapshot, spoken())


@lru_cache(maxsize=18)
def _all_countries(snapshot: Snapshot, _language: str) -> Grouped:
    """Kept for each language: two snapshots, nine languages."""
    groups = country_choices(snapshot)
    known = {code for _, choices in groups for code, _ in choices}
    codes = {country.alpha_2 for country in pycountry.countries} - known
    others = sorted(((code, country_words(code)) for code in codes), key=lambda choice: choice[1])
    return [*groups, (say("Others"), others)]
