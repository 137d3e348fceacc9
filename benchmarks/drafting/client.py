"""One program that drafts complete requests one after another, over one connection that stays open."""

from __future__ import annotations

import http.client
import json
import time
import uuid
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier

from comity.casework.tests.complete import complete

CREATED = 201
WARMING = 20
"""Requests that each program drafts before the time is taken."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where to draft, and what as."""

    port: int
    secret: str
    case: str


def draft_for(seconds: float, place: Place, together: Barrier) -> list[float]:
    """Milliseconds that each request took which was drafted within `seconds`; all programs begin `together`."""
    connection = http.client.HTTPConnection("127.0.0.1", place.port, timeout=60)
    body = json.dumps({"kind": "preservation", "case": place.case, "content": complete()})
    for _ in range(WARMING):
        _draft(connection, place, body)
    taken: list[float] = []
    together.wait()
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        taken.append(_draft(connection, place, body))
    together.wait()
    return taken


def _draft(connection: http.client.HTTPConnection, place: Place, body: str) -> float:
    headers = {
        "Authorization": f"Bearer {place.secret}",
        "Content-Type": "application/json",
        "Idempotency-Key": uuid.uuid4().hex,
    }
    start = time.perf_counter()
    connection.request("POST", "/api/v1/requests", body, headers)
    response = connection.getresponse()
    said = response.read()
    if response.status != CREATED:
        raise SystemExit(f"{response.status}: {said.decode()}")
    return (time.perf_counter() - start) * 1000
