"""Why a verdict is what it is, in sentences that say what to do. Judges nothing."""

from __future__ import annotations

from functools import reduce

from comity.documents.rules.findings import Problem
from comity.documents.rules.inside import FileSort, Inside
from comity.documents.rules.seal import Chain, Seal
from comity.documents.rules.verification import Verdict
from comity.kernel.sayable import sayable
from comity.kernel.words import noted

LARGEST_FILE = 10 * 1024 * 1024
"""Bytes. A letter has about 100 kB; what is larger than this is not read."""
_MUTE = {FileSort.UNKNOWN, FileSort.UNREAD}


def unread_words(problem: Problem, instead: FileSort) -> str:
    """Why a file was not read; `instead` is what it is, or is besides."""
    known = Inside("", 0, instead).words
    if problem is Problem.NOT_PDF and instead not in _MUTE:
        return sayable(
            "This is not a PDF file, whatever its name says: it is {known}. Ask for the letter as a PDF.", known=known
        )
    if problem is Problem.TWO_FILES:
        return sayable(
            "The file is a PDF and something else at once: {known}. No letter is made so. Do not open it.", known=known
        )
    return _UNREAD[problem]


def reasons_of(seals: tuple[Seal, ...], verdict: Verdict, *, added: bool) -> tuple[str, ...]:
    """Why the signatures come to `verdict`, a sentence each. `added`: something was that no signature covers."""
    if verdict is Verdict.UNSIGNED:
        return (sayable("Nobody signed this file. Anybody could have written it."),)
    found: list[str] = []
    for seal in seals:
        if not seal.intact:
            found.append(sayable("What {signer} signed is not what the file holds now.", signer=seal.signer))
        elif not seal.genuine:
            found.append(
                sayable("The signature was not made with the key of {signer}'s certificate.", signer=seal.signer)
            )
        if seal.chain is not Chain.TRUSTED:
            found.append(sayable(_CHAIN[seal.chain], signer=seal.signer))
    if added:
        found.append(sayable("Something was added to the file after it was signed."))
    if verdict is Verdict.WHOLE:
        found.append(sayable("{names} signed this file, and nothing was changed since.", names=_names(seals)))
    return tuple(found)


def _names(seals: tuple[Seal, ...]) -> str:
    """The signers, each once."""
    return reduce(
        lambda first, second: sayable("{first} and {second}", first=first, second=second),
        dict.fromkeys(seal.signer for seal in seals),
    )


_UNREAD = {
    Problem.NOT_PDF: sayable(
        "This is not a PDF file. Give the file as it was received, not a picture or a part of it."
    ),
    Problem.TOO_LARGE: sayable(
        "The file is larger than {count} MB, the most that is checked here.", count=LARGEST_FILE // 1024 // 1024
    ),
    Problem.ENCRYPTED: sayable(
        "The file is encrypted with a password. Save a copy without one; its signature is then checked."
    ),
    Problem.DAMAGED: sayable("The file begins like a PDF, but its structure cannot be read. Ask for it again."),
    Problem.DAMAGED_SIGNED: sayable(
        "The file holds a signature, but its structure is damaged: it is not as it was signed."
    ),
    Problem.TOO_COSTLY: sayable(
        "The file takes more time or memory to read than a letter may. It was not read to its end."
    ),
    Problem.BUSY: sayable("Too many files are being checked here at once. Try again in a minute."),
    Problem.FOREIGN_SIGNATURE: sayable("The file holds a signature of a kind that cannot be checked here."),
}
_CHAIN = {
    Chain.UNKNOWN: noted(
        "{signer}: no certificate that this node trusts vouches for the signer. Ask them for their authority's "
        "certificate by another way, compare its fingerprint, and have the administrator add it."
    ),
    Chain.EXPIRED: noted(
        "{signer}: the certificate has run out, and no time stamp that this node trusts proves that the signature was "
        "made before."
    ),
    Chain.REVOKED: noted(
        "{signer}: the certificate was revoked, and no time stamp that this node trusts proves that the signature was "
        "made before."
    ),
    Chain.NOT_YET: noted("{signer}: the certificate is not in force yet."),
    Chain.WRONG_TIME: noted(
        "{signer}: the signature claims a time at which the certificate was not in force, or that has not come."
    ),
    Chain.UNSUITABLE: noted("{signer}: the certificate was not issued for signing documents."),
    Chain.NOT_ASKED: noted(
        "{signer}: whether anybody vouches for this signer was not asked, since the signature does not hold."
    ),
    Chain.WEAK: noted("{signer}: the signature or a certificate uses a method that is no longer safe."),
}
