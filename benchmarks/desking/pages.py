"""Addresses that a working day opens, made from what a database holds: each time another one, so that no page is asked
for what was just read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

WORDS = ("observatory", "turbine", "suspect", "вложениями", "invoice mixer", "lighthouse or quarry", '"the only trace"')
COUNTRIES = ("UA", "MD", "FR", "LT", "US")
KINDS = ("preservation", "mla-subscriber", "interception")


@dataclass(frozen=True, slots=True)
class Known:
    """Some of what a database holds; `marks` are places all over the list of requests."""

    requests: list[str]
    cases: list[str]
    identifiers: list[str]
    marks: list[str]


Page = Callable[[Random, Known], str]

PAGES: dict[str, Page] = {
    "desk": lambda _random, _known: "/",
    "requests, first page": lambda _random, _known: "/requests/",
    "requests, some later page": lambda random, known: f"/requests/?after={random.choice(known.marks)}",
    "requests, open": lambda _random, _known: "/requests/?state=open",
    "requests, open, longest unchanged": lambda _random, _known: "/requests/?state=open&order=unchanged",
    "requests, of a country and kind": lambda random, _known: (
        f"/requests/?country={random.choice(COUNTRIES)}&kind={random.choice(KINDS)}"
    ),
    "requests, urgent, refused, incoming": lambda _random, _known: (
        "/requests/?urgent=yes&state=refused&direction=incoming"
    ),
    "requests, mine": lambda _random, _known: "/requests/?mine=yes",
    "requests, with words": lambda random, _known: f"/requests/?q={random.choice(WORDS)}",
    "search, words": lambda random, _known: f"/search/?q={random.choice(WORDS)}",
    "search, a reference": lambda random, known: f"/search/?q={random.choice(known.requests)}",
    "search, an identifier": lambda random, known: f"/search/?q={random.choice(known.identifiers)}",
    "cases": lambda _random, _known: "/cases/",
    "cases, with words": lambda random, _known: (
        f"/cases/?q={random.choice(('hospital', 'phishing harbour', 'wallet'))}"
    ),
    "a case": lambda random, known: f"/cases/{random.choice(known.cases)}/",
    "a request": lambda random, known: f"/requests/{random.choice(known.requests)}/",
    "a request's data": lambda random, known: f"/requests/{random.choice(known.requests)}/data/",
    "what runs out": lambda _random, _known: "/clocks/",
    "statistics": lambda _random, _known: "/statistics/",
}
