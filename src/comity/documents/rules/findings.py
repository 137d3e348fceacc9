"""What was found in a PDF, as bare facts: no verdict yet. Crosses from the process that reads strange files as JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from comity.documents.rules.inside import FileSort, Inside
from comity.documents.rules.seal import Seal, seal_from_plain


class Problem(StrEnum):
    """Why a file could not be read."""

    NONE = ""
    NOT_PDF = "not-pdf"
    TWO_FILES = "two-files"
    TOO_LARGE = "too-large"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    DAMAGED_SIGNED = "damaged-signed"
    TOO_COSTLY = "too-costly"
    BUSY = "busy"
    FOREIGN_SIGNATURE = "foreign-signature"


class Attached(StrEnum):
    """What became of the machine-readable copy."""

    NONE = "none"
    READ = "read"
    TWICE = "twice"
    TOO_LARGE = "too-large"


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything a verdict rests on. `request` is the text of the attachment request.json, unparsed.

    `instead`: what the file is, where it is no PDF, or is besides. `runs`: the PDF itself holds a script or an order
    that a viewer may carry out.
    """

    problem: Problem = Problem.NONE
    instead: FileSort = FileSort.UNKNOWN
    seals: tuple[Seal, ...] = ()
    files: tuple[Inside, ...] = ()
    runs: bool = False
    attached: Attached = Attached.NONE
    request: str = ""

    def plain(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_plain(cls, data: dict[str, Any]) -> Findings:
        """The opposite of `plain`. Raises KeyError, TypeError or ValueError for what `plain` does not make."""
        return cls(
            problem=Problem(data["problem"]),
            instead=FileSort(data["instead"]),
            seals=tuple(seal_from_plain(seal) for seal in data["seals"]),
            files=tuple(Inside(file["name"], file["size"], FileSort(file["sort"])) for file in data["files"]),
            runs=bool(data["runs"]),
            attached=Attached(data["attached"]),
            request=str(data["request"]),
        )
