"""Bring the passages in step with the current packs. For the actions that change these, in their transaction."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice

from django.db import connection

from comity.atlas.models import LoadedPack, Passage
from comity.atlas.rules.passage import Passage as Said
from comity.atlas.rules.passages import EDITION, passages
from comity.atlas.rules.search_words import lexemes
from comity.kernel.country import CountryCode

AT_ONCE = 2000
"""Passages that are written by one statement: whatever there is of them, none takes long."""

_COLUMNS = (
    *("pack_id", "edition", "place", "sort", "title", "text", "subject", "country", "fact"),
    *("title_words", "text_words", "other_words"),
)


def index_passages() -> None:
    """Forget those of versions that are current no longer, or that earlier rules made; make those that are missing."""
    held = set(Passage.objects.values_list("pack", "edition").distinct())
    current = set(LoadedPack.objects.filter(current=True).values_list("pk", flat=True))
    stale = {pack for pack, edition in held if pack not in current or edition != EDITION}
    if stale:
        Passage.objects.filter(pack__in=stale).delete()
    unread = current - ({pack for pack, _ in held} - stale)
    packs = LoadedPack.objects.filter(pk__in=unread).order_by("name")
    rows = (row for pack in packs.iterator(chunk_size=20) for row in _rows(pack)) if unread else iter(())
    while some := list(islice(rows, AT_ONCE)):
        _copy(some)


def _copy(rows: list[tuple[object, ...]]) -> None:
    sql = f"COPY {Passage._meta.db_table} ({', '.join(_COLUMNS)}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(sql) as out:
        for row in rows:
            out.write_row(row)


def _rows(pack: LoadedPack) -> Iterator[tuple[object, ...]]:
    for said in passages(pack.kind, pack.content):
        fact = None if said.fact is None else json.dumps(said.fact, ensure_ascii=False)
        words = (" ".join(lexemes(text)) for text in (said.title, said.text, _others(pack, said)))
        yield (
            pack.pk,
            EDITION,
            said.place,
            said.sort.value,
            said.title,
            said.text,
            said.subject,
            said.country,
            fact,
            *words,
        )


def _others(pack: LoadedPack, said: Said) -> str:
    """What it is found by though it does not say so: its country and pack, and where it is written."""
    country = CountryCode(said.country).english_name if said.country else ""
    return f"{country} {pack.title} {said.fact.get('at', '') if said.fact else ''}"
