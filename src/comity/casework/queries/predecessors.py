"""The requests for which it means something that a request moves: what it follows, and what is kept for its sake."""

from __future__ import annotations

from collections.abc import Iterator

from comity.casework.models.request import Request
from comity.casework.rules.declaration import Lifecycle
from comity.casework.rules.registry import kind


def predecessors(request: Request) -> Iterator[Request]:
    """The request that `request` follows; then, where `request` asks for something, whatever preserves further up.

    Data are kept for the sake of a request for mutual assistance: while it is pending, every preservation of the chain
    is held, whatever stands between them (Article 29(7), Convention on Cybercrime).
    """
    earlier = request.follows
    if earlier is None:
        return
    yield earlier
    if kind(request.kind).lifecycle is not Lifecycle.REQUEST:
        return
    while (earlier := earlier.follows) is not None:
        if kind(earlier.kind).preserves:
            yield earlier
