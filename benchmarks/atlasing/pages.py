"""Addresses that readers of the atlas open, each time another one, so that no page is asked for what was just read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

WORDS = ("preserv", "production order", "article 18 partial", "central authority", "prosecutor general", "24/7 network")
Page = Callable[[Random, Sequence[str]], str]


def _some(random: Random, codes: Sequence[str], number: int) -> str:
    return ",".join(random.sample(list(codes), min(number, len(codes))))


def _day(random: Random) -> str:
    return f"{random.randrange(2012, 2025)}-0{random.randrange(1, 10)}-15"


PAGES: dict[str, Page] = {
    "profile": lambda random, codes: f"/atlas/{random.choice(codes)}/",
    "profile on another day": lambda random, codes: f"/atlas/{random.choice(codes)}/?at={_day(random)}",
    "countries": lambda _random, _codes: "/atlas/",
    "comparison of six": lambda random, codes: f"/atlas/compare/?countries={_some(random, codes, 6)}",
    "state of play, six countries": lambda random, codes: f"/state-of-play/?countries={_some(random, codes, 6)}",
    "state of play, fifty countries": lambda random, codes: f"/state-of-play/?countries={_some(random, codes, 50)}",
    "instruments": lambda _random, _codes: "/atlas/instruments/",
    "an instrument": lambda random, _codes: f"/atlas/instruments/{random.choice(('ets185', 'cets224', 'ets30'))}/",
    "search, words": lambda random, _codes: f"/atlas/search/?q={random.choice(WORDS)}",
    "search, words of one sort": lambda random, _codes: f"/atlas/search/?q={random.choice(WORDS)}&sort=power&page=2",
    "search, a word of nearly every fact": lambda _random, _codes: "/atlas/search/?q=article",
    "search, a country and a word": lambda random, codes: f"/atlas/search/?q={random.choice(codes)} preserv",
    "open data": lambda _random, _codes: "/atlas/data/",
    "a pack as a page": lambda random, codes: f"/atlas/data/countries/{random.choice(codes).lower()}/",
    "a pack as JSON": lambda random, codes: f"/atlas/data/countries/{random.choice(codes).lower()}.json",
    "changes": lambda _random, _codes: "/atlas/changes/",
    "a country as linked data": lambda random, codes: f"/atlas/{random.choice(codes)}.jsonld",
}
