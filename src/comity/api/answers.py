"""Which answers an operation can give, so that each is declared in the schema and none surprises."""

from __future__ import annotations

from typing import Any

from comity.api.problem import Problem

ALWAYS = (400, 401, 403, 422, 500, 503)
"""What any operation with a token may answer: an address or body that cannot be read, no token, not yours to do, a
value out of place, a failure of ours, a database that does not answer."""

CHANGES = (409, 413, 415, 429)
"""What whatever takes a body may answer as well."""


def answers(schema: Any, *problems: int, status: int = 200) -> dict[int, Any]:
    """`status` with `schema`, and problem details for `problems` and those that are always possible."""
    return {status: schema} | dict.fromkeys(sorted({*ALWAYS, *problems}), Problem)
