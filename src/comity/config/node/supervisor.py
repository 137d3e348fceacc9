"""Keeps the node's processes going until it is asked to stop, then ends them in order. Imports no Django."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence

from comity.config.node.child import Child
from comity.config.postgres.problem import DatabaseProblem
from comity.config.postgres.server import Server

PULSE = 0.2
"""Seconds between two looks at the children."""

PATIENCE = 10.0
"""Seconds that children get to finish when they are asked to end."""


def say(sentence: str) -> None:
    """One line to whoever started the node; a closed terminal is no reason to fall over."""
    try:
        sys.stderr.write(f"{sentence}\n")
        sys.stderr.flush()
    except OSError:
        pass


class Stop:
    """Whether somebody asked the node to stop: Ctrl-C, a terminal that closes, or a service manager."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._times = 0

    def __enter__(self) -> Stop:
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, self._ask)
        return self

    def __exit__(self, *_: object) -> None:
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, signal.SIG_IGN)

    def _ask(self, *_: object) -> None:
        self._times += 1
        self._asked.set()

    def asked(self) -> bool:
        """Whether a stop was asked for."""
        return self._asked.is_set()

    def insisted(self) -> bool:
        """Whether it was asked for more than once."""
        return self._times > 1

    def wait(self, seconds: float) -> bool:
        """Wait that long, or until asked to stop; returns whether asked."""
        return self._asked.wait(seconds)


def wait_until(ready: Callable[[], bool], child: Child, stop: Stop, limit: float) -> bool:
    """Wait until `ready`, at most `limit` seconds; False when the time is over, the child ends or a stop is asked."""
    deadline = time.monotonic() + limit
    while not ready():
        if not child.alive() or time.monotonic() > deadline or stop.wait(PULSE / 4):
            return False
    return True


def keep_going(children: Sequence[Child], database: Server | None, stop: Stop) -> None:
    """Watch until a stop is asked: a child or a database that ended is started again, and that is said."""
    while not stop.wait(PULSE):
        if database is not None and not database.alive():
            _revive(database, stop)
        for child in children:
            if news := child.mend():
                say(news)


def end(children: Sequence[Child], database: Server | None, stop: Stop) -> None:
    """Ask all children to end, insist after a while or at a second request, and stop the database last."""
    for child in children:
        child.ask_to_end()
    deadline = time.monotonic() + PATIENCE
    while any(child.alive() for child in children) and time.monotonic() < deadline and not stop.insisted():
        time.sleep(PULSE / 4)
    for child in children:
        child.end()
    if database is not None:
        database.stop()


def _revive(database: Server, stop: Stop) -> None:
    say("The database ended unexpectedly. It starts again.")
    try:
        database.start()
    except DatabaseProblem as problem:
        say(f"{problem} Trying again in 5 s.")
        stop.wait(5)
