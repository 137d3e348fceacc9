"""Ends this process when its supervisor is gone: the pipe on standard input then has no writer left."""

from __future__ import annotations

import os
import signal
import sys
import threading


def hold_on() -> None:
    """Watch the lifeline from now on; a process started by hand, in a terminal, has none and goes on."""
    if sys.stdin is None or sys.stdin.isatty():
        return
    threading.Thread(target=_watch, args=(sys.stdin.fileno(),), name="lifeline", daemon=True).start()


def _watch(line: int) -> None:
    while os.read(line, 64):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
