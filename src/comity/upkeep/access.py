"""The one door from a user to packs that countries sign, and to offers of packs."""

from __future__ import annotations

from comity.ledger.rules.actor import CONSOLE, Actor
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role


def pack_keeper(by: User | None) -> Actor:
    """The actor who hands packs on and takes them in: an editor, an administrator, or the node's console (None).

    Raises NotEntitled.
    """
    if by is None:
        return CONSOLE
    require(by, Role.EDITOR, Role.ADMINISTRATOR)
    return by.actor
