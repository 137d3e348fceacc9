"""One node, one folder: a lock that the system drops by itself, however the node ends. Holds no data."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from comity.config.problem import NodeProblem


@contextmanager
def only_node(home: Path) -> Iterator[None]:
    """Hold the folder `home` for this process. Raises NodeProblem where another node runs from it."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        file = (home / "node.lock").open("a+")
    except OSError as problem:
        raise NodeProblem(
            f"The node's folder {home} can't be used: {problem}. Make it writable, or choose another in COMITY_HOME."
        ) from problem
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as problem:
            file.seek(0)
            raise NodeProblem(
                f"A node already runs from {home} (process {file.read().strip() or 'unknown'}). "
                "Stop it, or choose another folder in COMITY_HOME."
            ) from problem
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield
