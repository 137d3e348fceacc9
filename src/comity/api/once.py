"""A call that is repeated under one Idempotency-Key is carried out once, and answered each time as the first time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Schema

from comity.api.bearer import caller
from comity.api.problem import Raised, Sort, refusal
from comity.kernel.digest import Digest
from comity.people.actions.answer_once import InProgress, RepeatedDifferently, answer_once
from comity.people.rules.answer import Answer as Kept

LONGEST_KEY = 100
_KEY = re.compile(rf"[\x21-\x7e]{{1,{LONGEST_KEY}}}")

IDEMPOTENCY_KEY: dict[str, Any] = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": (
        "A text of your own, new for each thing to be done. A repetition with the same key and body, within 24 hours, "
        "does nothing and gets the first answer; with another body it is refused."
    ),
    "schema": {"type": "string", "pattern": f"^[!-~]{{1,{LONGEST_KEY}}}$"},
}
"""The parameter, as the schema describes it."""


@dataclass(frozen=True, slots=True)
class Done:
    """What an action led to: the status, what is said about it, and headers."""

    status: int
    body: Schema
    headers: dict[str, str] = field(default_factory=dict)


def once(request: HttpRequest, act: Callable[[], Done], *, body: bytes | None = None) -> HttpResponse:
    """The answer of `act`, or the kept one where this call was answered before. Action and kept answer are stored in
    one transaction; what was refused is not kept, since nothing was done. `body` is what the call says, where that is
    not its body byte for byte: each time a form is sent it has another boundary.

    Raises Raised (422 for a key that is none, or was used for another call; 409 while that call is carried out) and
    whatever `act` raises.
    """
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return _response(_kept(act()))
    if not _KEY.fullmatch(key):
        sentence = f"An Idempotency-Key has 1 to {LONGEST_KEY} letters, digits or signs of ASCII, without spaces."
        raise refusal("Idempotency-Key", sentence)
    try:
        return _response(answer_once(caller(request), key, _digest(request, body), lambda: _kept(act())))
    except RepeatedDifferently as problem:
        raise Raised(422, Sort.REPEATED_DIFFERENTLY, str(problem)) from None
    except InProgress as problem:
        raise Raised(409, Sort.STILL_RUNNING, str(problem), headers={"Retry-After": "1"}) from None


def _digest(request: HttpRequest, body: bytes | None) -> Digest:
    """Over all that says what is to be done: method, address, the version that was seen, body."""
    head = f"{request.method} {request.get_full_path()}\n{request.headers.get('If-Match', '')}\n"
    return Digest.of(head.encode("utf-8", "surrogateescape") + (request.body if body is None else body))


def _kept(done: Done) -> Kept:
    return Kept(done.status, done.headers, done.body.model_dump_json())


def _response(kept: Kept) -> HttpResponse:
    return HttpResponse(kept.body, status=kept.status, content_type="application/json", headers=dict(kept.headers))
