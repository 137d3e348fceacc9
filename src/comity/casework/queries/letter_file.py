"""The letter of a request as a file, in each form in which one can have it. Only the signed PDF is signed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from comity.casework.models.request import Request
from comity.casework.queries.request_letter import letter_of
from comity.casework.queries.request_page import request_page
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.direction import Direction
from comity.documents.queries.documents import document_content
from comity.documents.queries.letter_files import WORD, as_text, as_word
from comity.documents.queries.preview import draft_pdf
from comity.kernel import clock
from comity.kernel.digest import canonical_json
from comity.people.models.user import User


class LetterForm(StrEnum):
    """A form of the letter; the value ends the file's name."""

    PDF = "pdf"
    WORD = "docx"
    TEXT = "txt"
    DATA = "json"

    @property
    def media_type(self) -> str:
        types = {"pdf": "application/pdf", "docx": WORD, "txt": "text/plain; charset=utf-8", "json": "application/json"}
        return types[self]


@dataclass(frozen=True, slots=True)
class LetterFile:
    """A file to hand out."""

    name: str
    form: LetterForm
    content: bytes


def letter_file(user: User, reference: str, form: LetterForm) -> LetterFile:
    """The letter as `form`: the signed PDF once there is one, everything else a copy that says so, or a draft.

    Raises NotFound, also for a request that others wrote; NotPrintable for a draft that no paper can show.
    """
    rows = visible_requests(user).filter(direction=Direction.OUTGOING.value)
    rows = rows.select_related("signed_by", "document", "follows__follows")
    request = request_of(rows.defer("document__unsigned", "document__signed"), reference)
    draft = "" if request.document_id else "-draft"
    return LetterFile(f"{request.reference}-{request.kind}{draft}.{form}", form, _content(user, request, form))


def _content(user: User, request: Request, form: LetterForm) -> bytes:
    if form is LetterForm.DATA:
        return canonical_json(request_page(user, request.reference).data)
    if form is LetterForm.PDF and request.document_id:
        return document_content(request.document_id)
    draft = request.document_id is None
    signing = request.signed_by.display_name if request.signed_by else ""
    letter = letter_of(request, signing, clock.today(user.zone))
    if form is LetterForm.PDF:
        return draft_pdf(letter)
    return as_word(letter, draft=draft) if form is LetterForm.WORD else as_text(letter, draft=draft).encode()
