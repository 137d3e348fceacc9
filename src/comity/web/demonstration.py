"""The sign-ins of a demonstration node, for its sign-in page. Gives none on any other node."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from django.conf import settings


@dataclass(frozen=True, slots=True)
class DemonstrationSignIn:
    """One of the cast: whom one can be, and what that part may do."""

    username: str
    display_name: str
    may: tuple[str, ...]
    password: str


def sign_ins() -> tuple[DemonstrationSignIn, ...]:
    """The cast that `settings.DEMONSTRATION_CAST` names: this floor may not know the module itself."""
    if not settings.ENV.demonstration:
        return ()
    cast = import_module(settings.DEMONSTRATION_CAST)
    return tuple(
        DemonstrationSignIn(part.username, part.name, tuple(role.sentence for role in part.roles), cast.PASSWORD)
        for part in cast.CAST
    )
