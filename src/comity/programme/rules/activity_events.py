"""What the ledger says about an activity: planned, changed, moved, confirmed, and the documents it keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from comity.ledger.rules.event import Event


def activity_subject(project: str, code: str) -> str:
    """How the ledger names an activity: by its leading project and its code."""
    return f"activity:{project}/{code}"


@dataclass(frozen=True, kw_only=True)
class ActivityPlanned(Event):
    """An activity was entered here."""

    name: ClassVar[str] = "activity-planned"
    title: str
    kind: str
    when: str


@dataclass(frozen=True, kw_only=True)
class ActivityEdited(Event):
    """What is said of it was changed: `changed` has each field that differs, as label and new words."""

    name: ClassVar[str] = "activity-edited"
    version: int
    changed: list[list[str]]


@dataclass(frozen=True, kw_only=True)
class ActivityMoved(Event):
    """It went from one state to another."""

    name: ClassVar[str] = "activity-moved"
    before: str
    state: str
    reason: str = ""
    outcome: str = ""


@dataclass(frozen=True, kw_only=True)
class ActivityConfirmed(Event):
    """What its document doubted is certain; `remark` says by whom."""

    name: ClassVar[str] = "activity-confirmed"
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class ActivityDocumentAttached(Event):
    """A file is kept with it."""

    name: ClassVar[str] = "activity-document-attached"
    title: str
    file: str
    digest: str
    size: int
    public: bool


@dataclass(frozen=True, kw_only=True)
class ActivityDocumentRemoved(Event):
    """A file is kept no longer; its digest stays here."""

    name: ClassVar[str] = "activity-document-removed"
    title: str
    digest: str
    public: bool
