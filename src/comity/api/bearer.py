"""Who calls: the holder of a token, and what the token lets them do. The user's roles still rule, as on the pages."""

from __future__ import annotations

from math import ceil

from django.conf import settings
from django.http import HttpRequest
from ninja.security import HttpBearer

from comity.api.allowance import Allowance
from comity.api.problem import Raised, Sort
from comity.kernel import clock
from comity.people.access import Person
from comity.people.actions.use_token import use_token
from comity.people.queries.tokens import Holder
from comity.people.rules.scopes import Scope
from comity.people.rules.tokens import TokenRefused


class Bearer(HttpBearer):
    """Lets in whoever brings a token with `scope`. A session's cookie is not looked at."""

    def __init__(self, scope: Scope | None) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Holder:
        """The holder. Raises Raised: 401 for a token that opens nothing, 403 for one without the scope, 429 for one
        that has changed all that it may in a minute."""
        try:
            holder = use_token(token.strip())
        except TokenRefused as problem:
            raise unauthenticated(str(problem)) from None
        if self.scope is not None and self.scope not in holder.scopes:
            raise Raised(
                403,
                Sort.NOT_ENTITLED,
                f"This token lacks the scope “{self.scope.value}”. Create another on the page “Your tokens”.",
                headers={"WWW-Authenticate": f'Bearer error="insufficient_scope", scope="{self.scope.value}"'},
            )
        if self.scope in _CHANGING and request.method not in _READING:
            _count(holder)
        return holder


def _count(holder: Holder) -> None:
    """Raises Raised (429) where the token has used its minute's allowance."""
    wait = _allowance.take(holder.token, clock.now().timestamp())
    if wait > 0:
        seconds = ceil(wait)
        raise Raised(
            429,
            Sort.TOO_MANY,
            f"This token may change {settings.ENV.api_changes} things a minute on this node, and has. Nothing was "
            f"done; send it again in {seconds} s.",
            headers={"Retry-After": str(seconds)},
        )


_CHANGING = frozenset({Scope.DRAFT, Scope.DECIDE})
_READING = frozenset({"GET", "HEAD"})
_allowance = Allowance(settings.ENV.api_changes)

ANY = Bearer(None)
READ = Bearer(Scope.READ)
DRAFT = Bearer(Scope.DRAFT)
DECIDE = Bearer(Scope.DECIDE)
STATISTICS = Bearer(Scope.STATISTICS)


def caller(request: HttpRequest) -> Person:
    """The user in whose name the call is made. To be called where the operation has asked for a token."""
    return holding(request).user


def holding(request: HttpRequest) -> Holder:
    """The token that the call was made with, as far as others may know it."""
    holder = getattr(request, "auth", None)
    if not isinstance(holder, Holder):
        raise TypeError("This operation asks for no token, so that nobody calls.")
    return holder


def unauthenticated(sentence: str) -> Raised:
    """The problem of whoever brings no token, or one that opens nothing."""
    return Raised(401, Sort.NO_TOKEN, sentence, headers={"WWW-Authenticate": 'Bearer realm="comity"'})
