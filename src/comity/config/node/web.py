"""The web server: granian with one process of our application. Its own first process imports no Django."""

from __future__ import annotations

from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import Server

from comity.config.env import Env
from comity.config.node.lifeline import hold_on

THREADS = 4
"""Pages answered at once; each thread keeps one database connection."""


def serve(env: Env) -> None:
    """Serve pages at the node's address until asked to stop."""
    hold_on()
    Server(
        "comity.config.wsgi:application",
        address=env.host,
        port=env.port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=1,
        blocking_threads=THREADS,
        runtime_blocking_threads=THREADS,
        backlog=256,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=8,
    ).serve()
