"""Reading a file that arrived: who signed it, what it says, what cannot be relied on. Keeps nothing.

Every way in is bounded: a PDF is read in a process of its own, an e-mail up to so many parts, and three files of it.
"""

from __future__ import annotations

from comity.casework.rules.arrival.interpret import of_json, of_mail, of_other, of_pdf, too_intricate
from comity.casework.rules.arrival.mail import TooIntricate, read_mail
from comity.casework.rules.arrival.medium import medium_of
from comity.casework.rules.arrival.reading import Medium, Reading
from comity.casework.rules.arrival.refusals import ReadersBusy
from comity.documents.queries.verification import verify
from comity.documents.rules.findings import Findings, Problem
from comity.documents.rules.judgement import judge
from comity.kernel import clock

MOST_LETTERS = 3
"""PDF files of one e-mail that are looked into: each takes half a second."""


def read_arrival(content: bytes) -> Reading:
    """What `content` says. Never raises for what it holds; ReadersBusy where too many others are being read."""
    medium = medium_of(content)
    if medium is Medium.MAIL:
        return _mail(content)
    return _file(medium, content)


def _mail(content: bytes) -> Reading:
    try:
        mail = read_mail(content)
    except TooIntricate as problem:
        return too_intricate(str(problem))
    sorted_ = [(medium_of(file.content), file.content) for file in mail.files]
    letters = [pair for pair in sorted_ if pair[0] is Medium.PDF][:MOST_LETTERS]
    data = [pair for pair in sorted_ if pair[0] is Medium.JSON][:MOST_LETTERS]
    return of_mail(mail, [_file(*pair) for pair in (*letters, *data)])


def _file(medium: Medium, content: bytes) -> Reading:
    match medium:
        case Medium.PDF:
            verified = verify(content)
            if verified == judge(Findings(Problem.BUSY), now=clock.now()):
                raise ReadersBusy
            return of_pdf(verified)
        case Medium.JSON:
            return of_json(content)
        case _:
            return of_other()
