"""Where a request stands, and nothing else: for a page that asks every other second."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.transitions import State
from comity.documents.queries.signatures import awaited
from comity.people.models.user import User


@dataclass(frozen=True, slots=True)
class RequestState:
    """`hold_reason` says why the node does not release a signed request; empty while it looks, and once it has."""

    reference: str
    version: int
    state: State
    hold_reason: str
    document: UUID | None
    awaits_signatures: bool

    @property
    def being_checked(self) -> bool:
        return self.state is State.SIGNED and not self.hold_reason and not self.awaits_signatures


def request_state(user: User, reference: str) -> RequestState:
    """Raises NotFound, for a hidden request too."""
    rows = visible_requests(user).only("reference", "version", "state", "hold_reason", "document_id", "signed_at")
    found = request_of(rows, reference)
    return RequestState(
        found.reference,
        found.version,
        State(found.state),
        found.hold_reason,
        found.document_id if found.signed_at is not None else None,
        State(found.state) is State.SIGNED and awaited(found.reference, found.document_id) is not None,
    )
