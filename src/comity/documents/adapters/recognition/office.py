"""Looking into a ZIP file: which office document it is, by the parts that such a document must have.

Unpacks nothing but the small parts that tell; how large the rest would become is read from the list of contents.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from comity.documents.rules.file_kind import FileKind
from comity.documents.rules.file_marks import RUNNABLE, ending_of
from comity.documents.rules.found_file import FoundFile, Obstacle, stopped

_MIB = 1024 * 1024
_MOST_PARTS = 5000
_LARGEST_UNFOLDED = 400 * _MIB
_MOST_TIMES = 200
"""Text and tables shrink to a twentieth; what shrinks more than this was made for it."""
_LARGEST_PART = 4 * _MIB

_MAIN = {
    FileKind.DOCX: b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    FileKind.XLSX: b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}
_PLACE = {FileKind.DOCX: "word/document.xml", FileKind.XLSX: "xl/workbook.xml"}
_ODT = FileKind.ODT.media.encode()
_EXTERNAL_TEMPLATE = re.compile(rb'attachedTemplate"[^>]*TargetMode\s*=\s*"External"|"External"[^>]*attachedTemplate"')

_PROGRAM_PARTS = RUNNABLE - {"svg"}
"""Word keeps drawings as SVG, and draws them without their scripts."""


def look_into_zip(content: bytes) -> FoundFile:
    """The office document that the file is, or why it is not taken."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _looked(archive, len(content))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, OSError, EOFError):
        return stopped(Obstacle.DAMAGED, "ZIP file or office document")
    except RuntimeError:  # so zipfile calls a part that wants a password
        return stopped(Obstacle.ENCRYPTED, "office document")


def _looked(archive: zipfile.ZipFile, size: int) -> FoundFile:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if "META-INF/MANIFEST.MF" in names or "AndroidManifest.xml" in names:
        return stopped(Obstacle.PROGRAM, "a program for Java or Android")
    unfolded = sum(part.file_size for part in parts)
    if len(parts) > _MOST_PARTS or unfolded > min(_LARGEST_UNFOLDED, _MOST_TIMES * size + _MIB):
        return stopped(Obstacle.UNFOLDS, "office document or archive")
    kind = _kind(archive, names)
    if kind is None:
        return _no_document(names)
    if any(part.flag_bits & 1 for part in parts) or "EncryptedPackage" in names:
        return stopped(Obstacle.ENCRYPTED, kind.label)
    obstacle = _obstacle(archive, kind, names)
    return stopped(obstacle, kind.label) if obstacle else FoundFile(kind)


def _kind(archive: zipfile.ZipFile, names: set[str]) -> FileKind | None:
    if "mimetype" in names and "content.xml" in names and _part(archive, "mimetype").strip() == _ODT:
        return FileKind.ODT
    if "[Content_Types].xml" not in names:
        return None
    types = _part(archive, "[Content_Types].xml")
    return next((kind for kind, main in _MAIN.items() if main in types and _PLACE[kind] in names), None)


def _no_document(names: set[str]) -> FoundFile:
    if "[Content_Types].xml" in names and any("vbaproject" in name.lower() for name in names):
        return stopped(Obstacle.MACROS, "office document")
    if "[Content_Types].xml" in names or "mimetype" in names:
        return stopped(Obstacle.UNKNOWN)
    return stopped(Obstacle.ARCHIVE, "an archive (ZIP)")


def _obstacle(archive: zipfile.ZipFile, kind: FileKind, names: set[str]) -> Obstacle | None:
    lower = {name.lower() for name in names}
    if any("vbaproject" in name or name.startswith(("basic/", "scripts/")) for name in lower):
        return Obstacle.MACROS
    if kind is not FileKind.ODT and b"macroEnabled" in _part(archive, "[Content_Types].xml"):
        return Obstacle.MACROS
    if any(ending_of(name) in _PROGRAM_PARTS for name in lower):
        return Obstacle.CARRIES
    if any("/embeddings/" in name or "/activex/" in name for name in lower):
        return Obstacle.EMBEDDED
    settings = "word/_rels/settings.xml.rels"
    if settings in names and _EXTERNAL_TEMPLATE.search(_part(archive, settings)):
        return Obstacle.REMOTE
    return None


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part's beginning, as far as it tells: what its list of contents says of its size is only a claim."""
    with archive.open(name) as part:
        return part.read(_LARGEST_PART)
