"""What the ledger says about projects and their activities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from comity.ledger.rules.event import Event


def project_subject(code: str) -> str:
    """How the ledger names a project."""
    return f"project:{code}"


@dataclass(frozen=True, kw_only=True)
class ProjectAdopted(Event):
    """A project that a pack describes is kept by this node from now on."""

    name: ClassVar[str] = "project-adopted"
    pack: str
    results: int
    activities: int


@dataclass(frozen=True, kw_only=True)
class ProjectCreated(Event):
    """A project began on this node."""

    name: ClassVar[str] = "project-created"
    title: str


@dataclass(frozen=True, kw_only=True)
class ProjectEdited(Event):
    """What is said of a project was changed: `changed` has each field that differs, as label and new words."""

    name: ClassVar[str] = "project-edited"
    version: int
    changed: list[list[str]]
