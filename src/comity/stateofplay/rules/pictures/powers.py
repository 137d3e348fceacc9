"""Powers per country, gaps per article, and the countries as tiles: three charts of one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from comity.kernel.sayable import said
from comity.kernel.words import noted, say, say_count
from comity.stateofplay.rules.pictures.picture import Drawing, Picture, Table, Tone, capital, listed, number
from comity.stateofplay.rules.powers import ARTICLES, SHORT, Known, PowerCell, Powers, is_gap

TONES = {Known.FULL: Tone.GOOD, Known.PARTIAL: Tone.PART, Known.NONE: Tone.GAP, Known.UNKNOWN: Tone.UNKNOWN}
_PLACES = {"BY": (1, 0), "MD": (0, 1), "UA": (1, 1), "GE": (2, 2), "AM": (2, 3), "AZ": (3, 3)}
"""Columns and rows of a scheme in which neighbours are near each other. It draws no border and says nothing of any."""
_ABREAST = 4
NOTE = noted("“Not known” is not “missing”: nothing certain is recorded for this day.")


def per_country(powers: Powers) -> Picture:
    """How many of the powers each country has: a bar a country."""
    counted = {name: _count(powers.of_country(code).values()) for code, name in powers.countries}
    full = sum(count[Known.FULL] == len(ARTICLES) for count in counted.values())
    return Picture(
        name="powers",
        title=_complete(full, len(counted)),
        words="; ".join(f"{name}: {_in_words(count)}" for name, count in counted.items()),
        values=_bars(counted),
        drawing=Drawing.BARS,
        table=_counts(say("Powers by country"), say("Country"), counted),
    )


def per_article(powers: Powers) -> Picture:
    """In how many countries each power is missing: a bar an article."""
    counted = {_short(article): _count(powers.of_article(article).values()) for article in ARTICLES}
    gaps = {article: sum(map(is_gap, powers.of_article(article).values())) for article in ARTICLES}
    most = max(gaps.values(), default=0)
    worst = [say("Article {article}", article=article) for article in ARTICLES if gaps[article] == most]
    return Picture(
        name="articles",
        title=(
            _most_missing(worst, most, len(powers.countries))
            if most
            else say("No gap in the powers of Articles 16 to 21 is recorded for this day")
        ),
        words="; ".join(f"{name}: {_in_words(count)}" for name, count in counted.items()),
        values=_bars(counted),
        drawing=Drawing.BARS,
        table=_counts(say("Gaps by article"), say("Article"), counted),
    )


def tiles(powers: Powers) -> Picture:
    """A tile a country, with how many powers lack."""
    told = {code: _tile(powers.of_country(code).values()) for code, _ in powers.countries}
    lacking = {code: len(powers.gaps(code)) for code, _ in powers.countries}
    most = max(lacking.values(), default=0)
    worst = [name for code, name in powers.countries if lacking[code] == most]
    rest = iter(range(len(powers.countries)))
    start = 4 if any(code in _PLACES for code in told) else 0
    values = []
    for code, name in powers.countries:
        column, row = _PLACES.get(code) or _place(next(rest), start)
        tone, word = told[code]
        meaning = said(_MEANINGS[tone])
        values.append({"name": name, "column": column, "row": row, "tone": tone, "meaning": meaning, "word": word})
    rows = tuple(
        (name, tuple(said(powers.cells[code, article].level.label) for article in ARTICLES))
        for code, name in powers.countries
    )
    return Picture(
        name="tiles",
        title=(
            say_count(
                "{worst} has most gaps in procedural powers: {some} of {whole}",
                "{worst} have most gaps in procedural powers: {some} of {whole}",
                len(worst),
                worst=listed(worst),
                some=number(most),
                whole=number(len(ARTICLES)),
            )
            if most
            else say("No gap in procedural powers is recorded for this day")
        ),
        words="; ".join(f"{name}: {told[code][1]}" for code, name in powers.countries),
        values=values,
        drawing=Drawing.TILES,
        table=Table(
            say("Powers of each country"),
            (say("Country"), *(say("Art. {article}", article=article) for article in ARTICLES)),
            rows,
            said(NOTE),
        ),
    )


def _complete(full: int, whole: int) -> str:
    if not full:
        return say("No country is known to have all powers of Articles 16 to 21 in full")
    return capital(
        say_count(
            "{some} of {whole} countries is known to have all powers of Articles 16 to 21 in full",
            "{some} of {whole} countries are known to have all powers of Articles 16 to 21 in full",
            full,
            some=number(full),
            whole=number(whole),
        )
    )


def _most_missing(worst: list[str], most: int, whole: int) -> str:
    """The powers that are missing in most countries, and in how many of them."""
    named, many = listed(worst), len(worst)
    if whole == 1:
        return say_count(
            "{articles} is missing, or there only in part, in this country",
            "{articles} are missing, or there only in part, in this country",
            many,
            articles=named,
        )
    if most == whole:
        return say_count(
            "{articles} is missing, or there only in part, in all {whole} countries",
            "{articles} are missing, or there only in part, in all {whole} countries",
            many,
            articles=named,
            whole=number(whole),
        )
    return say_count(
        "{articles} is missing, or there only in part, in {some} of {whole} countries",
        "{articles} are missing, or there only in part, in {some} of {whole} countries",
        many,
        articles=named,
        some=number(most),
        whole=number(whole),
    )


def _short(article: str) -> str:
    return say("Art. {article}, {about}", article=article, about=said(SHORT[article]))


def _place(place: int, start: int) -> tuple[int, int]:
    """Column and row for a country that the scheme has no place for, below the others."""
    row, column = divmod(place, _ABREAST)
    return column, start + row


_MEANINGS = {
    Tone.GOOD: noted("no gap known"),
    Tone.PART: noted("powers in part"),
    Tone.GAP: noted("powers missing"),
    Tone.UNKNOWN: noted("not known"),
}


def _tile(cells: Iterable[PowerCell]) -> tuple[Tone, str]:
    count = _count(cells)
    parts = [f"{count[level]} {said(level.label)}" for level in (Known.NONE, Known.PARTIAL) if count[level]]
    if count[Known.UNKNOWN] == len(ARTICLES):
        return Tone.UNKNOWN, say("not known")
    tone = Tone.GAP if count[Known.NONE] else Tone.PART if count[Known.PARTIAL] else Tone.GOOD
    return tone, ", ".join(parts) or f"{count[Known.FULL]} {said(Known.FULL.label)}"


def _count(cells: Iterable[PowerCell]) -> Counter[Known]:
    return Counter(cell.level for cell in cells)


def _in_words(count: Counter[Known]) -> str:
    return ", ".join(f"{count[level]} {said(level.label)}" for level in Known if count[level])


def _bars(counted: dict[str, Counter[Known]]) -> list[dict[str, object]]:
    return [
        {"label": name, "tone": TONES[level], "meaning": said(level.label), "count": count[level]}
        for name, count in counted.items()
        for level in Known
        if count[level]
    ]


def _counts(caption: str, of: str, counted: dict[str, Counter[Known]]) -> Table:
    rows = tuple((name, tuple(str(count[level]) for level in Known)) for name, count in counted.items())
    return Table(caption, (of, *(capital(said(level.label)) for level in Known)), rows, said(NOTE))
