"""The requests for which it means something that a request moves: what it follows, and what that keeps in being."""

from __future__ import annotations

from collections.abc import Iterator

from comity.casework.models.request import Request
from comity.casework.rules.registry import kind


def predecessors(request: Request) -> Iterator[Request]:
    """The request that `request` follows; and where that preserves, what it extends, back to the first.

    Data are kept for the sake of one request for mutual assistance: while it is pending, every preservation of the
    chain is held (Article 29(7), Convention on Cybercrime).
    """
    earlier = request.follows
    while earlier is not None:
        yield earlier
        earlier = earlier.follows if kind(earlier.kind).preserves else None
