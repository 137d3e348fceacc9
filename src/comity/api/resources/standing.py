"""Where a request stands after something was done with it: what every change is answered with."""

from __future__ import annotations

from ninja import Schema
from pydantic import Field

from comity.casework.queries.request_state import request_state
from comity.casework.rules.transitions import State
from comity.people.access import Person


class Standing(Schema):
    """`version` is what the next If-Match needs."""

    reference: str
    state: State
    version: int = Field(ge=1)


def stands(user: Person, reference: str) -> Standing:
    """Where the request stands now."""
    found = request_state(user, reference)
    return Standing(reference=found.reference, state=found.state, version=found.version)
