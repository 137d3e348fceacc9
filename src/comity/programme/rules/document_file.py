"""Which files an activity keeps: papers and pictures of a few kinds, of a size that mail carries. Opens none."""

from __future__ import annotations

from dataclasses import dataclass

from comity.kernel.sayable import said, sayable
from comity.kernel.words import say
from comity.people.rules.refusal import Refused

LARGEST = 10 * 1024 * 1024
MOST = 50
"""Files that one activity keeps."""
NAME = 120


@dataclass(frozen=True, slots=True)
class FileKind:
    """`begins` are the bytes that such a file begins with, one of them; none for plain text."""

    ending: str
    label: str
    media: str
    begins: tuple[bytes, ...] = ()


_ZIP = (b"PK\x03\x04",)
_OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS = {
    kind.ending: kind
    for kind in (
        FileKind("pdf", "PDF", "application/pdf", (b"%PDF-",)),
        FileKind("docx", "text document", f"{_OFFICE}.wordprocessingml.document", _ZIP),
        FileKind("xlsx", "spreadsheet", f"{_OFFICE}.spreadsheetml.sheet", _ZIP),
        FileKind("pptx", "slides", f"{_OFFICE}.presentationml.presentation", _ZIP),
        FileKind("odt", "text document", "application/vnd.oasis.opendocument.text", _ZIP),
        FileKind("png", "picture", "image/png", (b"\x89PNG\r\n\x1a\n",)),
        FileKind("jpg", "picture", "image/jpeg", (b"\xff\xd8\xff",)),
        FileKind("txt", "plain text", "text/plain"),
        FileKind("csv", "table", "text/csv"),
    )
}
TOO_LARGE = sayable(
    "The file is larger than {megabytes} MB. Save it smaller, or attach its parts one by one.",
    megabytes=LARGEST // 1024 // 1024,
)


def checked_file(name: str, content: bytes) -> tuple[str, FileKind]:
    """The file's name without folders, and its kind. Raises Refused: empty, too large, of another kind, or a file whose
    bytes are not what its name says."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(character for character in last if character.isprintable()).strip()
    stem, _, ending = shown.rpartition(".")
    kind = KINDS.get({"jpeg": "jpg"}.get(ending.lower(), ending.lower())) if stem else None
    if not content:
        raise Refused("file", say("No file arrived, or it is empty. Choose the file first, then press the button."))
    if len(content) > LARGEST:
        raise Refused("file", said(TOO_LARGE))
    if kind is None:
        raise Refused(
            "file", say("Files of this kind are not kept here. Give one of: {kinds}.", kinds=", ".join(KINDS))
        )
    if not _is(kind, content):
        raise Refused(
            "file", say("The name says {ending}, the file is something else. Save it anew.", ending=kind.ending.upper())
        )
    return f"{stem[: NAME - len(ending) - 1]}.{ending.lower()}", kind


def _is(kind: FileKind, content: bytes) -> bool:
    if kind.begins:
        return content.startswith(kind.begins)
    try:
        return "\x00" not in content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
