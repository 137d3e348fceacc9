"""Making a token: the one moment at which its secret can be seen."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import CONSOLE
from comity.people.models.token import Token
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.events import TokenCreated
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled
from comity.people.rules.tokens import MOST, PREFIX, Purpose, checked_expiry, checked_scopes, digest_of, name_from

_BYTES = 32


@transaction.atomic
def create_token(
    user: User,
    *,
    name: str,
    purpose: Purpose,
    scopes: Iterable[str] = (),
    expires_at: datetime | None = None,
    by: User | None,
) -> str:
    """A token for `user`; returns its secret, which is kept nowhere: 256 random bits behind the prefix “comity_”.

    `by` is the user, or None for the node's console. Raises NotEntitled for anybody else and for a user without a role;
    Refused with the field at fault: a name that is in use, scopes that do not fit the purpose, an expiry that has
    passed, too many tokens.
    """
    if by is not None and by.pk != user.pk:
        raise NotEntitled(say("A token acts in the name of its user: nobody makes one for somebody else."))
    user = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if not roles_of(user):
        raise NotEntitled(
            say("A token can do no more than its user, who holds no role today. An administrator gives one.")
        )
    token = Token(
        user=user,
        name=name_from(name),
        purpose=purpose,
        scopes=list(checked_scopes(purpose, scopes)),
        created_at=clock.now(),
        expires_at=expires_at,
    )
    checked_expiry(expires_at, clock.now())
    _check_room(user, token.name)
    secret = PREFIX + secrets.token_urlsafe(_BYTES)
    token.digest = digest_of(secret)
    token.save()
    record(_event(token, user), actor=by.actor if by else CONSOLE)
    return secret


def _check_room(user: User, name: str) -> None:
    kept = list(Token.objects.filter(user=user, revoked_at=None).values_list("name", flat=True))
    if name in kept:
        sentence = say("There is a token named “{name}” already. Choose another name, or revoke that one.", name=name)
        raise Refused("name", sentence)
    if len(kept) >= MOST:
        sentence = say("There are {count} tokens already, which is the most. Revoke one that nothing uses.", count=MOST)
        raise Refused("name", sentence)


def _event(token: Token, user: User) -> TokenCreated:
    return TokenCreated(
        subject=user.subject,
        username=user.username,
        token=token.pk,
        label=token.name,
        purpose=token.purpose,
        scopes=tuple(token.scopes),
        expires_at=token.expires_at,
    )
