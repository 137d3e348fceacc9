"""What every page shows around its content: the node, the user's roles, the rail, who is on duty. Knows no case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from comity.kernel import clock
from comity.kernel.languages import LANGUAGES
from comity.people.access import person
from comity.people.queries.roles import roles_of
from comity.people.queries.roster import on_duty_now
from comity.people.rules.roles import Role
from comity.web.components.duty import Duty, duty
from comity.web.language import language_of
from comity.web.rail import rail_for
from comity.web.theme import theme_of

NOT_REPORTABLE = frozenset({"sign-in", "report-error", "register", "registered", "own-registration"})
"""Public pages whose address does not go into a report: some hold what only one person should have."""


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
        "language": language_of(request),
        "page_languages": LANGUAGES,
        "reportable": _reportable(request),
        "duty": SimpleLazyObject(lambda: _duty(request)),  # asked for by the top bar only, not by parts of a page
    }


@cache
def _node() -> Node:
    env = settings.ENV
    return Node(str(env.country), env.country.english_name, env.organisation, env.demonstration, version("comity"))


def _reportable(request: HttpRequest) -> bool:
    """Whether anybody may read the page, and so say that it is wrong; it must be one that has an address to come back
    to."""
    match = request.resolver_match
    if match is None or match.url_name in NOT_REPORTABLE:
        return False
    return request.method in {"GET", "HEAD"} and not getattr(match.func, "login_required", True)


def _signed_in(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated


def _duty(request: HttpRequest) -> Duty | None:
    """Who is on duty, in one query; visitors are not told."""
    if not _signed_in(request):
        return None
    reader = person(request.user)
    return duty(on_duty_now(), reader=reader.pk, zone=reader.zone, now=clock.now())


def _roles(request: HttpRequest) -> frozenset[Role]:
    if not _signed_in(request):
        return frozenset()
    return roles_of(person(request.user))
