"""From findings to a verdict. Whatever is in doubt counts against the file."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from comity.documents.rules.checks import checks_of
from comity.documents.rules.findings import After, Attached, Chain, Findings, Problem, Seal
from comity.documents.rules.request_copy import Unreadable, parsed
from comity.documents.rules.verification import Verdict, Verification

LARGEST_FILE = 10 * 1024 * 1024
"""Bytes. A letter has about 100 kB; what is larger than this is not read."""


def judge(findings: Findings, *, now: datetime) -> Verification:
    """The verdict on `findings`, with its reasons and checks in words. `now` is what certificates are held against."""
    if findings.problem is not Problem.NONE:
        return _unread(findings.problem)
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
        signed_at=_moment(first.claimed_at) if first else None,
        signatures=len(findings.seals),
        reasons=_reasons(findings.seals, verdict),
        attachments=findings.attachments,
        request=None if verdict is Verdict.CHANGED else request,
        checks=checks_of(findings, trouble, now=now),
    )


def _unread(problem: Problem) -> Verification:
    changed = problem is Problem.DAMAGED_SIGNED
    return Verification(Verdict.CHANGED if changed else Verdict.UNREADABLE, reasons=(_UNREAD[problem],))


def _verdict(seals: tuple[Seal, ...]) -> Verdict:
    if not seals:
        return Verdict.UNSIGNED
    if not all(seal.intact and seal.genuine for seal in seals) or _added(seals):
        return Verdict.CHANGED
    return Verdict.WHOLE if all(seal.chain is Chain.TRUSTED for seal in seals) else Verdict.UNKNOWN_SIGNER


def _added(seals: tuple[Seal, ...]) -> bool:
    """Whether something was added that no later signature covers. A further signature is covered by itself."""
    *earlier, last = seals
    harmless = {After.NOTHING, After.ARCHIVAL}
    return last.after not in harmless or any(seal.after is After.OTHER for seal in earlier)


def _reasons(seals: tuple[Seal, ...], verdict: Verdict) -> tuple[str, ...]:
    if verdict is Verdict.UNSIGNED:
        return ("Nobody signed this file. Anybody could have written it.",)
    found: list[str] = []
    for seal in seals:
        if not seal.intact:
            found.append(f"What {seal.signer} signed is not what the file holds now.")
        elif not seal.genuine:
            found.append(f"The signature was not made with the key of {seal.signer}'s certificate.")
        if seal.chain is not Chain.TRUSTED:
            found.append(f"{seal.signer}: {_CHAIN[seal.chain]}")
    if _added(seals):
        found.append("Something was added to the file after it was signed.")
    if verdict is Verdict.WHOLE:
        names = " and ".join(dict.fromkeys(seal.signer for seal in seals))
        found.append(f"{names} signed this file, and nothing was changed since.")
    return tuple(found)


def _request(findings: Findings) -> tuple[Any, str]:
    """The parsed copy, and what is wrong with it in words."""
    if findings.attached is not Attached.READ:
        return None, _ATTACHED[findings.attached]
    try:
        return parsed(findings.request), ""
    except Unreadable as problem:
        return None, str(problem)


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


_UNREAD = {
    Problem.NOT_PDF: "This is not a PDF file. Give the file as it was received, not a picture or a part of it.",
    Problem.TOO_LARGE: f"The file is larger than {LARGEST_FILE // 1024 // 1024} MB, the most that is checked here.",
    Problem.ENCRYPTED: "The file is encrypted with a password. Save a copy without one; its signature is then checked.",
    Problem.DAMAGED: "The file begins like a PDF, but its structure cannot be read. Ask for it again.",
    Problem.DAMAGED_SIGNED: "The file holds a signature, but its structure is damaged: it is not as it was signed.",
    Problem.TOO_COSTLY: "The file takes more time or memory to read than a letter may. It was not read to its end.",
    Problem.BUSY: "Too many files are being checked here at once. Try again in a minute.",
    Problem.FOREIGN_SIGNATURE: "The file holds a signature of a kind that cannot be checked here.",
}
_CHAIN = {
    Chain.UNKNOWN: "no certificate that this node trusts vouches for the signer. Ask them for their authority's "
    "certificate by another way, compare its fingerprint, and have the administrator add it.",
    Chain.EXPIRED: "the certificate has run out, and no time-stamp proves that the signature was made before.",
    Chain.NOT_YET: "the certificate is not in force yet.",
    Chain.WRONG_TIME: "the signature claims a time at which the certificate was not in force, or that has not come.",
    Chain.UNSUITABLE: "the certificate was not issued for signing documents.",
    Chain.NOT_ASKED: "whether anybody vouches for this signer was not asked, since the signature does not hold.",
    Chain.WEAK: "the signature or a certificate uses a method that is no longer safe.",
}
_ATTACHED = {
    Attached.NONE: "The file has no machine-readable copy (request.json).",
    Attached.TWICE: "The file has more than one request.json; which one counts cannot be told.",
    Attached.TOO_LARGE: "request.json is larger than a request can be. It was not read.",
}
