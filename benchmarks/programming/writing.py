"""Runs a command of the programme in a process of its own, and says how long it took and how much memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

_TICK = 0.02
_COMMAND = Path(sys.executable).with_name("comity")


@dataclass(frozen=True, slots=True)
class Written:
    """`megabytes` is the most that the process held at a time; `size` that of its file, in megabytes, too."""

    seconds: float
    busy: float
    megabytes: float
    size: float


def written(file: str, *words: str) -> Written:
    """What `comity programme … --to file` took."""
    with TemporaryDirectory() as folder:
        to = Path(folder, file)
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603  our own program
            [_COMMAND, "programme", *words, "--to", to]
        )
        most = 0.0
        while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
            most = max(most, _peak(process.pid))
            time.sleep(_TICK)
        _, status, usage = ended
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"comity programme {' '.join(words)} ended with {process.returncode}; see above.")
        return Written(
            time.perf_counter() - start,
            usage.ru_utime + usage.ru_stime,
            most,
            to.stat().st_size / 1e6,
        )


def _peak(pid: int) -> float:
    """Megabytes that the process held at most so far: its own, not those of the process that it was forked from."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    except OSError:  # it has ended meanwhile
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
