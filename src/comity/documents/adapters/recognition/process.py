"""Recognising a file in a process of its own. `recognise_apart` starts it; run as a program, this module is it."""

from __future__ import annotations

import json
import sys

from comity.documents.adapters.reading.apart import Apart, TooCostly, bound
from comity.documents.rules.found_file import FoundFile, Obstacle, stopped

PROCESSOR_SECONDS = 8
MEMORY = 300 * 1024 * 1024
"""Bytes of address space: Python and the PDF reader take a sixth of it."""
READER = Apart("comity.documents.adapters.recognition.process", seconds=10, wait=10, at_once=2)
"""An ordinary file takes a fifth of a second."""


def recognise_apart(content: bytes, name: str) -> FoundFile:
    """`recognise` in a process of its own. A file that uses up its time or memory is too costly.

    Raises Busy; Broken where the process itself fails.
    """
    try:
        answer = READER.run(json.dumps({"name": name}).encode() + b"\n" + content)
    except TooCostly:
        return stopped(Obstacle.TOO_COSTLY)
    return FoundFile.from_plain(json.loads(answer))


def _main() -> None:
    from comity.documents.adapters.recognition.recognise import recognise  # so that whoever asks loads no reader

    bound(memory=MEMORY, processor_seconds=PROCESSOR_SECONDS)
    order = json.loads(sys.stdin.buffer.readline())
    try:
        found = recognise(sys.stdin.buffer.read(), order["name"])
    except (MemoryError, RecursionError):
        found = stopped(Obstacle.TOO_COSTLY)
    sys.stdout.write(json.dumps(found.plain()))


if __name__ == "__main__":
    _main()
