"""Whether the node answers, for whoever watches over it; needs no token and tells nothing about cases."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from ninja import Router, Schema

from comity.api.answers import answers
from comity.api.bearer import ANY, caller, holding
from comity.api.problem import Problem
from comity.kernel import clock
from comity.ledger.queries.deliveries import failed_deliveries
from comity.people.queries.roles import roles_of

router = Router(tags=["The node"])


class Health(Schema):
    """`failed_deliveries` counts what the node gave up telling its own parts: more than none needs somebody's eye."""

    status: str
    time: datetime
    failed_deliveries: int


class Caller(Schema):
    """In whose name a token speaks; what it may do is the scopes and the roles together."""

    username: str
    display_name: str
    time_zone: str
    roles: list[str]
    scopes: list[str]


@router.get("/health", auth=None, response={200: Health, 503: Problem}, summary="Whether the node answers")
def health(request: HttpRequest) -> Health:
    """Needs no token. Answers 503 where the database does not."""
    return Health(status="ok", time=clock.now(), failed_deliveries=failed_deliveries())


@router.get("/me", auth=ANY, response=answers(Caller), summary="In whose name this token speaks")
def me(request: HttpRequest) -> Caller:
    """The token's user, the roles held today, and the token's scopes."""
    user = caller(request)
    return Caller(
        username=user.username,
        display_name=user.display_name,
        time_zone=user.time_zone,
        roles=sorted(roles_of(user)),
        scopes=sorted(holding(request).scopes),
    )
