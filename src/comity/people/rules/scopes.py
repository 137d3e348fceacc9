"""What a token may be used for. A scope narrows what its user may do; it never widens it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from comity.kernel.words import noted, say
from comity.people.rules.refusal import Refused


class Scope(StrEnum):
    """One thing that a program may do in its user's name. `label` names it on pages, `sentence` says what it allows."""

    READ = "read"
    DRAFT = "draft"
    DECIDE = "decide"
    STATISTICS = "statistics"

    @property
    def label(self) -> str:
        return self.value.capitalize()

    @property
    def sentence(self) -> str:
        return _SENTENCES[self]

    @property
    def choice(self) -> str:
        """Both, as a form offers them."""
        return _CHOICES[self]


_SENTENCES = {
    Scope.READ: "Reads the cases and requests that you may see.",
    Scope.DRAFT: "Opens cases, drafts requests, registers what arrived.",
    Scope.DECIDE: "Approves, signs and sends requests, and handles incoming ones. Give it to no program that you do not"
    " watch.",
    Scope.STATISTICS: "Reads figures. No case and no name is in them.",
}
_CHOICES = {
    Scope.READ: noted("Read. Reads the cases and requests that you may see."),
    Scope.DRAFT: noted("Draft. Opens cases, drafts requests, registers what arrived."),
    Scope.DECIDE: noted(
        "Decide. Approves, signs and sends requests, and handles incoming ones. Give it to no program that you do not"
        " watch."
    ),
    Scope.STATISTICS: noted("Statistics. Reads figures. No case and no name is in them."),
}


def scopes_from(texts: Iterable[str]) -> tuple[Scope, ...]:
    """`texts` as scopes, each once, in the order in which scopes are declared. Raises Refused for an unknown one."""
    given = set(texts)
    if unknown := sorted(given - set(Scope)):
        known = ", ".join(Scope)
        raise Refused("scopes", say("“{text}” is no scope. Choose from {scopes}.", text=unknown[0][:40], scopes=known))
    return tuple(scope for scope in Scope if scope in given)
