"""From findings to a verdict. Whatever is in doubt counts against the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from comity.documents.rules.checks import checks_of
from comity.documents.rules.findings import Attached, Findings, Problem
from comity.documents.rules.reasons import LARGEST_FILE, reasons_of, unread_words
from comity.documents.rules.request_copy import Unreadable, parsed
from comity.documents.rules.seal import After, Chain, Seal
from comity.documents.rules.signature_words import moment, signature_of
from comity.documents.rules.verification import Verdict, Verification
from comity.kernel.sayable import sayable

__all__ = ["LARGEST_FILE", "judge"]


def judge(findings: Findings, *, now: datetime) -> Verification:
    """The verdict on `findings`, with its reasons and checks in words. `now` is what certificates are held against."""
    if findings.problem is not Problem.NONE:
        return _unread(findings)
    request, trouble = _request(findings)
    verdict = _verdict(findings.seals)
    first = findings.seals[0] if findings.seals else None
    return Verification(
        verdict=verdict,
        trusted=verdict is Verdict.WHOLE,
        signer=first.signer if first else "",
        organisation=first.organisation if first else "",
        country=first.country if first else "",
        issuer=first.issuer if first else "",
        fingerprint=first.fingerprint if first else "",
        signed_at=moment(first.claimed_at) if first else None,
        signatures=len(findings.seals),
        reasons=reasons_of(findings.seals, verdict, added=_added(findings.seals)),
        attachments=tuple(inside.name for inside in findings.files),
        files=findings.files,
        cautions=tuple(_cautions(findings)),
        request=None if verdict is Verdict.CHANGED else request,
        checks=checks_of(findings, trouble, now=now),
        signed=tuple(signature_of(seal, number) for number, seal in enumerate(findings.seals, 1)),
    )


def _unread(findings: Findings) -> Verification:
    changed = findings.problem is Problem.DAMAGED_SIGNED
    reason = unread_words(findings.problem, findings.instead)
    return Verification(Verdict.CHANGED if changed else Verdict.UNREADABLE, reasons=(reason,))


def _verdict(seals: tuple[Seal, ...]) -> Verdict:
    if not seals:
        return Verdict.UNSIGNED
    if not all(seal.intact and seal.genuine for seal in seals) or _added(seals):
        return Verdict.CHANGED
    return Verdict.WHOLE if all(seal.chain is Chain.TRUSTED for seal in seals) else Verdict.UNKNOWN_SIGNER


def _added(seals: tuple[Seal, ...]) -> bool:
    """Whether something was added that no later signature covers. A further signature is covered by itself."""
    if not seals:
        return False
    *earlier, last = seals
    harmless = {After.NOTHING, After.ARCHIVAL}
    return last.after not in harmless or any(seal.after in {After.FORM, After.OTHER} for seal in earlier)


def _cautions(findings: Findings) -> Iterator[str]:
    if findings.runs:
        yield sayable(
            "The PDF holds a script or an order to start something. It was not carried out here; a viewer might."
        )
    for file in findings.files:
        if file.runs:
            yield sayable("Inside is “{name}”: {words}.", name=file.name, words=file.words)


def _request(findings: Findings) -> tuple[Any, str]:
    """The parsed copy, and what is wrong with it in words."""
    if findings.attached is not Attached.READ:
        return None, _ATTACHED[findings.attached]
    try:
        return parsed(findings.request), ""
    except Unreadable as problem:
        return None, problem.sentence


_ATTACHED = {
    Attached.NONE: sayable("The file has no machine-readable copy (request.json)."),
    Attached.TWICE: sayable("The file has more than one request.json; which one counts cannot be told."),
    Attached.TOO_LARGE: sayable("request.json is larger than a request can be. It was not read."),
}
