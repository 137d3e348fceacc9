"""Looking at what a stranger's software added to a letter, in a process of its own with bounded memory and time.

This module is both ends: `increment_apart` starts the process and waits; run as a program, it is that process.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import threading

from comity.documents.rules.increment import Added, Increment

SECONDS = 30
"""By the clock, on a busy machine; an ordinary letter takes half a second."""
PROCESSOR_SECONDS = 8
MEMORY = 1024**3
_place = threading.BoundedSemaphore(1)


def increment_apart(before: bytes, after: bytes) -> Increment:
    """`increment.increment` in a process of its own. What exhausts it is unreadable."""
    if not _place.acquire(timeout=SECONDS):
        return Increment(Added.BUSY)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "comity.documents.adapters.increment_process"],
            input=b"%d\n" % len(before) + before + after,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONUTF8": "1"},
        )
    except subprocess.TimeoutExpired:
        return Increment(Added.UNREADABLE)
    finally:
        _place.release()
    return Increment(Added.UNREADABLE) if done.returncode else Increment.from_plain(json.loads(done.stdout))


def _main() -> None:
    from comity.documents.adapters.increment import increment  # so that whoever only asks does not load the PDF reader

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    length, both = int(sys.stdin.buffer.readline()), sys.stdin.buffer.read()
    sys.stdout.write(json.dumps(increment(both[:length], both[length:]).plain()))


if __name__ == "__main__":
    _main()
