"""A pack's content as passages, one a fact, each with a title that says what it is of.

Walks whatever facts there are, so that a file that packs gain later is found, counted and published like the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from comity.atlas.rules.measure import Measure
from comity.atlas.rules.packs.country import Function, Topic
from comity.atlas.rules.packs.profile import Heading, Practice
from comity.atlas.rules.packs.provider import Asked
from comity.atlas.rules.passage import Fact, Passage, Path, is_fact, said
from comity.atlas.rules.passage_sort import Sort
from comity.kernel.country import CountryCode

EDITION = 1
"""To be raised with every change of what passages say: whoever keeps them makes them anew."""

POWERS = {
    "16": "preservation of stored computer data",
    "17": "preservation and partial disclosure of traffic data",
    "18": "production order",
    "19": "search and seizure of stored computer data",
    "20": "real-time collection of traffic data",
    "21": "interception of content data",
    "general-seizure": "ordinary search and seizure",
}
"""What the Convention's articles on powers are about."""


def passages(kind: str, content: Mapping[str, Any]) -> Iterator[Passage]:
    """Everything that a pack of this kind says, in the order of its content."""
    yield from _names(kind, content)
    if kind == "sources":
        for key, entry in content.get("sources", {}).items():
            yield Passage(("sources", key), Sort.SOURCE, str(entry["title"]), str(entry.get("address", "")), key)
        return
    for path, fact in facts(content):
        yield passage(kind, content, path, fact)


def facts(content: Any, path: Path = ()) -> Iterator[tuple[Path, Fact]]:
    """Every cited fact with its place, those within a fact after it."""
    if isinstance(content, Mapping):
        if is_fact(content):
            yield path, content
        for key, value in content.items():
            yield from facts(value, (*path, key))
    elif isinstance(content, list):
        for number, item in enumerate(content):
            yield from facts(item, (*path, number))


def passage(kind: str, content: Mapping[str, Any], path: Path, fact: Fact) -> Passage:
    """The fact that stands at `path`, or is to stand there, in words. Of what it is, only `content` tells."""
    describe = _OF_KIND.get(kind, _of_nothing_known)
    sort, title, subject, country = describe(content, path, fact)
    languages = len(path) > 1 and path[1] in {"request_languages", "languages"}
    return Passage(path, sort, title, said(fact, sort, languages=languages), subject, country, fact)


_Described = tuple[Sort, str, str, str]
"""Sort, title, subject, country."""


def _names(kind: str, content: Mapping[str, Any]) -> Iterator[Passage]:
    """What facts are about, by its name: so that it is found by it, and first."""
    if kind == "country" and (own := content.get("country")):
        code = str(own["code"])
        local = ", ".join(filter(None, (code, str(own.get("time_zone", "")))))
        yield Passage(("country",), Sort.COUNTRY, str(own["name"]), local, code, code)
    if kind == "instrument" and (own := content.get("instrument")):
        text = ", ".join(dict.fromkeys(filter(None, (own["title"], own["short"], own.get("reference")))))
        yield Passage(("instrument",), Sort.INSTRUMENT, str(own["short"]), text, str(own["id"]))
    if kind == "provider" and (own := content.get("provider")):
        yield Passage(("provider",), Sort.PROVIDER, str(own["name"]), "Service provider", str(own["id"]))


def _country(content: Mapping[str, Any], path: Path, fact: Fact) -> _Described:
    own = content["country"]
    code, name, first = str(own["code"]), str(own["name"]), path[0]
    key = str(path[1]) if len(path) > 1 else ""
    sort, what = {
        "powers": (Sort.POWER, _power(key)),
        "legal": (Sort.LEGAL, _article(key)),
        "observations": (Sort.OBSERVATION, _labelled(Topic, key)),
        "profile": (Sort.PROFILE, _labelled(Heading, key)),
        "practice": (Sort.PRACTICE, _labelled(Practice, key)),
        "procedures": (Sort.PROCEDURE, _labelled(Measure, key)),
        "authorities": (Sort.AUTHORITY, _authority(content, path, fact)),
    }.get(str(first), (Sort.COUNTRY, {"request_languages": "languages of requests", "about": "note"}.get(key, key)))
    title = what if sort is Sort.AUTHORITY else f"{name}: {what}"
    return sort, title, code, code


def _authority(content: Mapping[str, Any], path: Path, fact: Fact) -> str:
    own = content["authorities"][path[1]] if path[0] == "authorities" and len(path) > 1 else fact
    name = str(own.get("name", ""))
    part = path[2:3]
    if part == ("competences",):
        return f"{name}: {_labelled(Function, str(fact.get('value', '')))}"
    return f"{name}: exists under this name" if part else name


