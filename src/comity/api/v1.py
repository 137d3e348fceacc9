"""The first version of the API: every resource in one place, and the schema as it is published."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.operation import Operation

from comity.api.honest_schema import published
from comity.api.refusals import answer_with_problems
from comity.api.resources import (
    about,
    arrivals,
    atlas,
    attachments,
    cases,
    corrections,
    decisions,
    documents,
    figures,
    from_file,
    handling,
    health,
    identifying,
    kinds,
    plans,
    requests,
    roster,
    tickets,
)
from comity.api.strict_json import StrictParser

ROOT = "/api/v1/"

DESCRIPTION = """\
Cases, requests and the law of this node, for programs. A token of the page “Your tokens” speaks for its user: the
user's roles rule as on the pages, and the token's scopes narrow them. What is refused is said as problem details
(RFC 9457), field by field, with the article that asks for it. Lists come page by page, with the address of the next.
Whatever changes something may carry an Idempotency-Key; whatever decides on a request carries If-Match.
"""


class Api(NinjaAPI):
    """django-ninja's API, with shorter names of operations."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Its resource and what it does: “requests_draft”."""
        module = operation.view_func.__module__.rpartition(".")[2]
        return f"{module}_{operation.view_func.__name__.strip('_')}"


v1 = Api(
    title="Comity",
    version="1",
    description=DESCRIPTION,
    openapi_url=None,  # served by ourselves, made once
    docs_url=None,  # pages that run scripts of other houses have no place under our policy
    urls_namespace="api-v1",
    parser=StrictParser(),
)
answer_with_problems(v1)
_RESOURCES = (
    cases,
    from_file,
    requests,
    attachments,
    decisions,
    handling,
    corrections,
    tickets,
    arrivals,
    about,
    kinds,
    plans,
    atlas,
    identifying,
    documents,
    figures,
    roster,
    health,
)
for _resource in _RESOURCES:
    v1.add_router("", _resource.router)


def openapi() -> dict[str, Any]:
    """The schema (OpenAPI 3.1): problems under their own media type, nothing of this node in it."""
    return published(dict(v1.get_openapi_schema(path_prefix=ROOT.lstrip("/"))))
