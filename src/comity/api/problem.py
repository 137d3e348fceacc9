"""Problem details (RFC 9457): how the API says that something was not done. Decides nothing itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from ninja import Schema
from pydantic import ConfigDict, Field

MEDIA_TYPE = "application/problem+json"


class Sort(StrEnum):
    """What kind of problem it is; the address of its description in docs/reference/api.md, as a name."""

    UNREADABLE = "unreadable"
    NO_TOKEN = "no-token"  # noqa: S105  the name of a problem
    NOT_ENTITLED = "not-entitled"
    NOT_FOUND = "not-found"
    METHOD = "method"
    NOT_ALLOWED = "not-allowed"
    STILL_RUNNING = "still-running"
    CHANGED_MEANWHILE = "changed-meanwhile"
    LENGTH = "length"
    TOO_LARGE = "too-large"
    MEDIA = "media"
    REFUSED = "refused"
    INCOMPLETE = "incomplete"
    REPEATED_DIFFERENTLY = "repeated-differently"
    NO_VERSION = "no-version"
    TOO_MANY = "too-many"
    FAILED = "failed"
    BUSY = "busy"

    @property
    def urn(self) -> str:
        return f"urn:comity:problem:{self.value}"


class Complaint(Schema):
    """One thing that is wrong: where, in a sentence that says what to do, and the article that asks for it."""

    model_config = ConfigDict(extra="forbid")

    field: str = Field(description="The field's name, or the place in what was sent; empty where it is the whole.")
    label: str = Field(description="The field's words on a form.")
    sentence: str
    article: str


class Problem(Schema):
    """Problem details (RFC 9457)."""

    model_config = ConfigDict(extra="forbid")

    type: str = Field(description="A name that stays: urn:comity:problem:…")
    title: str
    status: int = Field(ge=400, le=599)
    detail: str = Field(description="What is wrong and what to do, in sentences.")
    errors: list[Complaint] = Field(description="Field by field, where the problem has fields.")


class Raised(Exception):
    """A problem found by the API itself; it becomes the answer as it is."""

    def __init__(
        self,
        status: int,
        sort: Sort,
        detail: str,
        errors: Iterable[Complaint] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.sort, self.detail = status, sort, detail
        self.errors, self.headers = tuple(errors), dict(headers or {})

    def answer(self) -> HttpResponse:
        """The answer that says it."""
        return problem(self.status, self.sort, self.detail, self.errors, self.headers)


def problem(
    status: int,
    sort: Sort,
    detail: str,
    errors: Iterable[Complaint] = (),
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """An answer of type application/problem+json."""
    body: dict[str, Any] = {
        "type": sort.urn,
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "errors": [error.model_dump() for error in errors],
    }
    return HttpResponse(
        json.dumps(body, ensure_ascii=False), status=status, content_type=MEDIA_TYPE, headers=dict(headers or {})
    )


def refusal(field: str, sentence: str) -> Raised:
    """A value that cannot be taken: 422, with the field beside the sentence."""
    return Raised(422, Sort.REFUSED, sentence, [Complaint(field=field, label=field, sentence=sentence, article="")])
