"""The versions of a pack, the newest first, with what each made different; of one fact where that is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

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
    """`within` is the heading that it was narrowed to. `more`: there are older versions than those shown."""

    pack: str
    title: str
    within: str
    versions: tuple[VersionView, ...]
    more: bool


def history(pack: str, *, within: str = "") -> HistoryView:
    """The versions that this node has had; only changes below the path `within`, where one is given. Of a
    fact in a list these are the changes of the whole list: which is the first differs from version to version.

    Raises NotFound for a pack that this node never had.
    """
    rows = list(LoadedPack.objects.filter(name=pack).order_by("-loaded_at", "-pk")[: MOST + 1])
    if not rows:
        raise NotFound("pack")
    came_of = dict(Proposal.objects.filter(pack=pack, state=ProposalState.PUBLISHED).values_list("published", "pk"))
    within = _heading(rows[0].content, within)
    shown = rows[:MOST]
    befores = [*rows[1:], None][: len(shown)]
    views = (_version(row, before, within, came_of.get(row.digest)) for row, before in zip(shown, befores, strict=True))
    kept = tuple(view for view in views if view.changes or not within)
    return HistoryView(pack, rows[0].title, within, kept, len(rows) > MOST)


def _version(row: LoadedPack, before: LoadedPack | None, within: str, proposal: int | None) -> VersionView:
    changes = differences(before.content, row.content) if before else ()
    said = before.content if before else {}
    views = (change_view(row.name, change, row.kind, said) for change in changes)
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


def _heading(content: Any, path: str) -> str:
    """The path without a place in a list at its end."""
    steps = path.split(".")
    for step in steps[:-1]:
        content = content.get(step) if isinstance(content, dict) else _of_list(content, step)
    return ".".join(steps[:-1]) if isinstance(content, list) and steps[-1].isdecimal() else path


def _of_list(content: Any, step: str) -> Any:
    found = isinstance(content, list) and step.isascii() and step.isdecimal() and int(step) < len(content)
    return content[int(step)] if found else None


def _is_within(path: str, within: str) -> bool:
    """Whether a change touches what is asked about: it stands below it, or holds it."""
    return not within or f"{path}.".startswith(f"{within}.") or f"{within}.".startswith(f"{path}.")
