"""Tokens as their users see them, and the door that opens to a secret. Never shows a digest."""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from comity.kernel import clock
from comity.people.models.token import Token
from comity.people.models.user import User
from comity.people.rules.scopes import Scope
from comity.people.rules.tokens import LONGEST_SECRET, Purpose, Standing, TokenRefused, digest_of, standing


@dataclass(frozen=True, slots=True)
class TokenView:
    """One token; all moments in UTC."""

    id: int
    name: str
    purpose: Purpose
    scopes: tuple[Scope, ...]
    created_at: datetime
    last_used_at: datetime | None
    expires_at: datetime | None
    revoked_at: datetime | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Holder:
    """Whoever a secret speaks for. What the user may do the access door decides as for pages; `scopes` narrow it."""

    user: User
    scopes: frozenset[Scope]
    token: int
    last_used_at: datetime | None


def tokens_of(user: User) -> list[TokenView]:
    """The user's tokens, those that hold first, the newest first among them; the revoked ones of late at the end."""
    views = [_view(token) for token in Token.objects.filter(user=user).order_by("-created_at", "-pk")[:_SHOWN]]
    return sorted(views, key=lambda token: token.standing is not Standing.HOLDS)


def holder_of(secret: str, *, purpose: Purpose = Purpose.API) -> Holder:
    """Whose token has this secret, in one query. Changes nothing: `actions.use_token` also keeps when it was used.

    Looks up by digest and compares in constant time. Raises TokenRefused with one of three sentences: unknown (also
    where the token is for another purpose), expired, revoked (also where its user is deactivated).
    """
    if len(secret) > LONGEST_SECRET:
        raise TokenRefused.unknown()
    asked = digest_of(secret)
    with connection.cursor() as cursor:
        cursor.execute(_HOLDER, [asked, purpose.value])
        row = cursor.fetchone()
    if row is None or not hmac.compare_digest(row[0], asked):
        raise TokenRefused.unknown()
    number, scopes, last_used_at, expires_at, revoked_at = row[1:6]
    user = User.from_db(connection.alias, _USER, row[6:])
    state = standing(expires_at=expires_at, revoked_at=revoked_at, now=clock.now())
    if not user.is_active:
        state = Standing.REVOKED
    if state is not Standing.HOLDS:
        raise TokenRefused.because(state)
    return Holder(user, frozenset(Scope(scope) for scope in json.loads(scopes)), number, last_used_at)


_USER = [field.attname for field in User._meta.concrete_fields]
_HOLDER = f"""
SELECT token.digest, token.id, token.scopes::text, token.last_used_at, token.expires_at, token.revoked_at,
    {", ".join(f'holder."{field.column}"' for field in User._meta.concrete_fields)}
FROM people_token token JOIN people_user holder ON holder.id = token.user_id
WHERE token.digest = %s AND token.purpose = %s
"""  # noqa: S608  our own columns
"""Plain SQL, since every call of the API asks it."""


_SHOWN = 100


def _view(token: Token) -> TokenView:
    return TokenView(
        id=token.pk,
        name=token.name,
        purpose=Purpose(token.purpose),
        scopes=tuple(Scope(scope) for scope in token.scopes),
        created_at=token.created_at,
        last_used_at=token.last_used_at,
        expires_at=token.expires_at,
        revoked_at=token.revoked_at,
        standing=standing(expires_at=token.expires_at, revoked_at=token.revoked_at, now=clock.now()),
    )
