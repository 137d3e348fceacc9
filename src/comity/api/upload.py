"""Takes one file from a multipart body into memory, and never onto the disk. Its size is bounded by the door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError

from comity.api.problem import Raised, Sort, refusal

ROOM_FOR_PARTS = 64 * 1024
"""Bytes that a multipart body may have beside its file: boundaries, headers, names."""

FILE_BODY: dict[str, Any] = {
    "required": True,
    "content": {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": ["file"],
                "additionalProperties": False,
                "properties": {"file": {"type": "string", "format": "binary"}},
            }
        }
    },
}
"""The body, as the schema describes it."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it was sent, with the name that its sender gives it."""

    name: str
    content: bytes

    @property
    def said(self) -> bytes:
        """What one call says, whatever boundary the program chose: by this a repetition is known."""
        return self.name.encode("utf-8", "replace") + b"\n" + self.content


class _InMemory(MemoryFileUploadHandler):
    """Django's own, but never too large for memory: the door has looked at the size of the whole."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        super().handle_raw_input(*args, **kwargs)
        self.activated = True


def sent_file(request: HttpRequest) -> SentFile:
    """The file in the part “file”. Raises Raised: 415 for another type of body, 400 where it cannot be read, 413 for
    too much text beside the file, 422 for no file, and for any other part."""
    if request.content_type != "multipart/form-data":
        raise Raised(
            415,
            Sort.MEDIA,
            "The file comes as the part “file” of a body of the type multipart/form-data: curl -F file=@letter.pdf.",
            headers={"Accept": "multipart/form-data"},
        )
    request.upload_handlers = [_InMemory(request)]
    try:
        texts, files = request.POST, request.FILES
    except RequestDataTooBig:
        sentence = "A text beside the file is too long. Send the file as the part “file”, and nothing else."
        raise Raised(413, Sort.TOO_LARGE, sentence) from None
    except (MultiPartParserError, SuspiciousOperation, UnicodeError):
        raise Raised(400, Sort.UNREADABLE, "The body is no multipart/form-data that can be read (RFC 7578).") from None
    found = files.getlist("file")
    if "file" in texts or len(found) != 1:
        raise refusal("file", "Send one file, as the part “file” with a file name: curl -F file=@letter.pdf.")
    if strange := sorted({*texts, *files} - {"file"}):
        raise refusal(strange[0][:60], f"There is no such part as “{strange[0][:60]}”. Send “file”, and nothing else.")
    return SentFile(found[0].name or "", found[0].read())
