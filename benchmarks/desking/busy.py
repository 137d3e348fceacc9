"""How long processors worked for this process and for its database: what a page costs, whatever else a machine does."""

from __future__ import annotations

import time
from pathlib import Path


class Busy:
    """`backend` is the database's process for our connection; one on another machine counts for nothing."""

    def __init__(self, backend: int) -> None:
        self._place = Path(f"/proc/{backend}/schedstat")

    def seconds(self) -> float:
        """So far, of both together."""
        return time.process_time() + self._database()

    def _database(self) -> float:
        try:
            return int(self._place.read_text("utf-8").split()[0]) / 1e9
        except (OSError, ValueError, IndexError):
            return 0.0
