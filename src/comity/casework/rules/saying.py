"""How the words of a declaration are said on paper: taken apart where only a part differs from language to language.

In English every function gives back what it was given. Says what is printed, and nothing of forms on pages.
"""

from __future__ import annotations

import re

from comity.casework.rules.blocks.grounds import INSTRUMENTS
from comity.kernel.cldr import country_name, listed
from comity.kernel.country import CountryCode, is_country
from comity.kernel.sayable import Sayable, said
from comity.kernel.words import say, spoken

_ARTICLE = re.compile(r"Article (?P<number>\d+(?:\([0-9a-z]+\))*)(?:, (?P<instrument>\w+ \d+))?\Z")
_FIELD = re.compile(r"(?P<document>T-CY\(\d+\)\d+), field (?P<number>\d+)\Z")
_SERIES = re.compile(r"(?P<series>C?ETS) (?P<number>\d+)\Z")
_CITED = re.compile(r"(?P<words>.+) \((?P<article>Article [^ ]+)\)\Z")
_GROUND = re.compile(
    rf"(?P<instrument>{'|'.join(map(re.escape, INSTRUMENTS.values()))})"
    r"(?:, (?P<article>Article [^ :]+))?: (?P<says>.+)\Z"
)
_TREATY = re.compile(r"(?P<name>.+), Articles? (?P<numbers>\d[^ ]*(?:, \d[^ ]*)*(?: and \d[^ ]*)?)\Z")


def article(words: str) -> str:
    """“Article 29(2)(a)”, “Article 9(1), CETS 224”, “T-CY(2018)11, field 5”; else as a sentence of its own."""
    found = _ARTICLE.match(words)
    if not found:
        if field := _FIELD.match(words):
            return say("{document}, field {number}", document=field["document"], number=field["number"])
        return say(words) if words else ""
    words = say("Article {number}", number=found["number"])
    return f"{words}, {instrument(found['instrument'])}" if found["instrument"] else words


def instrument(name: str) -> str:
    """“CETS 224”: the series' abbreviation differs, its number does not. Other instruments by their names."""
    found = _SERIES.match(name)
    if not found:
        return say(name)
    if found["series"] == "CETS":
        return say("CETS {number}", number=found["number"])
    return say("ETS {number}", number=found["number"])


def choice(label: str) -> str:
    """A box's words: a ground with its instrument, words with their article, or plain words; what law's packs say, as
    it was made."""
    if isinstance(label, Sayable):
        return said(label)
    if ground := _GROUND.match(label):
        where = ", ".join(filter(None, (instrument(ground["instrument"]), article(ground["article"] or ""))))
        return named(where, "; ".join(say(part) for part in ground["says"].split("; ")))
    if cited := _CITED.match(label):
        return f"{say(cited['words'])} ({article(cited['article'])})"
    return say(label)


def named(name: str, value: str) -> str:
    """“IP address: 203.0.113.45”: a name and what it stands before, with the language's own colon."""
    return say("{name}: {value}", name=name, value=value)


def treaty(words: str) -> str:
    """The treaty that a letter rests on: its title where the node knows it, and its articles; else as it was typed."""
    found = _TREATY.match(words)
    if not found:
        return say(words)
    numbers = re.split(r", | and ", found["numbers"])
    if len(numbers) == 1:
        return f"{say(found['name'])}, {article(f'Article {numbers[0]}')}"
    return f"{say(found['name'])}, {say('Articles {numbers}', numbers=listed(numbers, spoken()))}"


def signed_for(side: str) -> str:
    """“For the requesting authority”, above the signature of the side whose title is `side`."""
    return say(f"For the {side[:1].lower()}{side[1:]}")


def country(code: str) -> str:
    """The country's name; what is no code stands as it is."""
    return country_name(CountryCode(code), spoken()) if is_country(code) else code
