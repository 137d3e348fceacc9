"""Roles: what a person is trusted to do on this node. Who may see which case is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from comity.kernel.words import say


class Role(StrEnum):
    """A role that a mandate can give. `label` names it on pages, `sentence` says what it allows."""

    DRAFTER = "drafter"
    APPROVER = "approver"
    DUTY_OFFICER = "duty-officer"
    EDITOR = "editor"
    PROGRAMME_OFFICER = "programme-officer"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        return self.value.replace("-", " ").capitalize()

    @property
    def sentence(self) -> str:
        return _SENTENCES[self]


_SENTENCES = {
    Role.DRAFTER: "Opens cases and drafts requests.",
    Role.APPROVER: "Approves and signs requests that somebody else drafted.",
    Role.DUTY_OFFICER: "Is on duty at the 24/7 point of contact: drafts requests, watches what runs out.",
    Role.EDITOR: "Keeps the atlas: proposes and reviews facts about countries and authorities.",
    Role.PROGRAMME_OFFICER: "Runs projects: results, activities, people at events, budgets and reports.",
    Role.AUDITOR: "Reads everything, the ledger included, and changes nothing.",
    Role.ADMINISTRATOR: "Adds users, gives and takes roles, and looks after the node.",
}


class NotEntitled(Exception):
    """The user has no role that allows this. The text says which roles do."""


def needs(roles: Iterable[Role]) -> str:
    """For a user who lacks them: which of `roles` would do, in a sentence."""
    labels = [say(role.label).lower() for role in roles]
    named = labels[0]
    if len(labels) > 1:
        named = say("{some} or {last}", some=", ".join(labels[:-1]), last=labels[-1])
    return say("This needs the role of {role}, which you do not have today. An administrator can give it.", role=named)
