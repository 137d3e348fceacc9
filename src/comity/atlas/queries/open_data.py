"""All that the atlas holds, to be taken along: packs whole, and facts one a row. Streams what may be large."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from comity.atlas.models import LoadedPack, Passage
from comity.atlas.rules.passage_sort import Sort

AT_ONCE = 500
"""Rows that are in memory together while all are streamed."""

COLUMNS = (
    *("pack", "place", "sort", "subject", "country", "title", "text", "from", "to", "observed", "source", "at"),
    *("checked", "confidence", "disputed", "note"),
)
"""Of a fact as a row. “place” leads to it within the pack's content."""


class NoSuchPack(LookupError):
    """No current pack has this name."""


@dataclass(frozen=True, slots=True)
class PackHead:
    """A current pack without its content; `facts` counts them."""

    name: str
    kind: str
    title: str
    version: int
    digest: str
    facts: int


@dataclass(frozen=True, slots=True)
class PackWhole:
    """A pack word for word."""

    name: str
    kind: str
    title: str
    version: int
    digest: str
    content: Mapping[str, Any]

    def as_json(self) -> dict[str, Any]:
        return {
            "pack": self.name,
            "kind": self.kind,
            "title": self.title,
            "version": self.version,
            "digest": self.digest,
            "content": self.content,
        }


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact with its place, as a table has it."""

    key: int
    pack: str
    place: str
    sort: str
    subject: str
    country: str
    title: str
    text: str
    fact: Mapping[str, Any]

    def as_row(self) -> dict[str, Any]:
        """By column; what the fact does not say is empty."""
        own = {name: getattr(self, name) for name in ("pack", "place", "sort", "subject", "country", "title", "text")}
        return {name: own[name] if name in own else self.fact.get(name) for name in COLUMNS}


def pack_heads() -> list[PackHead]:
    """Every current pack, by name. One query, and another where a pack's facts were not counted yet."""
    rows = list(LoadedPack.objects.filter(current=True).defer("content").order_by("name"))
    counts = _counts([(row.pk, row.digest) for row in rows])
    return [
        PackHead(row.name, row.kind, row.title, row.version, row.digest, counts.get((row.pk, row.digest), 0))
        for row in rows
    ]


_Version = tuple[int, str]
_counted: dict[_Version, int] = {}
"""How many facts the packs have that were current last, by number and digest: what stands under these never changes."""


def _counts(versions: list[_Version]) -> dict[_Version, int]:
    """A pack without facts is asked for again: it may not have been indexed yet."""
    global _counted  # noqa: PLW0603 (replaced as one, so that no thread sees half of it)
    known = {version: _counted[version] for version in versions if version in _counted}
    missing = [number for number, digest in versions if (number, digest) not in known]
    if missing:
        facts = Passage.objects.filter(pack__in=missing, fact__isnull=False)
        found = dict(facts.order_by().values_list("pack").annotate(Count("pk")))
        known |= {version: found[version[0]] for version in versions if version[0] in found}
    _counted = known
    return known


def pack_digest(name: str) -> str:
    """The digest of the current pack. Raises NoSuchPack."""
    digest = _called(name).values_list("digest", flat=True).first()
    if digest is None:
        raise NoSuchPack(f"No pack of this node is called “{name[:120]}”.")
    return str(digest)


def pack_whole(name: str) -> PackWhole:
    """The current pack. Raises NoSuchPack."""
    row = _called(name).first()
    if row is None:
        raise NoSuchPack(f"No pack of this node is called “{name[:120]}”.")
    return _whole(row)


def every_pack() -> Iterator[PackWhole]:
    """All current packs, one after the other, by name."""
    rows = LoadedPack.objects.filter(current=True).order_by("name")
    return (_whole(row) for row in rows.iterator(chunk_size=20))


def fact_rows(pack: str = "") -> Iterator[FactRow]:
    """The facts of the pack, of all packs where none is named: by pack, in the order of its content."""
    rows = _facts().filter(pack__name=pack) if pack else _facts()
    return (_row(row) for row in rows.order_by("pack__name", "id").iterator(chunk_size=AT_ONCE))


def fact_page(
    *, pack: str = "", sort: Sort | None = None, country: str = "", after: int = 0, most: int = 25
) -> tuple[list[FactRow], int | None]:
    """The next facts after the one with the key `after`, and the last one's key where there are more.

    Keys grow: what is published while one reads page by page comes at the end, and nothing is left out.
    """
    rows = _facts().filter(pk__gt=after)
    if pack:
        rows = rows.filter(pack__name=pack)
    if sort:
        rows = rows.filter(sort=sort.value)
    if country:
        rows = rows.filter(country=country)
    found = [_row(row) for row in rows.order_by("id")[: most + 1]]
    return found[:most], found[most - 1].key if len(found) > most else None


def _called(name: str) -> QuerySet[LoadedPack]:
    """What PostgreSQL cannot hold is no name."""
    return LoadedPack.objects.none() if "\x00" in name else LoadedPack.objects.filter(current=True, name=name)


def _facts() -> QuerySet[Passage]:
    rows = Passage.objects.filter(fact__isnull=False).select_related("pack")
    return rows.only("place", "sort", "subject", "country", "title", "text", "fact", "pack__name")


def _row(row: Passage) -> FactRow:
    fact: Mapping[str, Any] = row.fact or {}
    return FactRow(row.pk, row.pack.name, row.place, row.sort, row.subject, row.country, row.title, row.text, fact)


def _whole(row: LoadedPack) -> PackWhole:
    return PackWhole(row.name, row.kind, row.title, row.version, row.digest, row.content)
