"""A ZIP file written as it is sent: no more than one of its files is in memory at a time. Compresses nothing, since
papers and pictures are compressed already."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

Part = tuple[str, datetime, Callable[[], bytes]]
"""Name, moment, and how to get the bytes: asked for when their turn has come."""


def zip_stream(parts: Iterable[Part]) -> Iterator[bytes]:
    """The bytes of a ZIP file of `parts`. The same parts give the same bytes."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as archive:
        for name, moment, content in parts:
            entry = zipfile.ZipInfo(name, (*moment.timetuple()[:5], 0))
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content())
            yield sink.taken()
    yield sink.taken()


class _Sink(io.RawIOBase):
    """Keeps what was written until it is taken. Cannot be sought in, so that nothing sent must be changed."""

    def __init__(self) -> None:
        super().__init__()
        self._kept = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        kept = bytes(data)  # type: ignore[call-overload]
        self._kept += kept
        return len(kept)

    def taken(self) -> bytes:
        found = bytes(self._kept)
        self._kept.clear()
        return found
