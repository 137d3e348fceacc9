"""What a file inside a PDF is, in words, and whether opening it would run something. Looks at no byte."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from comity.kernel.sayable import sayable


class FileSort(StrEnum):
    """What a file is. `UNKNOWN`: none of those that are recognised; `UNREAD`: it was not looked into."""

    DATA = "data"
    TEXT = "text"
    PDF = "pdf"
    PICTURE = "picture"
    ARCHIVE = "archive"
    OFFICE = "office"
    MACRO = "macro"
    PROGRAM = "program"
    SCRIPT = "script"
    UNKNOWN = "unknown"
    UNREAD = "unread"

    @property
    def runs(self) -> bool:
        """Whether opening it may run something."""
        return self in {FileSort.MACRO, FileSort.PROGRAM, FileSort.SCRIPT}


@dataclass(frozen=True, slots=True)
class Inside:
    """`size` in bytes, unpacked; -1 where it was not unpacked to its end."""

    name: str
    size: int
    sort: FileSort

    @property
    def words(self) -> str:
        return _WORDS[self.sort]

    @property
    def runs(self) -> bool:
        return self.sort.runs


_WORDS = {
    FileSort.DATA: sayable("data in JSON or XML"),
    FileSort.TEXT: sayable("plain text"),
    FileSort.PDF: sayable("a PDF"),
    FileSort.PICTURE: sayable("a picture"),
    FileSort.ARCHIVE: sayable("an archive of other files, which were not looked into"),
    FileSort.OFFICE: sayable("an office document"),
    FileSort.MACRO: sayable("an office document with macros: opening it may run them. It was not opened"),
    FileSort.PROGRAM: sayable("a program. It was not run; do not open it"),
    FileSort.SCRIPT: sayable("a script, which opening may run. It was not run; do not open it"),
    FileSort.UNKNOWN: sayable("of a kind that is not recognised"),
    FileSort.UNREAD: sayable("not looked into: too large, or packed in an unusual way"),
}
