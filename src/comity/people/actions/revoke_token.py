"""Ending a token at once and for good. The row stays, so that its name can be told."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import CONSOLE
from comity.people.models.token import Token
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.events import TokenRevoked
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role


@transaction.atomic
def revoke_token(number: int, *, by: User | None) -> None:
    """The token opens nothing any more. `by` is its user, an administrator, or None for the node's console.

    Raises Refused: it is revoked already, or there is none that `by` may revoke; whether others have it is not told.
    """
    token = Token.objects.select_for_update(of=("self",), no_key=True).select_related("user").filter(pk=number).first()
    if token is None or not _may(by, token):
        raise Refused("token", say("There is no such token. Look for it in the list."))
    if token.revoked_at is not None:
        raise Refused("token", say("The token “{name}” is revoked already.", name=token.name))
    token.revoked_at = clock.now()
    token.save(update_fields=["revoked_at"])
    user = token.user
    record(
        TokenRevoked(subject=user.subject, username=user.username, token=token.pk, label=token.name),
        actor=by.actor if by else CONSOLE,
    )


def _may(by: User | None, token: Token) -> bool:
    return by is None or by.pk == token.user_id or Role.ADMINISTRATOR in roles_of(by)
