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
_OPTIONAL = {
    Sort.LEGAL: "country-legal",
    Sort.PROCEDURE: "country-procedures",
    Sort.PRACTICE: "country-practice",
    Sort.PROVIDER: "provider",
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
    return _if_there_is(sort, subject) or among_facts(pack, place)


def among_facts(pack: str, place: str) -> str:
    """Where the fact stands among all those of its pack: for every sort, and for as long as the place is there."""
    return f"{reverse('atlas-pack', args=[pack])}#{place}"


def _if_there_is(sort: Sort, subject: str) -> str:
    """On a page that only some nodes have; empty where this one has none."""
    if sort is Sort.TERM:
        page = _page("glossary")
        return page and f"{page}#{subject}"
    return _page(_OPTIONAL[sort], subject) if sort in _OPTIONAL else ""


def _page(route: str, *names: str) -> str:
    """Its address; empty where this node has no such page."""
    try:
        return reverse(route, args=names)
    except NoReverseMatch:
        return ""
