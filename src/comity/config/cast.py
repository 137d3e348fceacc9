"""The cast of the demonstration world: who can sign in, as what, with which password. Light: pages read it too."""

from __future__ import annotations

from dataclasses import dataclass

from comity.people.rules.roles import Role

PASSWORD = "comity-demonstration"  # noqa: S105  known to everybody, and refused on a node that others can reach


@dataclass(frozen=True, slots=True)
class Part:
    """One member of the cast: a username, and the roles it plays."""

    username: str
    name: str
    roles: tuple[Role, ...]


CAST = (
    Part("duty", "Duty officer", (Role.DUTY_OFFICER,)),
    Part("drafter", "Drafter", (Role.DRAFTER,)),
    Part("approver", "Approver", (Role.APPROVER,)),
    Part("editor", "Editor", (Role.EDITOR,)),
    Part("reviewer", "Second editor", (Role.EDITOR,)),
    Part("programme", "Programme officer", (Role.PROGRAMME_OFFICER,)),
    Part("auditor", "Auditor", (Role.AUDITOR,)),
    Part("admin", "Administrator", (Role.ADMINISTRATOR,)),
)
