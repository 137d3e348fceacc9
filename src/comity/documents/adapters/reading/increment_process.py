"""Looking at what a stranger's software added to a letter, in a process of its own.

Both ends: `increment_apart` starts it; run as a program, it is it.
"""

from __future__ import annotations

import json
import sys

from comity.documents.adapters.reading.apart import Apart, Broken, Busy, TooCostly, bound
from comity.documents.rules.increment import Added, Increment

PROCESSOR_SECONDS = 8
MEMORY = 1024**3
READER = Apart("comity.documents.adapters.reading.increment_process", seconds=30, wait=30, at_once=1)
"""On a busy machine; an ordinary letter takes half a second."""


def increment_apart(before: bytes, after: bytes) -> Increment:
    """`increment.increment` in a process of its own. What exhausts or breaks it is unreadable."""
    try:
        answer = READER.run(b"%d\n" % len(before) + before + after)
    except Busy:
        return Increment(Added.BUSY)
    except (TooCostly, Broken):
        return Increment(Added.UNREADABLE)
    return Increment.from_plain(json.loads(answer))


def _main() -> None:
    from comity.documents.adapters.reading.increment import (
        increment,  # so that whoever only asks does not load the PDF reader
    )

    bound(memory=MEMORY, processor_seconds=PROCESSOR_SECONDS)
    length, both = int(sys.stdin.buffer.readline()), sys.stdin.buffer.read()
    sys.stdout.write(json.dumps(increment(both[:length], both[length:]).plain()))


if __name__ == "__main__":
    _main()
