"""Reading a stranger's PDF in a process of its own, with bounded memory and time, no secrets and no settings.

This module is both ends: `inspect_apart` starts the process and waits; run as a program, it is that process.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import threading
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from comity.documents.rules.anchor import Anchor
from comity.documents.rules.findings import Findings, Problem

SECONDS = 10
"""By the clock, from the start of the process to its end; an ordinary letter takes half a second."""
PROCESSOR_SECONDS = 6
MEMORY = 220 * 1024**2
"""Bytes beyond what Python and its libraries take before the file is read: together they stay below 300 MB."""
WAIT = 5
"""Seconds in which one of the places must become free."""
AT_ONCE = 2
_places = threading.BoundedSemaphore(AT_ONCE)


class ReaderBroken(RuntimeError):
    """The process could not do its work, and the file is not to blame. The text is what it said last."""


def inspect_apart(pdf: bytes, anchors: Sequence[Anchor], moment: datetime) -> Findings:
    """`inspection.inspect` in a process of its own. One that runs out of time or memory finds the file too costly.

    Raises ReaderBroken where the process itself fails.
    """
    order = {"anchors": [anchor.plain() for anchor in anchors], "moment": moment.isoformat()}
    if not _places.acquire(timeout=WAIT):
        return Findings(Problem.BUSY)
    try:
        done = _run(json.dumps(order).encode() + b"\n" + pdf)
    except subprocess.TimeoutExpired:
        return Findings(Problem.TOO_COSTLY)
    finally:
        _places.release()
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        return Findings(Problem.TOO_COSTLY)
    if done.returncode > 0:
        raise ReaderBroken(done.stderr.decode(errors="replace").strip().rpartition("\n")[2])
    return Findings.from_plain(json.loads(done.stdout))


def _run(order: bytes) -> subprocess.CompletedProcess[bytes]:
    """Ended by the operating system where it passes its bounds, by this process where it merely waits."""
    return subprocess.run(
        [sys.executable, "-m", "comity.documents.adapters.inspection_process"],
        input=order,
        capture_output=True,
        timeout=SECONDS,
        check=False,
        env=_environment(),
    )


def _environment() -> dict[str, str]:
    """Where Python finds this module, and nothing else: no database address, no folder of the node."""
    return {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONUTF8": "1"}


def _address_space() -> int:
    """What this process has of it, its libraries included."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def _main() -> None:
    from comity.documents.adapters.inspection import inspect  # so that whoever only asks does not load the PDF reader

    bound = _address_space() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    order = json.loads(sys.stdin.buffer.readline())
    anchors = [Anchor.from_plain(anchor) for anchor in order["anchors"]]
    findings = inspect(sys.stdin.buffer.read(), anchors, datetime.fromisoformat(order["moment"]))
    sys.stdout.write(json.dumps(findings.plain()))


if __name__ == "__main__":
    _main()
