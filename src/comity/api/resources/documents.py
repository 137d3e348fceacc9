"""Checking a PDF that somebody holds: who signed it, and whether it is whole. Nothing of it is kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from comity.api.answers import answers
from comity.api.bearer import READ
from comity.api.problem import Raised
from comity.api.problem import Sort as Trouble
from comity.documents.queries.verification import verify
from comity.documents.rules.findings import Findings
from comity.documents.rules.findings import Problem as Found
from comity.documents.rules.inside import FileSort
from comity.documents.rules.judgement import LARGEST_FILE, judge
from comity.documents.rules.seal import After, Revocation, SealLevel
from comity.documents.rules.verification import Verdict, Verification
from comity.kernel import clock
from comity.kernel.answer import Answer

router = Router(tags=["Documents"])


class Check(Schema):
    """One question that was asked. `signature`: which signature it is about, counted from 1; 0, the file."""

    name: str
    answer: Answer
    sentence: str
    signature: int


class TimeStamped(Schema):
    """What a time-stamp authority says (RFC 3161). `trusted`: it fits the file, and this node trusts it for time."""

    authority: str
    organisation: str
    country: str
    fingerprint: str
    at: datetime
    over_document: bool
    trusted: bool
    sentence: str


class Said(Schema):
    """One thing that a signature says or shows, in words."""

    label: str
    sentence: str


class OneSignature(Schema):
    """One signature, counted from 1 in the order of signing.

    `trusted`: it holds, and this node knows its signer. `claimed_at` is the signer's word; `proved_at` what a trusted
    time stamp shows, null where none does. `voucher` is the entry of this node's trust list that vouches, empty where
    none does. It covers the file up to state `revision` of `revisions`; `changes` is what came after, `revocation_at`
    when the list or answer inside the file was made.
    """

    number: int
    trusted: bool
    signer: str
    organisation: str
    country: str
    issuer: str
    fingerprint: str
    reason: str
    location: str
    mandate: str
    visible: bool
    claimed_at: datetime | None
    proved_at: datetime | None
    level: SealLevel
    voucher: str
    revision: int
    revisions: int
    changes: After
    revocation: Revocation
    revocation_at: datetime | None
    stamps: list[TimeStamped]
    facts: list[Said]


class FileInside(Schema):
    """A file inside the PDF, by its first bytes; `size` is -1 where it was not unpacked to its end. Nothing was run."""

    name: str
    size: int
    sort: FileSort
    words: str
    runs: bool


class Verified(Schema):
    """The verdict. Only “whole” is good: unchanged since it was signed, by somebody this node knows.

    `signed` are all signatures; `signer` to `signed_at` are of the first. `files` are those inside, `attachments` their
    names, `cautions` what opening the PDF or one of them might run. `request` is the attached request, null in a file
    that was changed.
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
    cautions: list[str]
    signed: list[OneSignature]
    files: list[FileInside]
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
            Trouble.MEDIA,
            "The body is the PDF itself. Send it with the header “Content-Type: application/pdf”.",
            headers={"Accept": "application/pdf"},
        )
    pdf = request.read(LARGEST_FILE + 1)
    if not pdf:
        raise Raised(422, Trouble.REFUSED, "No file arrived. Send the PDF as the body.")
    found = verify(pdf)
    if found == judge(Findings(Found.BUSY), now=clock.now()):
        raise Raised(429, Trouble.TOO_MANY, " ".join(found.reasons), headers={"Retry-After": "60"})
    return found
