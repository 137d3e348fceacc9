"""What changed in the atlas: every version that became current and every pack that was withdrawn, newest first.

Open to everybody: who proposed an edit, and why, is not told here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db.models import Count, OuterRef, Q, Subquery

from comity.atlas.models import LoadedPack, Origin
from comity.atlas.rules.events import PacksLoaded
from comity.atlas.rules.told_changes import Told, told
from comity.kernel.sayable import sayable
from comity.kernel.words import say
from comity.ledger.queries.entries import entries_about

FARTHEST = 5000
"""Changes that can be paged through; older ones have their own addresses still."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One version of one pack, or its withdrawal (`withdrawn`, without a number). `first` says that there was none
    before it; `facts` counts those of a version that is current. `identity` stays the same for ever."""

    number: int
    identity: UUID
    pack: str
    title: str
    at: datetime
    origin: str
    version: int
    digest: str
    first: bool
    withdrawn: bool
    facts: int
    lines: tuple[Told, ...]

    @property
    def headline(self) -> str:
        """What happened, in a few words."""
        if self.withdrawn:
            return sayable("{pack}: withdrawn", pack=self.title)
        if self.first:
            return sayable("{pack}: first published", pack=self.title)
        if not self.lines:
            return sayable("{pack}: changed in what is no fact", pack=self.title)
        if len(self.lines) == 1:
            return sayable("{pack}: 1 fact changed", pack=self.title)
        return sayable("{pack}: {count} facts changed", pack=self.title, count=len(self.lines))


@dataclass(frozen=True, slots=True)
class Changes:
    """A page of them; `more` says whether older ones follow."""

    views: tuple[ChangeView, ...]
    more: bool


def changes(*, page: int = 1, most: int = 20) -> Changes:
    """The changes on this page. In four queries, however many there are."""
    versions = [
        (at, number) for number, at in LoadedPack.objects.order_by("-pk").values_list("pk", "loaded_at")[:FARTHEST]
    ]
    withdrawn = _withdrawals()
    whole = sorted([*((at, number, None) for at, number in versions), *withdrawn], key=_newest_first)
    chosen = whole[(page - 1) * most : page * most]
    views = {view.number: view for view in _views([number for _, number, name in chosen if name is None])}
    found = tuple(views[number] if name is None else _withdrawal(at, number, name) for at, number, name in chosen)
    return Changes(found, len(whole) > page * most)


def change(number: int) -> ChangeView:
    """One version's change. Raises LookupError."""
    view = next(iter(_views([number])), None)
    if view is None:
        raise LookupError(say("No version of a pack has this number."))
    return view


def newest() -> str:
    """A word that is another one as soon as anything changes."""
    last = LoadedPack.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    return f"{last}-{len(_withdrawals())}"


_Happened = tuple[datetime, int, str | None]
"""When; the version's number, or the ledger's with the name of the pack that was withdrawn."""


def _newest_first(happened: _Happened) -> tuple[float, int]:
    return -happened[0].timestamp(), -happened[1]


def _withdrawals() -> list[_Happened]:
    entries = entries_about("atlas:packs", names=(PacksLoaded.name,))
    return [(entry.at, entry.sequence, str(name)) for entry in entries for name in entry.payload.get("removed", ())]


def _withdrawal(at: datetime, sequence: int, name: str) -> ChangeView:
    return ChangeView(0, _identity("withdrawn", name, sequence), name, name, at, "", 0, "", False, True, 0, ())


def _views(numbers: Iterable[int]) -> list[ChangeView]:
    """Contents are read only where two are compared: of a first version, its passages say how many facts it has."""
    earlier = LoadedPack.objects.filter(name=OuterRef("name"), pk__lt=OuterRef("pk")).order_by("-pk").values("pk")[:1]
    counted = Count("passages", filter=Q(passages__fact__isnull=False))
    chosen = LoadedPack.objects.filter(pk__in=list(numbers)).defer("content")
    rows = list(chosen.annotate(before=Subquery(earlier), facts=counted))
    compared = {pk for row in rows if row.before for pk in (row.pk, row.before)}
    contents = dict(LoadedPack.objects.filter(pk__in=compared).values_list("pk", "content"))
    return [_view(row, contents.get(row.before), contents.get(row.pk, {})) for row in rows]


def _view(row: Any, before: Mapping[str, Any] | None, content: Mapping[str, Any]) -> ChangeView:
    return ChangeView(
        number=row.pk,
        identity=_identity(row.digest, row.name, row.pk),
        pack=row.name,
        title=row.title,
        at=row.loaded_at,
        origin=Origin(row.origin).label,
        version=row.version,
        digest=row.digest,
        first=before is None,
        withdrawn=False,
        facts=row.facts,
        lines=told(row.kind, before, content),
    )


def _identity(what: str, name: str, number: int) -> UUID:
    return uuid5(NAMESPACE_URL, f"comity:atlas:{what}:{name}:{number}")
