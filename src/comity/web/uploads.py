"""Takes a file from a form into memory, up to a limit, and never onto the disk: for what is looked at and let go."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware


class TooLarge(Exception):
    """The file has more bytes than the page takes."""


class MemoryUpload(FileUploadHandler):
    """Keeps the file's bytes in memory; reads no further once there are more than `limit`, and then gives no file."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit
        self.size = 0
        self.chunks: list[bytes] = []

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.chunks = []

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002  the base class's signature
        self.size += len(raw_data)
        if self.size > self.limit:
            self.chunks = []
            raise StopUpload(connection_reset=False)
        self.chunks.append(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        content = BytesIO(b"".join(self.chunks))
        return InMemoryUploadedFile(content, self.field_name, self.file_name or "", None, file_size, None)


def forged(request: HttpRequest) -> HttpResponse | None:
    """The refusal of a form that another site sent; None for one of ours. For views that are exempt from the
    middleware, which would read the file before they can say how."""
    refusal: HttpResponse | None = CsrfViewMiddleware(lambda _: HttpResponse()).process_view(request, _checked, (), {})
    return refusal


def _checked(request: HttpRequest) -> HttpResponse:
    """Stands for the view before the middleware, without the mark that exempts it."""
    raise NotImplementedError


def uploaded(request: HttpRequest, name: str, *, limit: int) -> bytes:
    """The bytes of the file in the form field `name`; empty where there was none. Raises TooLarge above `limit` bytes.

    To be called before anything else reads the form.
    """
    handler = MemoryUpload(limit)
    request.upload_handlers = [handler]
    file = request.FILES.get(name)
    if handler.size > limit:
        raise TooLarge
    return file.read() if file else b""
