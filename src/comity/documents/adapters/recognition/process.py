"""Recognising a stranger's file in a process of its own: bounded in time and memory, without secrets or settings.

This module is both ends: `recognise_apart` starts the process and waits; run as a program, it is that process.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import threading

from comity.documents.rules.found_file import FoundFile, Obstacle, stopped

SECONDS = 10
"""By the clock; an ordinary file takes a fifth of a second."""
PROCESSOR_SECONDS = 8
MEMORY = 300 * 1024 * 1024
"""Bytes of address space: Python and the PDF reader take a sixth of it."""
AT_ONCE = 2
_places = threading.BoundedSemaphore(AT_ONCE)


class RecogniserBusy(RuntimeError):
    """Other files are being read, and none of them was done in time."""


class RecogniserBroken(RuntimeError):
    """The process could not do its work, and the file is not to blame. The text is what it said last."""


def recognise_apart(content: bytes, name: str) -> FoundFile:
    """`recognise` in a process of its own. A file that uses up its time or memory is too costly.

    Raises RecogniserBusy; RecogniserBroken where the process itself fails.
    """
    if not _places.acquire(timeout=SECONDS):
        raise RecogniserBusy
    try:
        done = _run(json.dumps({"name": name}).encode() + b"\n" + content)
    except subprocess.TimeoutExpired:
        return stopped(Obstacle.TOO_COSTLY)
    finally:
        _places.release()
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        return stopped(Obstacle.TOO_COSTLY)
    if done.returncode > 0:
        raise RecogniserBroken(done.stderr.decode(errors="replace").strip().rpartition("\n")[2])
    return FoundFile.from_plain(json.loads(done.stdout))


def _run(order: bytes) -> subprocess.CompletedProcess[bytes]:
    """Ended by the operating system where it passes its bounds, by this process where it merely waits."""
    return subprocess.run(
        [sys.executable, "-m", "comity.documents.adapters.recognition.process"],
        input=order,
        capture_output=True,
        timeout=SECONDS,
        check=False,
        env={"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONUTF8": "1"},
    )


def _main() -> None:
    from comity.documents.adapters.recognition.recognise import recognise  # so that whoever asks loads no reader

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    order = json.loads(sys.stdin.buffer.readline())
    try:
        found = recognise(sys.stdin.buffer.read(), order["name"])
    except (MemoryError, RecursionError):
        found = stopped(Obstacle.TOO_COSTLY)
    sys.stdout.write(json.dumps(found.plain()))


if __name__ == "__main__":
    _main()
