"""Where a passage of the atlas is read: on the page of what it is about, else among the facts of its pack."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse

from comity.atlas.rules.passage_sort import Sort

_COUNTRY = {
    Sort.COUNTRY: "",
    Sort.AUTHORITY: "#authorities",
    Sort.POWER: "#powers",
    Sort.OBSERVATION: "#observations",
}
_INSTRUMENT = {Sort.INSTRUMENT: "", Sort.PARTY: "#parties", Sort.STATEMENT: "#declarations"}


def passage_address(sort: Sort, pack: str, place: str, subject: str) -> str:
    """The address of the passage at `place` in `pack`, which is about `subject`."""
    if sort in _COUNTRY:
        return reverse("country", args=[subject]) + _COUNTRY[sort]
    if sort in _INSTRUMENT:
        return reverse("instrument", args=[subject]) + _INSTRUMENT[sort]
    if sort is Sort.ARTICLE:
        return f"{reverse('instrument', args=[subject])}#article-{place.partition('articles.')[2]}"
    if sort is Sort.PROVIDER and (page := _page("provider", subject)):
        return page
    return among_facts(pack, place)


def among_facts(pack: str, place: str) -> str:
    """Where the fact stands among all those of its pack: for every sort, and for as long as the place is there."""
    return f"{reverse('atlas-pack', args=[pack])}#{place}"


def _page(route: str, *names: str) -> str:
    """Its address; empty where this node has no such page."""
    try:
        return reverse(route, args=names)
    except NoReverseMatch:
        return ""
