"""Which questions an address of the API knows: what else is asked there is refused, not ignored.

A list that does not know “q” and answers with everything would be taken for what was looked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from comity.api.problem import Complaint, Sort, problem

Known = Mapping[str, frozenset[str]]
"""The questions of an address by method, in capitals."""

_PLACE = re.compile(r"<(?:\w+:)?(\w+)>")


def known_questions(schema: Mapping[str, Any], root: str, route: str) -> Known:
    """What the address `root` + `route` (as Django writes it) may be asked, as the schema publishes it."""
    operations = schema["paths"].get(root + _PLACE.sub(r"{\1}", route), {})
    return {
        method.upper(): frozenset(one["name"] for one in operation.get("parameters", ()) if one["in"] == "query")
        for method, operation in operations.items()
    }


def unknown_question(request: HttpRequest, known: Known) -> HttpResponse | None:
    """The answer to a question that the address does not know; None where it knows all."""
    asked = known.get("GET" if request.method == "HEAD" else request.method or "")
    name = next((name for name in request.GET if asked is not None and name not in asked), None)
    if asked is None or name is None:
        return None
    knows = f"It knows {', '.join(sorted(asked))}." if asked else "It knows none."
    sentence = f"This address does not know the question “{name[:60]}”. {knows}"
    return problem(422, Sort.REFUSED, sentence, [Complaint(field=name[:60], label="", sentence=sentence, article="")])
