"""The states that a draft of ours went through, and the contents of two of them to compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from comity.casework.models.draft_version import DraftVersion
from comity.casework.models.request import Request
from comity.casework.queries.footing import footing_of
from comity.casework.queries.offered_kind import offered_kind
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.declaration import Kind
from comity.casework.rules.direction import Direction
from comity.casework.rules.events import request_subject
from comity.casework.rules.refooted import refooted
from comity.casework.rules.versions.history import State, states
from comity.ledger.queries.entries import entries_about
from comity.people.models.user import User


@dataclass(frozen=True, slots=True)
class Compared:
    """Two states, the earlier first, and what each says."""

    kind: Kind
    earlier: int
    later: int
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DraftVersions:
    """The states, newest first, the request as it is now among them; and two of them, if there are two."""

    kind: Kind
    states: tuple[State, ...]
    compared: Compared | None


def draft_versions(user: User, reference: str, *, earlier: int = 0, later: int = 0) -> DraftVersions:
    """The states, with `earlier` and `later` compared; those that are not kept, or not said, stand for the last two.

    Raises NotFound, for a hidden request and one that others wrote too.
    """
    rows = visible_requests(user).filter(direction=Direction.OUTGOING.value)
    request = request_of(rows.select_related("follows__follows"), reference)
    kept = [*DraftVersion.objects.filter(request=request).values_list("version", flat=True), request.version]
    declared = refooted(offered_kind(request), footing_of(request))
    told = states(entries_about(request_subject(request.reference)), kept)
    return DraftVersions(declared, told[::-1], _compared(request, declared, sorted(kept), earlier, later))


def _compared(request: Request, declared: Kind, kept: list[int], earlier: int, later: int) -> Compared | None:
    if len(kept) < 2:  # noqa: PLR2004  one state cannot be compared
        return None
    chosen = sorted({earlier, later})
    pair = chosen if len(chosen) == 2 and {*chosen} <= {*kept} else kept[-2:]  # noqa: PLR2004
    found = DraftVersion.objects.filter(request=request, version__in=pair)
    contents = {**{row.version: row.content for row in found}, request.version: request.content}
    first, last = pair
    return Compared(declared, first, last, contents[first], contents[last])
