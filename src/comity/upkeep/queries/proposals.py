"""Proposals as pages show them: the queue, and one with its differences side by side. Changes none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q

from comity.atlas.models import LoadedPack
from comity.atlas.queries.soundness import Unsound
from comity.atlas.rules.facts import place_of
from comity.kernel.digest import Digest, canonical_json
from comity.people.models.user import User
from comity.upkeep.models import Proposal, ProposalState
from comity.upkeep.queries.outcome import current_version, outcome
from comity.upkeep.rules.difference import Change
from comity.upkeep.rules.naming import name_of_change
from comity.upkeep.rules.refusal import NotFound, NotNow, TouchedByBoth
from comity.upkeep.rules.wording import Row, side_by_side

UNDECIDED = (ProposalState.OPEN, ProposalState.RETURNED)
MOST = 100


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal in a list; `own` says that the reader made it."""

    number: int
    pack: str
    title: str
    reason: str
    facts: int
    state: str
    proposer: str
    own: bool
    proposed_at: datetime


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One fact before and after; `name` says in words what it is of, `verb` what happens to it: added, removed or
    changed."""

    place: str
    path: str
    name: str
    verb: str
    rows: tuple[Row, ...]

    @property
    def removed(self) -> bool:
        return self.verb == "removed"


@dataclass(frozen=True, slots=True)
class ClashView:
    """What the proposal makes of a fact, and what the page has become meanwhile."""

    ours: ChangeView
    theirs: ChangeView


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A proposal to decide about. `seen` stands for what one reads here: an action decides about exactly that.

    `moved`: the page has changed since. `clashes` and `problems` say why it cannot be published as it is.
    """

    line: ProposalLine
    base: str
    seen: str
    changes: tuple[ChangeView, ...]
    moved: bool
    clashes: tuple[ClashView, ...]
    problems: tuple[str, ...]
    reviewer: str
    remark: str
    decided_at: datetime | None
    published: str
    rebased: bool

    @property
    def undecided(self) -> bool:
        return self.line.state in UNDECIDED

    @property
    def publishable(self) -> bool:
        return self.line.state == ProposalState.OPEN and not self.clashes and not self.problems


def stamp_of(proposal: Proposal) -> str:
    """A digest over what a reviewer reads: version, changes and reason."""
    return str(Digest.of(canonical_json([proposal.base, proposal.changes, proposal.reason])))


def proposal_lines(reader: User, *, decided: bool = False) -> tuple[ProposalLine, ...]:
    """What waits, the longest waiting first; or what was decided, the latest first. In two queries."""
    rows = Proposal.objects.select_related("proposer")
    found = rows.exclude(state__in=UNDECIDED).order_by("-decided_at") if decided else rows.filter(state__in=UNDECIDED)
    titles = dict(LoadedPack.objects.filter(current=True).values_list("name", "title"))
    return tuple(_line(row, reader, titles.get(row.pack, row.pack)) for row in found[:MOST])


def waiting_for(reader: User) -> tuple[int, int]:
    """How many proposals wait for this editor's review, and how many of their own came back. In one query."""
    counted = Proposal.objects.aggregate(
        review=Count("pk", filter=Q(state=ProposalState.OPEN) & ~Q(proposer=reader)),
        returned=Count("pk", filter=Q(state=ProposalState.RETURNED, proposer=reader)),
    )
    return counted["review"], counted["returned"]


def proposal_view(number: int, reader: User) -> ProposalView:
    """Raises NotFound."""
    row = Proposal.objects.select_related("proposer", "reviewer").filter(pk=number).first()
    if row is None:
        raise NotFound("proposal")
    changes = [Change.from_json(kept) for kept in row.changes]
    moved, clashes, problems = _fits(row, changes) if row.state in UNDECIDED else (False, (), ())
    title = LoadedPack.objects.filter(name=row.pack, current=True).values_list("title", flat=True).first()
    kind, before = _based_on(row)
    return ProposalView(
        line=_line(row, reader, title or row.pack),
        base=row.base,
        seen=stamp_of(row),
        changes=tuple(change_view(row.pack, change, kind, before) for change in changes),
        moved=moved,
        clashes=clashes,
        problems=problems,
        reviewer=row.reviewer.display_name if row.reviewer else "",
        remark=row.remark,
        decided_at=row.decided_at,
        published=row.published,
        rebased=row.rebased,
    )


def change_view(pack: str, change: Change, kind: str, before: Any) -> ChangeView:
    """One change as a reader sees it; `kind` is the pack's, `before` what it said."""
    verb = "added" if change.adds else "removed" if change.removes else "changed"
    path = ".".join(map(str, change.path))
    name = name_of_change(kind, before, change)
    return ChangeView(place_of(pack, change.path), path, name, verb, side_by_side(change.before, change.after))


def _based_on(row: Proposal) -> tuple[str, Any]:
    """The pack's kind, and what the version said that the changes are of."""
    found = LoadedPack.objects.filter(name=row.pack, digest=row.base).order_by("-pk").values_list("kind", "content")
    return found.first() or ("", {})


def _fits(row: Proposal, changes: list[Change]) -> tuple[bool, tuple[ClashView, ...], tuple[str, ...]]:
    try:
        return outcome(row.pack, row.base, changes).moved, (), ()
    except TouchedByBoth as both:
        of = _based_on(row)
        pairs = ((change_view(row.pack, ours, *of), change_view(row.pack, theirs, *of)) for ours, theirs in both.pairs)
        return True, tuple(ClashView(ours, theirs) for ours, theirs in pairs), ()
    except Unsound as problem:
        return _moved(row), (), tuple(f"{'.'.join(map(str, w.path))}: {w.sentence}" for w in problem.wrongs)
    except NotNow as problem:
        return True, (), (str(problem),)


def _moved(row: Proposal) -> bool:
    return current_version(row.pack).digest != row.base


def _line(row: Proposal, reader: User, title: str) -> ProposalLine:
    return ProposalLine(
        row.pk,
        row.pack,
        title,
        row.reason,
        len(row.changes),
        row.state,
        row.proposer.display_name,
        row.proposer_id == reader.pk,
        row.proposed_at,
    )
