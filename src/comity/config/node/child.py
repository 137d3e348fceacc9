"""One process that the supervisor keeps going: started in a group of its own, restarted with growing patience, ended.

Its standard input is a lifeline: it ends when the supervisor does, however that happens.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

LONGEST_WAIT = 30.0
"""Seconds between two starts of a child that keeps failing."""

SETTLED = 60.0
"""Seconds that a child must live for its next failure to count as the first."""


def node_command(name: str) -> list[str]:
    """The command line of a process of this node."""
    return [sys.executable, "-m", "comity.config.command", name]


class Child:
    """A named process of the node."""

    def __init__(self, title: str, name: str) -> None:
        self.title, self._name = title, name
        self._process: subprocess.Popen[bytes] | None = None
        self._started = self._due = 0.0
        self._failures = 0

    def start(self) -> None:
        """Start the process; what is left of an earlier one is ended first."""
        self._end_group(signal.SIGKILL)
        self._started = time.monotonic()
        self._process = subprocess.Popen(  # noqa: S603  our own program
            node_command(self._name),
            stdin=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C in the terminal is the supervisor's to answer
            cwd=Path("/"),
            env=os.environ | {"MALLOC_ARENA_MAX": "2", "PYTHONUNBUFFERED": "1"},
        )

    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.poll() is None

    def mend(self) -> str | None:
        """Start the process again when it has ended and its wait is over. Returns a sentence when there is news."""
        now = time.monotonic()
        if self.alive():
            return None
        if self._due == 0.0:
            self._failures = 1 if now - self._started > SETTLED else self._failures + 1
            wait = min(2.0 ** (self._failures - 1), LONGEST_WAIT)
            self._due = now + wait
            return f"{self.title} ended unexpectedly ({self._how()}). It starts again in {wait:.0f} s."
        if now >= self._due:
            self._due = 0.0
            self.start()
        return None

    def ask_to_end(self) -> None:
        """Ask the process to finish what it does, and end."""
        if self.alive() and self._process is not None:
            self._process.terminate()

    def end(self) -> None:
        """End the process and all that it started, now."""
        self._end_group(signal.SIGKILL)

    def _end_group(self, sign: signal.Signals) -> None:
        if self._process is None:
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, sign)
        self._process.wait()
        if self._process.stdin:
            self._process.stdin.close()
        self._process = None

    def _how(self) -> str:
        code = self._process.returncode if self._process else None
        if code is not None and code < 0:
            return signal.Signals(-code).name
        return f"exit code {code}"
