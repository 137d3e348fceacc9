"""What every page shows around its own content: the node, the user's roles and the rail. Reads nothing about cases."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from comity.people.access import person
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import Role
from comity.web.rail import rail_for
from comity.web.theme import theme_of


@dataclass(frozen=True, slots=True)
class Node:
    """The node as a page names it: its country and the organisation that answers for it."""

    country: str
    country_name: str
    organisation: str
    demonstration: bool
    version: str


def context(request: HttpRequest) -> dict[str, Any]:
    """Django's context processor for the frame. Signed-out visitors get the public part of the rail and no roles."""
    roles = _roles(request)
    return {
        "node": _node(),
        "roles": roles,
        "rail": rail_for(request.path, signed_in=bool(roles) or _signed_in(request), roles=roles),
        "theme": theme_of(request),
    }


@cache
def _node() -> Node:
    env = settings.ENV
    return Node(str(env.country), env.country.english_name, env.organisation, env.demonstration, version("comity"))


def _signed_in(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated


def _roles(request: HttpRequest) -> frozenset[Role]:
    if not _signed_in(request):
        return frozenset()
    return roles_of(person(request.user))
