"""Checking a PDF that somebody holds: who signed it, and whether it is whole. Nothing of it is kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from comity.api.answers import answers
from comity.api.bearer import READ
from comity.api.problem import Raised, Sort
from comity.documents.queries.verification import verify
from comity.documents.rules.findings import Findings
from comity.documents.rules.findings import Problem as Found
from comity.documents.rules.judgement import LARGEST_FILE, judge
from comity.documents.rules.verification import Verdict, Verification
from comity.kernel import clock

router = Router(tags=["Documents"])


class Check(Schema):
    """One question that was asked of the file."""

    name: str
    answer: str
    sentence: str


class Verified(Schema):
    """The verdict. Only “whole” is good: unchanged since it was signed, by somebody this node knows.

    `request` is the attached request, null in a file that was changed.
    """

    verdict: Verdict
    trusted: bool
    signer: str
    organisation: str
    country: str
    issuer: str
    fingerprint: str
    signed_at: datetime | None
    signatures: int
    reasons: list[str]
    attachments: list[str]
    request: Any = Field(json_schema_extra={"description": "The attached request.json."})
    checks: list[Check]


@router.post(
    "/documents/verify",
    auth=READ,
    response=answers(Verified, 413, 415, 429),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
    summary="Check a PDF",
)
def check(request: HttpRequest) -> Verification:
    """The body is the file itself, up to 10 MB. Takes about half a second; two at once, others get 429."""
    if request.content_type != "application/pdf":
        raise Raised(
            415,
            Sort.MEDIA,
            "The body is the PDF itself. Send it with the header “Content-Type: application/pdf”.",
            headers={"Accept": "application/pdf"},
        )
    pdf = request.read(LARGEST_FILE + 1)
    if not pdf:
        raise Raised(422, Sort.REFUSED, "No file arrived. Send the PDF as the body.")
    found = verify(pdf)
    if found == judge(Findings(Found.BUSY), now=clock.now()):
        raise Raised(429, Sort.TOO_MANY, " ".join(found.reasons), headers={"Retry-After": "60"})
    return found
