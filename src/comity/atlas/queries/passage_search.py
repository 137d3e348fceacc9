"""Looking for passages by their words: bounded in what is read, and in what is given back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from comity.atlas.queries.fact import FactView
from comity.atlas.queries.stored_fact import stored_fact_view
from comity.atlas.rules.excerpt import Piece, excerpt, marked
from comity.atlas.rules.packs.sources import SourceEntry
from comity.atlas.rules.passage_sort import Sort
from comity.atlas.rules.search_words import as_tsquery, sought

MOST_READ = 2000
"""Passages that are compared with each other. Words that stand in more are too common to be ranked among all."""
OF_EACH = 5
ON_A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found. `fact` is None where it is a name: of a country, an instrument, a provider."""

    sort: Sort
    pack: str
    place: str
    subject: str
    country: str
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]
    fact: FactView | None


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one sort: the best ones, and how many there are among what was read."""

    sort: Sort
    count: int
    hits: tuple[Hit, ...]

    @property
    def more(self) -> bool:
        return self.count > len(self.hits)


@dataclass(frozen=True, slots=True)
class Found:
    """`words` are what was looked for; `count` how many passages were found, at most MOST_READ; `partly` says that more
    than could be read hold these words."""

    words: tuple[str, ...]
    count: int
    partly: bool
    groups: tuple[Group, ...]


def search(
    text: str, sources: Mapping[str, SourceEntry], day: date, *, sort: Sort | None = None, page: int = 1
) -> Found:
    """The best passages of each sort; of `sort` alone, where it is given, page by page. One query."""
    words = sought(text)
    if not words:
        return Found((), 0, False, ())
    first, last = (1, OF_EACH) if sort is None else ((page - 1) * ON_A_PAGE + 1, page * ON_A_PAGE)
    values = {"query": as_tsquery(words), "sort": sort.value if sort else "", "most": MOST_READ + 1}
    with connection.cursor() as cursor:
        cursor.execute(_SQL, {**values, "first": first, "last": last})
        rows = cursor.fetchall()
    of_sort: dict[Sort, list[Hit]] = {}
    counts = {Sort(row[0]): int(row[1]) for row in rows}
    for row in rows:
        of_sort.setdefault(Sort(row[0]), []).append(_hit(row, words, sources, day))
    read = int(rows[0][2]) if rows else 0
    groups = (Group(one, counts[one], tuple(of_sort[one])) for one in Sort if one in of_sort)
    return Found(words, min(read, MOST_READ), read > MOST_READ, tuple(groups))


_SQL = """
WITH asked AS (SELECT to_tsquery('pg_catalog.simple', %(query)s) AS query),
candidates AS MATERIALIZED (
    SELECT p.id, p.sort, ts_rank('{0.05, 0.1, 0.4, 1.0}', p.words, asked.query) AS rank, p.fact IS NULL AS is_name
    FROM atlas_passage p, asked
    WHERE p.words @@ asked.query AND (%(sort)s = '' OR p.sort = %(sort)s)
    LIMIT %(most)s
),
ranked AS (
    SELECT id, sort, rank,
        count(*) OVER (PARTITION BY sort) AS of_sort,
        count(*) OVER () AS found,
        row_number() OVER (PARTITION BY sort ORDER BY is_name DESC, rank DESC, id) AS place_in_sort
    FROM candidates
)
SELECT p.sort, r.of_sort, r.found, l.name, p.place, p.subject, p.country, p.title, p.text, p.fact::text
FROM ranked r JOIN atlas_passage p USING (id) JOIN atlas_loadedpack l ON l.id = p.pack_id
WHERE r.place_in_sort BETWEEN %(first)s AND %(last)s
ORDER BY r.place_in_sort
"""


def _hit(row: Any, words: tuple[str, ...], sources: Mapping[str, SourceEntry], day: date) -> Hit:
    sort, _, _, pack, place, subject, country, title, text, fact = row
    return Hit(
        sort=Sort(sort),
        pack=pack,
        place=place,
        subject=subject,
        country=country,
        title=marked(title, words),
        text=excerpt(text, words),
        fact=stored_fact_view(json.loads(fact), sources, day, f"{pack}/{place}") if fact else None,
    )
