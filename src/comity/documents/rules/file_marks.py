"""What a file's first bytes and its name tell. Pure and quick: nothing here unpacks or parses anything."""

from __future__ import annotations

from comity.documents.rules.file_kind import FileKind
from comity.documents.rules.found_file import FoundFile, Obstacle, stopped
from comity.kernel.sayable import said, sayable
from comity.kernel.words import noted, say

_PROGRAMS = (
    (b"MZ", noted("a program for Windows")),
    (b"\x7fELF", noted("a program for Linux")),
    (b"\xfe\xed\xfa\xce", noted("a program for macOS")),
    (b"\xfe\xed\xfa\xcf", noted("a program for macOS")),
    (b"\xce\xfa\xed\xfe", noted("a program for macOS")),
    (b"\xcf\xfa\xed\xfe", noted("a program for macOS")),
    (b"\xca\xfe\xba\xbe", noted("a program for macOS or Java")),
    (b"dex\n", noted("a program for Android")),
    (b"\x00asm", noted("a program (WebAssembly)")),
    (b"L\x00\x00\x00\x01\x14\x02\x00", noted("a shortcut of Windows")),
)
_SCRIPTS = (
    (b"#!", noted("a script")),
    (b"@echo off", noted("a script for Windows")),
    (b"<?php", noted("a script (PHP)")),
)
_ARCHIVES = (
    (b"Rar!\x1a\x07", noted("an archive (RAR)")),
    (b"7z\xbc\xaf\x27\x1c", noted("an archive (7z)")),
    (b"\x1f\x8b", noted("a compressed file (gzip)")),
    (b"BZh", noted("a compressed file (bzip2)")),
    (b"\xfd7zXZ\x00", noted("a compressed file (xz)")),
    (b"\x28\xb5\x2f\xfd", noted("a compressed file (zstd)")),
    (b"MSCF", noted("an archive (CAB)")),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
ZIP = b"PK\x03\x04"
_PDF_WITHIN = 1024
"""PDF readers look for the mark in the first 1024 bytes."""

RUNNABLE = frozenset({
    "apk", "app", "bat", "cmd", "com", "cpl", "dll", "exe", "hta", "jar", "js", "jse",
    "lnk", "msi", "msp", "pif", "ps1", "psm1", "py", "reg", "scr", "sct", "sh", "url",
    "vb", "vbe", "vbs", "wsf", "wsh", "docm", "dotm", "xlsm", "xltm", "pptm", "svg", "htm",
    "html", "xhtml", "mht", "chm", "iso", "img", "vhd",
})  # fmt: skip
"""Endings that some machine opens by running what is inside, whatever the bytes are."""

_CONTROL = bytes(sorted({*range(32)} - {9, 10, 12, 13}))


def ending_of(name: str) -> str:
    """The ending of a file's name in lower case; empty where it has none."""
    stem, _, ending = name.rpartition(".")
    return ending.lower() if stem else ""


def harmful(content: bytes) -> FoundFile | None:
    """The obstacle that the first bytes are; None where they are none."""
    if not content:
        return stopped(Obstacle.EMPTY)
    for obstacle, marks in (
        (Obstacle.PROGRAM, _PROGRAMS),
        (Obstacle.SCRIPT, _SCRIPTS),
        (Obstacle.ARCHIVE, _ARCHIVES),
    ):
        for mark, what in marks:
            begins = content[: len(mark)]
            if mark == b"MZ" and b"\x00" not in content[:64]:  # a text may begin so
                continue
            if begins == mark or (obstacle is Obstacle.SCRIPT and begins.lower() == mark):
                return stopped(obstacle, what)
    return stopped(Obstacle.OLD_OFFICE) if content.startswith(_OLE) else None


def is_pdf(content: bytes) -> bool:
    return b"%PDF-" in content[:_PDF_WITHIN]


def picture(content: bytes) -> FileKind | None:
    """Which picture the file begins as; None for any other file."""
    if content.startswith(_PNG):
        return FileKind.PNG
    return FileKind.JPEG if content.startswith(_JPEG) else None


def is_text(content: bytes) -> bool:
    """Whether it is text in UTF-8, without the characters that no text has."""
    if len(content.translate(None, _CONTROL)) < len(content):
        return False
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def runnable_name(name: str) -> FoundFile | None:
    """The obstacle that a name is; None where its ending starts nothing."""
    ending = ending_of(name)
    return stopped(Obstacle.SCRIPT, sayable("called “.{ending}”", ending=ending)) if ending in RUNNABLE else None


def misnamed(kind: FileKind, name: str) -> str:
    """The sentence for a name that says another sort than the file is; empty where the two agree."""
    ending = ending_of(name)
    if kind is FileKind.TEXT:
        other = next((one for one in FileKind if ending in one.endings), None)
        fits = other is None or other is FileKind.TEXT
    else:
        fits = ending in kind.endings
    if fits:
        return ""
    label, right = said(kind.label), kind.endings[0]
    if not ending:
        return say(
            "The name has no ending, but the file is: {label}. Whoever receives it could not open it by its name. "
            "Call it “….{right}”, or save it anew as what its name says.",
            label=label,
            right=right,
        )
    return say(
        "The name ends in “.{ending}”, but the file is: {label}. Whoever receives it could not open it by its name. "
        "Call it “….{right}”, or save it anew as what its name says.",
        ending=ending,
        label=label,
        right=right,
    )
