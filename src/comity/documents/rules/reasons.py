"""Why a verdict is what it is, in sentences that say what to do. Judges nothing."""

from __future__ import annotations

from comity.documents.rules.findings import Problem
from comity.documents.rules.inside import FileSort, Inside
from comity.documents.rules.seal import Chain, Seal
from comity.documents.rules.verification import Verdict

LARGEST_FILE = 10 * 1024 * 1024
"""Bytes. A letter has about 100 kB; what is larger than this is not read."""
_MUTE = {FileSort.UNKNOWN, FileSort.UNREAD}


def unread_words(problem: Problem, instead: FileSort) -> str:
    """Why a file was not read; `instead` is what it is, or is besides."""
    known = Inside("", 0, instead).words
    if problem is Problem.NOT_PDF and instead not in _MUTE:
        return f"This is not a PDF file, whatever its name says: it is {known}. Ask for the letter as a PDF."
    if problem is Problem.TWO_FILES:
        return f"The file is a PDF and something else at once: {known}. No letter is made so. Do not open it."
    return _UNREAD[problem]


def reasons_of(seals: tuple[Seal, ...], verdict: Verdict, *, added: bool) -> tuple[str, ...]:
    """Why the signatures come to `verdict`, a sentence each. `added`: something was that no signature covers."""
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
    if added:
        found.append("Something was added to the file after it was signed.")
    if verdict is Verdict.WHOLE:
        names = " and ".join(dict.fromkeys(seal.signer for seal in seals))
        found.append(f"{names} signed this file, and nothing was changed since.")
    return tuple(found)


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
    Chain.EXPIRED: "the certificate has run out, and no time stamp that this node trusts proves that the signature was "
    "made before.",
    Chain.REVOKED: "the certificate was revoked, and no time stamp that this node trusts proves that the signature was "
    "made before.",
    Chain.NOT_YET: "the certificate is not in force yet.",
    Chain.WRONG_TIME: "the signature claims a time at which the certificate was not in force, or that has not come.",
    Chain.UNSUITABLE: "the certificate was not issued for signing documents.",
    Chain.NOT_ASKED: "whether anybody vouches for this signer was not asked, since the signature does not hold.",
    Chain.WEAK: "the signature or a certificate uses a method that is no longer safe.",
}
