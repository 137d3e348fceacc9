"""The versions of a pack, the newest first, with what each made different; of one fact where that is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from comity.atlas.models import LoadedPack
from comity.upkeep.models import Proposal, ProposalState
from comity.upkeep.queries.proposals import ChangeView, change_view
from comity.upkeep.rules.difference import differences
from comity.upkeep.rules.refusal import NotFound

MOST = 30


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version and what it made of the one before; `first` has none before. `proposal` is the number of the proposal
    that it came of, or None."""

    version: int
    digest: str
    loaded_at: datetime
    origin: str
    why: str
    proposal: int | None
    current: bool
    first: bool
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """`more`: there are older versions than those shown."""

    pack: str
    title: str
    versions: tuple[VersionView, ...]
    more: bool


def history(pack: str, *, within: str = "") -> HistoryView:
    """The versions that this node has had; only changes below the path `within`, where one is given.

    Raises NotFound for a pack that this node never had.
    """
    rows = list(LoadedPack.objects.filter(name=pack).order_by("-loaded_at", "-pk")[: MOST + 1])
    if not rows:
        raise NotFound("pack")
    came_of = dict(Proposal.objects.filter(pack=pack, state=ProposalState.PUBLISHED).values_list("published", "pk"))
    shown = rows[:MOST]
    befores = [*rows[1:], None][: len(shown)]
    views = (_version(row, before, within, came_of.get(row.digest)) for row, before in zip(shown, befores, strict=True))
    kept = tuple(view for view in views if view.changes or not within)
    return HistoryView(pack, rows[0].title, kept, len(rows) > MOST)


def _version(row: LoadedPack, before: LoadedPack | None, within: str, proposal: int | None) -> VersionView:
    changes = differences(before.content, row.content) if before else ()
    views = (change_view(row.name, change) for change in changes)
    return VersionView(
        version=row.version,
        digest=row.digest,
        loaded_at=row.loaded_at,
        origin=row.get_origin_display(),
        why=row.why,
        proposal=proposal,
        current=row.current,
        first=before is None,
        changes=tuple(view for view in views if _is_within(view.path, within)),
    )


def _is_within(path: str, within: str) -> bool:
    """Whether a change touches what is asked about: it stands below it, or holds it."""
    return not within or f"{path}.".startswith(f"{within}.") or f"{within}.".startswith(f"{path}.")
