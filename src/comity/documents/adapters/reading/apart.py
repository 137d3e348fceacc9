"""Reading a stranger's file in a process of its own: bounded in time and memory, without secrets or settings.

Whoever reads has a module that is both ends: it starts itself as a program by `Apart.run`, and as a program it calls
`bound` first. Knows nothing of what is read.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
from pathlib import Path


class Busy(RuntimeError):
    """Other files are being read, and none of them was done in time."""


class TooCostly(RuntimeError):
    """The file used up the time or the memory that its reader has."""


class Broken(RuntimeError):
    """The process could not do its work, and the file is not to blame. The text is what it said last."""


class Apart:
    """One kind of reading: the `module` that does it, and for how many files at once it has places.

    `seconds` are by the clock, from the start of the process to its end; `wait`, those in which a place must be free.
    """

    def __init__(self, module: str, *, seconds: float, wait: float, at_once: int) -> None:
        self.module, self.seconds, self.wait = module, seconds, wait
        self.places = threading.BoundedSemaphore(at_once)
        self.at_once = at_once

    def run(self, order: bytes) -> bytes:
        """What the program answers to `order`. Raises Busy, TooCostly, Broken."""
        if not self.places.acquire(timeout=self.wait):
            raise Busy
        try:
            done = self._started(order)
        except subprocess.TimeoutExpired as problem:
            raise TooCostly from problem
        finally:
            self.places.release()
        if done.returncode < 0 or b"MemoryError" in done.stderr:
            raise TooCostly
        if done.returncode > 0:
            raise Broken(done.stderr.decode(errors="replace").strip().rpartition("\n")[2])
        return done.stdout

    def _started(self, order: bytes) -> subprocess.CompletedProcess[bytes]:
        """Ended by the operating system where it passes its bounds, by this process where it merely waits."""
        return subprocess.run(  # noqa: S603  our own module, by our own interpreter
            [sys.executable, "-m", self.module],
            input=order,
            capture_output=True,
            timeout=self.seconds,
            check=False,
            env=environment(),
        )


def environment() -> dict[str, str]:
    """Where Python finds our modules, and nothing else: no database address, no folder of the node."""
    return {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONUTF8": "1"}


def bound(*, memory: int, processor_seconds: int) -> None:
    """For the program itself: from here on `memory` bytes of address space at most, and no file is written."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (processor_seconds, processor_seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def address_space() -> int:
    """Bytes that this process has of it, its libraries included."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
