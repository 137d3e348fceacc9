"""From what a file holds to a reading: what may be taken from it, and what must be said about it. Opens no file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.casework.rules.arrival.copy import Copy, copy_of, copy_of_text
from comity.casework.rules.arrival.mail import Mail
from comity.casework.rules.arrival.reading import Medium, Reading, Signed
from comity.documents.rules.verification import Verdict, Verification
from comity.kernel.words import noted

BY_HAND = noted("The file is kept with the request. Type in by hand what it says.")
UNSIGNED_DATA = noted("The data carry no signature. Ask for the signed letter before you act on them.")


def of_pdf(verified: Verification) -> Reading:
    """A PDF, as it was verified: what was changed after it was signed gives nothing but its reasons."""
    signed = Signed(
        verdict=verified.verdict.value,
        reasons=verified.reasons,
        signer=verified.signer,
        organisation=verified.organisation,
        country=verified.country,
        fingerprint=verified.fingerprint,
        signed_at=verified.signed_at.isoformat() if verified.signed_at else "",
    )
    if verified.request is None:
        return Reading(Medium.PDF, signed=signed, sentences=(*verified.cautions, _no_copy(verified), BY_HAND))
    reading = _of_copy(Medium.PDF, copy_of(verified.request))
    return replace(reading, signed=signed, sentences=(*verified.cautions, *reading.sentences))


def of_json(content: bytes) -> Reading:
    """A JSON file. It carries no signature: whoever sent it could have written anything."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Reading(
            Medium.JSON, sentences=(noted("The file is not text in UTF-8, so it cannot be read as data."), BY_HAND)
        )
    reading = _of_copy(Medium.JSON, copy_of_text(text))
    return replace(reading, sentences=(*reading.sentences, UNSIGNED_DATA)) if reading.kind else reading


def of_other() -> Reading:
    """A file that is none of those read here."""
    return Reading(
        Medium.OTHER,
        sentences=(
            noted("It is neither a PDF nor an e-mail nor the data of a request, so nothing was read of it."),
            BY_HAND,
        ),
    )


def of_mail(mail: Mail, enclosed: Sequence[Reading]) -> Reading:
    """An e-mail with what its files gave. The first that is a request of ours counts; that there are more is said."""
    found = next((reading for reading in enclosed if reading.kind), None)
    best = found or next((reading for reading in enclosed if reading.signed), None) or Reading(Medium.MAIL)
    return replace(
        best,
        medium=Medium.MAIL,
        claimed=mail.claimed,
        words=mail.words,
        sentences=(*_about(mail, enclosed), *(best.sentences or (() if found else (BY_HAND,)))),
    )


def too_intricate(sentence: str) -> Reading:
    """An e-mail that was not read to its end."""
    return Reading(Medium.MAIL, sentences=(sentence, BY_HAND))


def _about(mail: Mail, enclosed: Sequence[Reading]) -> list[str]:
    said = []
    requests = [reading for reading in enclosed if reading.kind]
    if mail.encrypted:
        said.append(
            noted("The e-mail, or a part of it, is encrypted. Open it in your mail program and save what is in it.")
        )
    if not requests and not mail.encrypted:
        said.append(noted("No file in the e-mail is a request as this system writes them."))
    if len({reading.their_reference for reading in requests}) > 1:
        said.append(noted("It holds more than one request; the first is read here. Save the others and register each."))
    if mail.more:
        said.append(noted("It holds more files than a letter needs; only the first were looked at."))
    return said


def _of_copy(medium: Medium, copy: Copy) -> Reading:
    sentences = copy.sentences if copy.kind else (*copy.sentences, BY_HAND)
    return Reading(
        medium,
        copy.kind,
        content=copy.content,
        their_reference=copy.their_reference,
        sentences=sentences,
        claimed_files=copy.claimed,
    )


def _no_copy(verified: Verification) -> str:
    if verified.verdict is Verdict.CHANGED:
        return noted(
            "The file was changed after it was signed, so nothing in it is read. Ask for the file as it was signed."
        )
    if verified.verdict is Verdict.UNREADABLE:
        return noted("The file cannot be read.")
    return noted("The PDF holds no copy of a request for machines.")
