"""How fast the pages of a desk are with few requests and with a million, side by side in one run.

Two databases, each set up by `comity prepare` and filled by `comity seed`, and their addresses:

    export DATABASE_URL=postgresql://…/small; comity prepare && comity seed --requests 10000 --onto small
    export DATABASE_URL=postgresql://…/large; comity prepare && comity seed --requests 1000000 --onto large
    python benchmarks/desk.py postgresql://…/small postgresql://…/large [--rounds 40]

Both are asked in turns, page by page, so that whatever else the machine does falls on both. Ends with an error where a
promise is missed: every page under 100 ms at the 95th percentile, and growing by less than a half.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median, quantiles

from desking.pages import PAGES
from rig.machine import machine
from rig.table import table

HERE = Path(__file__).parent
MOST_MS = 100.0
MOST_GROWTH = 1.5
ROUNDS = 40


class Node:
    """A process with one of the databases."""

    def __init__(self, database: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "desking.answering"],
            cwd=HERE,
            env={**os.environ, "DATABASE_URL": database},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.requests = int(self._read()["requests"])

    def take(self, page: str) -> tuple[float, float]:
        """Milliseconds that the page took, and that processors worked for it, the database's included."""
        assert self._process.stdin
        self._process.stdin.write(page + "\n")
        self._process.stdin.flush()
        found = self._read()
        return found["ms"], found["busy"]

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(30)

    def _read(self) -> dict[str, float]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit("A process ended before it answered; see above.")
        found: dict[str, float] = json.loads(line)
        return found


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("databases", nargs="+", help="addresses of seeded databases, the smallest first")
    asked.add_argument("--rounds", type=int, default=ROUNDS, help="how often each page is opened")
    asked.add_argument("--only", default="", help="pages whose name holds this")
    said = asked.parse_args()
    nodes = [Node(database) for database in said.databases]
    pages = [page for page in PAGES if said.only in page]
    taken = {page: [_warm(node, page) for node in nodes] for page in pages}
    for _ in range(said.rounds):
        for page in pages:
            for node, sample in zip(nodes, taken[page], strict=True):
                sample.append(node.take(page))
    for node in nodes:
        node.close()
    print(machine())
    print(f"\n{said.rounds} times each page, in turns, through Django’s test client, in milliseconds\n")
    return _report(nodes, taken)


def _warm(node: Node, page: str) -> list[tuple[float, float]]:
    """What a process learns once is not the page's."""
    for _ in range(2):
        node.take(page)
    return []


def _report(nodes: list[Node], taken: dict[str, list[list[tuple[float, float]]]]) -> int:
    """The promises are on the processors' time, so that they do not hang on what else the machine does."""
    head = ["page"]
    for node in nodes:
        head += [f"{node.requests}: median", "95th", "of the processors", "95th"]
    rows, missed = [], []
    for page, samples in taken.items():
        passed = [[one[0] for one in sample] for sample in samples]
        busy = [[one[1] for one in sample] for sample in samples]
        cells = [
            f"{number:.1f}"
            for wall, worked in zip(passed, busy, strict=True)
            for number in (median(wall), _95th(wall), median(worked), _95th(worked))
        ]
        growth = median(busy[-1]) / median(busy[0])
        rows.append((page, *cells, f"{growth:.2f}"))
        if _95th(busy[-1]) >= MOST_MS or growth >= MOST_GROWTH:
            missed.append(page)
    print(table((*head, "growth"), rows))
    if missed:
        print(f"\nMISSED: {', '.join(missed)}")
        return 1
    print(f"\nKept: every page under {MOST_MS:.0f} ms at the 95th percentile, growing by less than {MOST_GROWTH}.")
    return 0


def _95th(sample: list[float]) -> float:
    return quantiles(sample, n=20)[-1] if len(sample) > 1 else sample[0]


if __name__ == "__main__":
    sys.exit(main())
