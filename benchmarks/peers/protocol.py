"""What a peer is asked, and how it answers: one JSON document in, one out. Runs in the peer's own process."""

from __future__ import annotations

import json
import sys
import time
from itertools import permutations
from typing import Any, Protocol

Statuses = dict[str, list[str]]
"""By route, a status for each pair of countries, in the order of `pairs`."""


class Peer(Protocol):
    """A rule engine that answers for one pair of countries, or for all of them at once."""

    name: str
    version: str

    def prepare(self, world: dict[str, Any]) -> Any:
        """The facts of `world` as the engine wants them; not timed."""

    def one(self, prepared: Any, requester: str, requested: str) -> dict[str, str]:
        """The status of each route between two countries, from nothing but what is prepared."""

    def all(self, prepared: Any) -> Statuses:
        """The status of each route between every two countries, from nothing but what is prepared."""

    def session(self, prepared: Any) -> Any:
        """Something that `one_more` may ask again and again, or None where the engine has no such thing."""

    def one_more(self, session: Any, requester: str, requested: str) -> dict[str, str]:
        """As `one`, in a session."""


def pairs(world: dict[str, Any]) -> list[tuple[str, str]]:
    return list(permutations(world["countries"], 2))


def serve(peer: Peer) -> None:
    """Answer the job on standard input: the statuses of all its worlds, and how long the world to be timed took."""
    job = json.load(sys.stdin)
    statuses = [peer.all(peer.prepare(world)) for world in job["worlds"]]
    world, expected = job["worlds"][job["timed"]], statuses[job["timed"]]
    prepared = peer.prepare(world)
    place = {pair: number for number, pair in enumerate(pairs(world))}

    def check(pair: tuple[str, str], answer: dict[str, str]) -> None:
        wanted = {route: found[place[pair]] for route, found in expected.items()}
        if answer != wanted:
            raise SystemExit(f"{peer.name} contradicts itself on {pair}: {answer} alone, {wanted} among all.")

    questions = [tuple(pair) for pair in job["questions"]]
    samples = {"one": _timed(questions, lambda a, b: peer.one(prepared, a, b), check)}
    session = peer.session(prepared)
    if session is not None:
        samples["one_more"] = _timed(questions, lambda a, b: peer.one_more(session, a, b), check)
    samples["all"] = _timed([()] * job["rounds"], lambda: peer.all(prepared), lambda _pair, _answer: None)
    version = f"{peer.name} {peer.version}"
    json.dump({"version": version, "statuses": statuses, "samples": samples}, sys.stdout)


def _timed(questions: Any, ask: Any, check: Any) -> list[int]:
    """Nanoseconds for each question. What the answer is compared with, is not timed."""
    taken: list[int] = []
    for question in questions:
        start = time.perf_counter_ns()
        answer = ask(*question)
        taken.append(time.perf_counter_ns() - start)
        check(question, answer)
    return taken
