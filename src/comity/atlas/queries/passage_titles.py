"""What facts are called, by their places: for lists that know the places alone. One query, however many."""

from __future__ import annotations

from collections.abc import Collection

from comity.atlas.models import Passage


def passage_titles(places: Collection[str]) -> dict[str, str]:
    """The titles of the current facts at places such as “countries/ge/powers.16.0”; nothing for what is not there."""
    pairs = [place.rpartition("/") for place in places]
    if not pairs:
        return {}
    packs, ways = {pack for pack, _, _ in pairs}, {way for _, _, way in pairs}
    rows = Passage.objects.filter(pack__current=True, pack__name__in=packs, place__in=ways)
    found = {f"{pack}/{way}": title for pack, way, title in rows.values_list("pack__name", "place", "title")}
    return {place: found[place] for place in places if place in found}
