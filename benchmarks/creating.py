"""How many requests four programs create through the interface in a second, and how long a list of 25 takes meanwhile.

    python benchmarks/creating.py [--seconds 20] [--requests 20000] [--rounds 40]

Opens a node of its own in a temporary folder (granian, worker, PostgreSQL: as `comity run` does), makes up a past of
20 thousand requests, and lets four programs with connections that stay open draft complete preservation requests, each
under an Idempotency-Key of its own. Nothing is switched off: every answer comes after its commit has reached the disk.
Programs and node share the machine's processors. Ends with an error where a promise is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
import urllib.request
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Manager
from statistics import median, quantiles

from drafting.client import Place, draft_for
from drafting.reader import openings, signed_in
from rig.machine import machine
from rig.node import Node
from rig.table import table

PROGRAMS = 4
LEAST_A_SECOND = 100.0
MOST_MS = 50.0
LISTS = {"the page “Requests”": "/requests/", "GET /api/v1/requests": "/api/v1/requests?limit=25"}


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--seconds", type=float, default=20.0, help="how long requests are drafted")
    asked.add_argument("--requests", type=int, default=20_000, help="how many requests there are before")
    asked.add_argument("--rounds", type=int, default=40, help="how often each list is opened")
    said = asked.parse_args()
    print(machine(), flush=True)
    with Node(**_UNHINDERED) as node:
        node.command("seed", "--requests", str(said.requests), "--onto", "comity")
        secret = _token(node)
        slow = _lists(node, secret, said.requests, said.rounds)
        few = _creating(node, secret, said.seconds)
    return int(slow or few)


_UNHINDERED = {"COMITY_API_CHANGES": "1000000"}
"""The programs share one token, and a token may otherwise change 600 things a minute."""


def _token(node: Node) -> str:
    return node.command(
        "user", "token", "create", "drafter", "--name", "Benchmark", "--scope", "read", "--scope", "draft"
    )


def _lists(node: Node, secret: str, requests: int, rounds: int) -> bool:
    headers = signed_in(node.port, "drafter") | {"Authorization": f"Bearer {secret}"}
    taken = {name: openings(node.port, address, headers, rounds) for name, address in LISTS.items()}
    print(f"\nA list of 25 among {requests} requests, {rounds} times, in milliseconds\n")
    rows = [(name, f"{median(sample):.1f}", f"{_95th(sample):.1f}") for name, sample in taken.items()]
    print(table(("list", "median", "95th"), rows))
    slow = any(median(sample) >= MOST_MS for sample in taken.values())
    print(f"\n{'MISSED' if slow else 'Kept'}: the median of a list under {MOST_MS:.0f} ms.", flush=True)
    return slow


def _creating(node: Node, secret: str, seconds: float) -> bool:
    place = Place(node.port, secret, _case(node.port, secret))
    with Manager() as manager, ProcessPoolExecutor(PROGRAMS) as apart:
        together = manager.Barrier(PROGRAMS + 1, timeout=seconds + 120)
        running = [apart.submit(draft_for, seconds, place, together) for _ in range(PROGRAMS)]
        together.wait()
        before = node.busy()
        together.wait()
        after = node.busy()
        taken = [one for program in running for one in program.result()]
    rate = len(taken) / seconds
    program, database = (1000 * (late - early) / len(taken) for late, early in zip(after, before, strict=True))
    print(f"\n{PROGRAMS} programs drafting for {seconds:.0f} seconds, times in milliseconds\n")
    head = ("created", "a second", "median", "95th", "processor, program", "processor, database")
    cells = f"{rate:.1f}", f"{median(taken):.1f}", f"{_95th(taken):.1f}", f"{program:.1f}", f"{database:.1f}"
    print(table(head, [(str(len(taken)), *cells)]))
    print(f"\n{'Kept' if rate >= LEAST_A_SECOND else 'MISSED'}: {LEAST_A_SECOND:.0f} requests a second.")
    return rate < LEAST_A_SECOND


def _case(port: int, secret: str) -> str:
    call = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/v1/cases",
        json.dumps({"title": "Benchmark"}).encode(),
        {"Authorization": f"Bearer {secret}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(call, timeout=60) as answer:  # noqa: S310  our own node
        reference: str = json.load(answer)["reference"]
    return reference


def _95th(sample: list[float]) -> float:
    return quantiles(sample, n=20)[-1]


if __name__ == "__main__":
    sys.exit(main())
