"""Powers per country, gaps per article, and the countries as tiles: three charts of one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from comity.stateofplay.rules.pictures.picture import Drawing, Picture, Table, Tone, capital, listed, number, share
from comity.stateofplay.rules.powers import ARTICLES, SHORT, Known, PowerCell, Powers, is_gap

TONES = {Known.FULL: Tone.GOOD, Known.PARTIAL: Tone.PART, Known.NONE: Tone.GAP, Known.UNKNOWN: Tone.UNKNOWN}
_PLACES = {"BY": (1, 0), "MD": (0, 1), "UA": (1, 1), "GE": (2, 2), "AM": (2, 3), "AZ": (3, 3)}
"""Columns and rows of a scheme in which neighbours are near each other. It draws no border and says nothing of any."""
_ABREAST = 4
NOTE = "“Not known” is not “missing”: nothing certain is recorded for this day."


def per_country(powers: Powers) -> Picture:
    """How many of the powers each country has: a bar a country."""
    counted = {name: _count(powers.of_country(code).values()) for code, name in powers.countries}
    full = sum(count[Known.FULL] == len(ARTICLES) for count in counted.values())
    who = (
        f"{number(full)} of {number(len(counted))} countries {'is' if full == 1 else 'are'}"
        if full
        else "no country is"
    )
    return Picture(
        name="powers",
        title=capital(f"{who} known to have all powers of Articles 16 to 21 in full"),
        words="; ".join(f"{name}: {_in_words(count)}" for name, count in counted.items()),
        values=_bars(counted),
        drawing=Drawing.BARS,
        table=_counts("Powers by country", "Country", counted),
    )


def per_article(powers: Powers) -> Picture:
    """In how many countries each power is missing: a bar an article."""
    counted = {f"Art. {article}, {SHORT[article]}": _count(powers.of_article(article).values()) for article in ARTICLES}
    gaps = {article: sum(map(is_gap, powers.of_article(article).values())) for article in ARTICLES}
    most = max(gaps.values(), default=0)
    worst = [f"Article {article}" for article in ARTICLES if gaps[article] == most]
    return Picture(
        name="articles",
        title=(
            f"{listed(worst)} {'is' if len(worst) == 1 else 'are'} missing, or there only in part, in "
            f"{share(most, len(powers.countries))}"
            if most
            else "No gap in the powers of Articles 16 to 21 is recorded for this day"
        ),
        words="; ".join(f"{name}: {_in_words(count)}" for name, count in counted.items()),
        values=_bars(counted),
        drawing=Drawing.BARS,
        table=_counts("Gaps by article", "Article", counted),
    )


def tiles(powers: Powers) -> Picture:
    """A tile a country, with how many powers lack."""
    said = {code: _tile(powers.of_country(code).values()) for code, _ in powers.countries}
    lacking = {code: len(powers.gaps(code)) for code, _ in powers.countries}
    most = max(lacking.values(), default=0)
    worst = [name for code, name in powers.countries if lacking[code] == most]
    rest = iter(range(len(powers.countries)))
    start = 4 if any(code in _PLACES for code in said) else 0
    values = []
    for code, name in powers.countries:
        column, row = _PLACES.get(code) or _place(next(rest), start)
        tone, word = said[code]
        meaning = _MEANINGS[tone]
        values.append({"name": name, "column": column, "row": row, "tone": tone, "meaning": meaning, "word": word})
    rows = tuple(
        (name, tuple(powers.cells[code, article].level.label for article in ARTICLES))
        for code, name in powers.countries
    )
    return Picture(
        name="tiles",
        title=(
            f"{listed(worst)} {'has' if len(worst) == 1 else 'have'} most gaps in procedural powers: "
            f"{number(most)} of {number(len(ARTICLES))}"
            if most
            else "No gap in procedural powers is recorded for this day"
        ),
        words="; ".join(f"{name}: {said[code][1]}" for code, name in powers.countries),
        values=values,
        drawing=Drawing.TILES,
        table=Table("Powers of each country", ("Country", *(f"Art. {article}" for article in ARTICLES)), rows, NOTE),
    )


def _place(place: int, start: int) -> tuple[int, int]:
    """Column and row for a country that the scheme has no place for, below the others."""
    row, column = divmod(place, _ABREAST)
    return column, start + row


_MEANINGS = {
    Tone.GOOD: "no gap known",
    Tone.PART: "powers in part",
    Tone.GAP: "powers missing",
    Tone.UNKNOWN: "not known",
}


def _tile(cells: Iterable[PowerCell]) -> tuple[Tone, str]:
    count = _count(cells)
    parts = [f"{count[level]} {level.label}" for level in (Known.NONE, Known.PARTIAL) if count[level]]
    if count[Known.UNKNOWN] == len(ARTICLES):
        return Tone.UNKNOWN, "not known"
    tone = Tone.GAP if count[Known.NONE] else Tone.PART if count[Known.PARTIAL] else Tone.GOOD
    return tone, ", ".join(parts) or f"{count[Known.FULL]} in full"


def _count(cells: Iterable[PowerCell]) -> Counter[Known]:
    return Counter(cell.level for cell in cells)


def _in_words(count: Counter[Known]) -> str:
    return ", ".join(f"{count[level]} {level.label}" for level in Known if count[level])


def _bars(counted: dict[str, Counter[Known]]) -> list[dict[str, object]]:
    return [
        {"label": name, "tone": TONES[level], "meaning": level.label, "count": count[level]}
        for name, count in counted.items()
        for level in Known
        if count[level]
    ]


def _counts(caption: str, of: str, counted: dict[str, Counter[Known]]) -> Table:
    rows = tuple((name, tuple(str(count[level]) for level in Known)) for name, count in counted.items())
    return Table(caption, (of, *(capital(level.label) for level in Known)), rows, NOTE)
