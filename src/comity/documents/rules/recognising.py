"""Telling what a file is by its first bytes, whatever its name says. Opens and runs nothing."""

from __future__ import annotations

from comity.documents.rules.inside import FileSort

_BEGINS: tuple[tuple[FileSort, tuple[bytes, ...]], ...] = (
    (FileSort.PROGRAM, (b"\x7fELF", b"dex\n", b"\x00asm", b"\xca\xfe\xba\xbe")),  # Unix, Android, web, Java
    (FileSort.PROGRAM, (b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe")),  # macOS
    (FileSort.PROGRAM, (b"L\x00\x00\x00\x01\x14\x02\x00",)),  # a Windows shortcut
    (FileSort.PICTURE, (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")),
    (FileSort.ARCHIVE, (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ", b"MSCF")),
)
_WINDOWS = b"MZ"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_ZIP_END = b"PK\x05\x06"
_ZIP_END_SIZE = 22
_SCRIPTS = (b"#!", b"<?php", b"@echo", b"<script", b"<html", b"<!doctype html", b"<job", b"<hta", b"<svg")
_RUN_BY_NAME = frozenset(
    {"bat", "cmd", "com", "cpl", "exe", "hta", "htm", "html", "jar", "js", "jse", "lnk", "msi", "pif", "ps1", "psm1"}
    | {"py", "reg", "scr", "sh", "svg", "url", "vb", "vbe", "vbs", "wsf", "wsh"}
)
_MACROS_BY_NAME = frozenset({"docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppsm", "xlsb"})
_MACROS = (b"vbaProject.bin", "_VBA_PROJECT".encode("utf-16-le"))
_OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis")
_HEAD = 1024
_LOOK = 4096
"""Bytes by which text is told from what is none."""


def sort_of(name: str, content: bytes) -> FileSort:
    """What `content` is, by its bytes first; a name by which it would be run counts, too, whatever it holds."""
    ending = name.rpartition(".")[2].strip().lower()
    found = _by_bytes(content, ending)
    harmless = {FileSort.TEXT, FileSort.DATA, FileSort.UNKNOWN}
    return FileSort.SCRIPT if found in harmless and ending in _RUN_BY_NAME else found


def something_else_too(pdf: bytes) -> FileSort | None:
    """What a file that holds a PDF begins as, or is when read from its end. None for a PDF that is only that."""
    if pdf[:_HEAD].lstrip().startswith(b"%PDF-"):
        end = pdf.rfind(_ZIP_END)
        whole = end >= 0 and end + _ZIP_END_SIZE + int.from_bytes(pdf[end + 20 : end + 22], "little") == len(pdf)
        return _zip(pdf, "") if whole else None
    found = _by_bytes(pdf.replace(b"%PDF-", b"", 1), "")
    return None if found in {FileSort.TEXT, FileSort.DATA, FileSort.UNKNOWN} else found


def _by_bytes(content: bytes, ending: str) -> FileSort:
    begins = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if content.startswith(_WINDOWS) and b"\x00" in content[:64]:
        return FileSort.PROGRAM
    if begins.startswith(_SCRIPTS):
        return FileSort.SCRIPT
    if content.startswith(_ZIP):
        return _zip(content, ending)
    if content.startswith(_OLE):
        return FileSort.MACRO if any(part in content for part in _MACROS) else FileSort.OFFICE
    if b"%PDF-" in content[:_HEAD]:
        return FileSort.PDF
    return next((sort for sort, starts in _BEGINS if content.startswith(starts)), _text(content, begins))


def _zip(content: bytes, ending: str) -> FileSort:
    """Office files and Java programs are archives with parts of known names."""
    if any(part in content for part in _MACROS) or ending in _MACROS_BY_NAME:
        return FileSort.MACRO
    if b"META-INF/MANIFEST.MF" in content and b".class" in content:
        return FileSort.PROGRAM
    return FileSort.OFFICE if any(part in content for part in _OFFICE) else FileSort.ARCHIVE


def _text(content: bytes, begins: bytes) -> FileSort:
    look = content[:_LOOK]
    if not look or b"\x00" in look:
        return FileSort.UNKNOWN
    try:
        look[:-3].decode() if len(content) > _LOOK else look.decode()  # a character may be cut in two
    except UnicodeDecodeError:
        if len(content) <= _LOOK:
            return FileSort.UNKNOWN
    return FileSort.DATA if begins.startswith((b"{", b"[", b"<?xml")) else FileSort.TEXT
