"""What a file is that somebody wants to attach. Keeps nothing of it, and never runs it."""

from __future__ import annotations

from comity.documents.adapters.reading.apart import Busy
from comity.documents.adapters.recognition.process import recognise_apart
from comity.documents.rules.file_marks import harmful, misnamed
from comity.documents.rules.found_file import FoundFile

__all__ = ["Busy", "FileNotTaken", "recognised"]


class FileNotTaken(ValueError):
    """The file cannot go along with a letter. The text says what was found, and what to do."""


def recognised(content: bytes, name: str) -> FoundFile:
    """What `content`, a file of this name, is. Takes a fifth of a second, ten at most.

    Raises FileNotTaken; Busy where too many others are being read.
    """
    found = harmful(content) or recognise_apart(content, name)
    if found.kind is None:
        raise FileNotTaken(found.sentence)
    if sentence := misnamed(found.kind, name):
        raise FileNotTaken(sentence)
    return found