def _instrument(content: Mapping[str, Any], path: Path, fact: Fact) -> _Described:
    own = content["instrument"]
    name, short, first = str(own["id"]), str(own["short"]), path[0]
    if first in {"parties", "statements"}:
        code = CountryCode(str(path[1]))
        what = code.english_name if first == "parties" else f"{code.english_name}, {_numbered(fact.get('article', ''))}"
        return (Sort.PARTY if first == "parties" else Sort.STATEMENT), f"{short}: {what}", name, str(code)
    key = str(path[1]) if len(path) > 1 else ""
    if key == "articles":
        number = str(path[2])
        head = f"{short}, {_numbered(number)}" if number[:1].isdigit() else short
        return Sort.ARTICLE, f"{head}: {fact.get('title', '')}", name, ""
    if key == "clocks":
        return Sort.PERIOD, f"{short}, {_numbered(fact.get('article', ''))}: {fact.get('label', '')}", name, ""
    if key == "grounds":
        return Sort.GROUND, f"{short}, {_numbered(fact.get('article', ''))}", name, ""
    what = {"in_force": "in force", "everyone": "where no State is named"}.get(key, key)
    return Sort.INSTRUMENT, f"{short}: {what}", name, ""


def _provider(content: Mapping[str, Any], path: Path, fact: Fact) -> _Described:
    own = content["provider"]
    key = str(path[1]) if len(path) > 1 else ""
    what = f"accepts for {_labelled(Asked, str(path[2]))}" if key == "accepts" else key.replace("_", " ")
    return Sort.PROVIDER, f"{own['name']}: {what}", str(own["id"]), str(fact.get("country") or "")


def _glossary(_content: Mapping[str, Any], path: Path, fact: Fact) -> _Described:
    return Sort.TERM, str(fact.get("term", path[-1])), str(path[-1]), ""


def _questionnaire(content: Mapping[str, Any], path: Path, _fact: Fact) -> _Described:
    own = content["questionnaire"]
    return Sort.QUESTION, f"{own['title']}: {_of(own.get('sections', []), path[2:3], 'title')}", str(own["id"]), ""


def _recommendations(content: Mapping[str, Any], _path: Path, fact: Fact) -> _Described:
    own = content["recommendations"]
    return Sort.RECOMMENDATION, f"{own['title']}, {fact.get('number', '')}", str(own["id"]), ""


def _priorities(content: Mapping[str, Any], path: Path, fact: Fact) -> _Described:
    own = content["priorities"]
    return Sort.PRIORITY, str(fact.get("name") or _of(own["priorities"], path[2:3], "name")), str(own["id"]), ""


def _clocks(_content: Mapping[str, Any], _path: Path, fact: Fact) -> _Described:
    side: Fact = next(iter(fact.get("sides", {}).values()), {})
    return Sort.CLOCK, f"{side.get('title', fact.get('id', ''))}", str(fact.get("id", "")), ""


def _channels(content: Mapping[str, Any], path: Path, _fact: Fact) -> _Described:
    entry = content["channels"].get(path[1], {}) if len(path) > 1 else {}
    return Sort.CHANNEL, f"{entry.get('label', path[-1])}: how long it is expected to take", str(path[1]), ""


def _model_law(content: Mapping[str, Any], path: Path, _fact: Fact) -> _Described:
    about = "Article 15" if path[1] == "safeguards" else _numbered(path[2])
    return Sort.MODEL, f"Model elements, {about}", str(content["law"]["id"]), ""


def _project(content: Mapping[str, Any], path: Path, fact: Fact) -> _Described:
    own, key = content["project"], str(path[1])
    what = f"{key.removesuffix('s')} {fact['number']}" if "number" in fact else key
    return Sort.PROJECT, f"{own['name']}: {what}", str(own["id"]), ""


def _overview(content: Mapping[str, Any], path: Path, fact: Fact) -> _Described:
    own = content["overview"]
    return Sort.OVERVIEW, f"{own['title']}: {fact.get('title', path[1])}", str(own["id"]), ""


def _of_nothing_known(_content: Mapping[str, Any], path: Path, _fact: Fact) -> _Described:
    return Sort.SOURCE, ".".join(map(str, path)), "", ""


_OF_KIND = {
    "country": _country,
    "instrument": _instrument,
    "provider": _provider,
    "glossary": _glossary,
    "questionnaire": _questionnaire,
    "recommendations": _recommendations,
    "priorities": _priorities,
    "model-law": _model_law,
    "project": _project,
    "overview": _overview,
    "clocks": _clocks,
    "channels": _channels,
}


def _power(key: str) -> str:
    about = POWERS.get(key, "")
    return about if key == "general-seizure" else f"{_numbered(key)}{', ' * bool(about)}{about}"


def _article(key: str) -> str:
    instrument, _, number = key.partition(":")
    return f"{_numbered(number)} of {instrument.upper()}" if number else key


def _numbered(number: object) -> str:
    return f"Article {number}" if str(number)[:1].isdigit() else str(number)


def _labelled(words: Any, value: str) -> str:
    """The word's label; the word itself where this release does not know it."""
    try:
        return str(words(value).label)
    except ValueError:
        return value.replace("-", " ")


def _of(items: list[Any], place: Path, name: str) -> str:
    return str(items[int(place[0])][name]) if place and int(place[0]) < len(items) else ""
