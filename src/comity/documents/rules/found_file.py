"""What a stranger's file was found to be, or why it is not taken: plain values that one process tells another.

Nothing that the file itself says stands in these sentences but a name that was bounded and cleaned before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from comity.documents.rules.file_kind import TAKEN, FileKind
from comity.kernel.sayable import said, sayable
from comity.kernel.words import noted

MOST_PAGES = 2000


class Obstacle(StrEnum):
    """Why a file is not taken."""

    EMPTY = "empty"
    PROGRAM = "program"
    SCRIPT = "script"
    WEB_PAGE = "web-page"
    ARCHIVE = "archive"
    OLD_OFFICE = "old-office"
    MACROS = "macros"
    EMBEDDED = "embedded"
    REMOTE = "remote"
    ACTS = "acts"
    CARRIES = "carries"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    UNFOLDS = "unfolds"
    TOO_LONG = "too-long"
    TOO_COSTLY = "too-costly"
    UNKNOWN = "unknown"

    @property
    def sentence(self) -> str:
        """What was found, and what to do; `{what}` stands for the sort of file."""
        return _SENTENCES[self]


_SENTENCES = {
    Obstacle.EMPTY: noted("No file arrived, or it is empty. Choose the file first, then press the button."),
    Obstacle.PROGRAM: (
        noted(
            "The file is {what}: a computer would run it. Programs are never attached. If it is "
            "evidence, hand it over as an exhibit, and attach a report about it."
        )
    ),
    Obstacle.SCRIPT: (
        noted(
            "The file is {what}: a computer may run it. Scripts are never attached. If its text "
            "matters, save it as plain text (.txt) or print it to PDF."
        )
    ),
    Obstacle.WEB_PAGE: noted(
        "The file is {what}, which may run scripts when it is opened. Print it to PDF and attach that."
    ),
    Obstacle.ARCHIVE: noted(
        "The file is {what}. Take its files out and add them one by one: each is listed with its hash."
    ),
    Obstacle.OLD_OFFICE: (
        noted(
            "The file is of an old office format (DOC, XLS, PPT, MSG), is protected by a password, "
            "or installs a program: from outside these look alike. Save it as DOCX or PDF without a "
            "password, and attach that."
        )
    ),
    Obstacle.MACROS: noted(
        "The {what} carries macros, which are programs. Save it without them, or as PDF, and attach that."
    ),
    Obstacle.EMBEDDED: (
        noted(
            "The {what} has other files or controls embedded in it, which nobody can look into here. "
            "Attach those on their own, and save this one as PDF."
        )
    ),
    Obstacle.REMOTE: (
        noted(
            "The {what} loads a template from another place when it is opened, which could be "
            "changed after it was signed. Save it as PDF and attach that."
        )
    ),
    Obstacle.ACTS: (
        noted(
            "The PDF acts by itself when it is opened: it runs a script or starts a program. Print "
            "it to a new PDF and attach that."
        )
    ),
    Obstacle.CARRIES: noted("The {what} carries a program inside. Attach it without what it carries."),
    Obstacle.ENCRYPTED: (
        noted(
            "The {what} is encrypted: whoever receives it could not read it without a password. Save "
            "it without one, and attach that."
        )
    ),
    Obstacle.DAMAGED: noted(
        "The file begins like a {what}, but cannot be read: it is damaged or cut off. Save it anew."
    ),
    Obstacle.UNFOLDS: (
        noted(
            "The {what} unfolds to far more than its size, as files do that are made to exhaust "
            "whoever opens them. Print it to a new PDF and attach that."
        )
    ),
    Obstacle.TOO_LONG: sayable(
        "The PDF has more than {most} pages. Attach the pages that matter, or divide it.", most=f"{MOST_PAGES:,}"
    ),
    Obstacle.TOO_COSTLY: (
        noted(
            "Reading the file took more time or memory than any letter needs, so it was not read to "
            "its end. Print it to a new PDF and attach that."
        )
    ),
    Obstacle.UNKNOWN: sayable(
        "Nothing tells what the file is. These are taken: {taken}. Save it as one of them.", taken=TAKEN
    ),
}


@dataclass(frozen=True, slots=True)
class FoundFile:
    """`kind` where the file is taken, with its pages where they are known; else the `obstacle` and `what` it is."""

    kind: FileKind | None = None
    pages: int | None = None
    obstacle: Obstacle | None = None
    what: str = noted("file")

    @property
    def sentence(self) -> str:
        """Why it is not taken; empty where it is."""
        return said(self.obstacle.sentence).replace("{what}", said(self.what)) if self.obstacle else ""

    def plain(self) -> dict[str, Any]:
        """In JSON's own types."""
        return {"kind": self.kind, "pages": self.pages, "obstacle": self.obstacle, "what": self.what}

    @classmethod
    def from_plain(cls, kept: Mapping[str, Any]) -> FoundFile:
        """What `plain` gave."""
        return cls(
            kind=FileKind(kept["kind"]) if kept["kind"] else None,
            pages=kept["pages"],
            obstacle=Obstacle(kept["obstacle"]) if kept["obstacle"] else None,
            what=kept["what"],
        )


def stopped(obstacle: Obstacle, what: str = noted("file")) -> FoundFile:
    """A file that is not taken."""
    return FoundFile(obstacle=obstacle, what=what)
