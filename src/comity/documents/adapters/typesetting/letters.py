"""Letters set in type: as an archival PDF with its machine-readable copy, or as pictures of its pages.

What people typed goes in as data; no text is ever read as markup. Decides nothing about what a letter says.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

from comity.documents.adapters.typesetting.fonts import fonts
from comity.documents.rules.letter import Letter
from comity.documents.rules.printable import NotPrintable, as_printed, check_attachment, check_printable, described
from comity.kernel.languages import CODES

STANDARDS = ["a-3b", "ua-1"]
"""PDF/A-3b (ISO 19005-3): archival, with attachments. PDF/UA-1 (ISO 14289-1): readable aloud."""
OF_OLD_FORMS = ("en",)
"""Languages of the first two versions of each form, which bring their own words."""
BRINGS_NO_WORDS = 3
"""The version from which a form's words come with the letter, in any of the nine languages."""
SHARPNESS = 110
"""Pixels per inch of a page's picture: 910 x 1287 for A4."""

LARGE = 20_000
"""Characters of a letter's data above which its traces are not kept in memory. An ordinary letter has half of that."""

_FORMS = Path(__file__).resolve().parents[2] / "letters"
_KIND = re.compile(r"[a-z]+(-[a-z]+)*\Z")
_NO_SIGN = re.compile(r'the text `"(?P<text>.*)"` could not be displayed', re.DOTALL)
_own = threading.local()


def typeset(letter: Letter, attachment: bytes, attachment_name: str = "request.json", *, room: str = "") -> bytes:
    """The letter as PDF/A-3b and PDF/UA-1, with `attachment` (JSON in UTF-8) inside as its source. `room` (Typst of
    this program's own) is set at its end, by the third version of a form and later ones.

    The same letter gives the same bytes. Raises NotPrintable, naming the place, for what paper cannot show.
    """
    text = check_attachment(attachment)
    if not re.fullmatch(r"[\w-]{1,60}\.json", attachment_name, re.ASCII):
        raise NotPrintable(f"“{attachment_name}” cannot name an attachment. Use a plain name, such as request.json.")
    return _pdf(letter, {"attachment": text, "attachment-name": attachment_name, **_at_end(room)})


def places_of(kept: Mapping[str, Any], label: str, room: str) -> str:
    """Where `room` put what has this label, as JSON: the elements, with their values."""
    found: str = typst.query(  # type: ignore[type-var]
        _form_of(kept),
        label,
        root=_FORMS,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"letter": _data(kept), **_at_end(room)},
    )
    return found


def given(letter: Letter) -> dict[str, Any]:
    """What the letter's form is given: all that is needed to set it again. Raises NotPrintable."""
    check_printable(letter)
    printed: dict[str, Any] = _printed(letter.plain())
    return printed


def typeset_again(kept: Mapping[str, Any], attachment: str, *, room: str = "") -> bytes:
    """A letter from what its form was once given: the same bytes as then. Raises NotPrintable without it."""
    inputs = {"attachment": attachment, "attachment-name": "request.json", **_at_end(room)}
    made: bytes = _set(kept, inputs, **_AS_PDF)
    return made


def pictures_again(kept: Mapping[str, Any], *, draft: bool = False, room: str = "") -> tuple[bytes, ...]:
    """A PNG of each page of a letter, from what its form was once given."""
    made = _set(kept, {"draft": "yes" if draft else "no", **_at_end(room)}, format="png", ppi=SHARPNESS)
    return tuple(made) if isinstance(made, list) else (made,)


def pictures(letter: Letter, *, draft: bool = True) -> tuple[bytes, ...]:
    """A PNG of each page; `draft` writes DRAFT across them. Raises NotPrintable as `typeset` does."""
    _pdf(letter, {})  # a picture would show an empty box where the PDF refuses
    return pictures_again(given(letter), draft=draft)


def typeset_draft(letter: Letter) -> bytes:
    """The letter as PDF with DRAFT across its pages, and no copy for machines: to be read, never to be sent.

    Raises NotPrintable as `typeset` does.
    """
    return _pdf(letter, {"draft": "yes"})


def _pdf(letter: Letter, inputs: dict[str, str]) -> bytes:
    _form(letter.kind, letter.version, letter.language)
    try:
        made: bytes = _set(given(letter), inputs, **_AS_PDF)
    except typst.TypstError as problem:
        raise _explained(problem, letter) from problem
    return made


_AS_PDF: dict[str, Any] = {"format": "pdf", "pdf_standards": STANDARDS}


def _set(kept: Mapping[str, Any], inputs: dict[str, str], **options: Any) -> Any:
    kind, version = kept["kind"], kept["version"]
    form, data = _form_of(kept), _data(kept)
    try:
        made, warnings = _compiler().compile_with_warnings(
            input=form, root=_FORMS, sys_inputs={"letter": data, **inputs}, **options
        )
    finally:
        if len(data) > LARGE:
            _forget()
    if warnings:
        raise RuntimeError(f"The form of {kind} {version} warns: {warnings[0].message}")
    return made


def _form_of(kept: Mapping[str, Any]) -> bytes:
    language = kept["language"]
    return _form(kept["kind"], kept["version"], language if isinstance(language, str) else language["first"])


def _data(kept: Mapping[str, Any]) -> str:
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def _at_end(room: str) -> dict[str, str]:
    return {"room": room} if room else {}


def beside_form(kind: str, version: int, name: str) -> str:
    """The text of a file in the folder of this version of a form; empty where it has none of this name."""
    path = _FORMS / kind / str(version) / name
    return path.read_text("utf-8") if _KIND.match(kind) and path.is_file() else ""


def _form(kind: str, version: int, language: str) -> bytes:
    path = _FORMS / kind / str(version) / "letter.typ"
    if not _KIND.match(kind) or not path.is_file():
        raise NotPrintable(f"There is no form for a letter “{kind}”, version {version}.")
    known = CODES if version >= BRINGS_NO_WORDS else OF_OLD_FORMS
    if language not in known:
        raise NotPrintable(f"There is no form in the language “{language}”; there is: {', '.join(known)}.")
    return path.read_bytes()


def _compiler() -> typst.Compiler:
    """One for each thread: a compiler serves one letter at a time, and sets it without holding Python's lock."""
    known = fonts()
    if getattr(_own, "fonts", None) is not known:
        _own.fonts, _own.compiler = known, typst.Compiler(font_paths=known, ignore_system_fonts=True)
    compiler: typst.Compiler = _own.compiler
    return compiler


def _forget() -> None:
    """Typst keeps what it worked out for the last ten letters, which for large ones is a hundred megabytes each."""
    compiler = _compiler()
    for _ in range(12):
        compiler.compile(input=b"", sys_inputs={}, format="svg")


def _printed(value: Any) -> Any:
    match value:
        case str():
            return as_printed(value)
        case dict():
            return {key: _printed(item) for key, item in value.items()}
        case list() | tuple():
            return [_printed(item) for item in value]
    return value


def _explained(problem: typst.TypstError, letter: Letter) -> Exception:
    """A sign that no font has is the writer's to change; anything else is a fault of the form."""
    found = _NO_SIGN.search(problem.message)
    if not found:
        return RuntimeError(f"The form of {letter.kind} {letter.version} failed: {problem.message}")
    sign = _unescaped(found["text"])[:1]
    place = next((place for place, text in letter.texts() if sign in text), "the letter")
    return NotPrintable(
        f"{place[:1].upper()}{place[1:]}: the letter's fonts have no sign for {described(sign)}. "
        "Write it in Latin, Greek, Cyrillic, Georgian or Armenian letters."
    )


def _unescaped(text: str) -> str:
    """Typst quotes as Rust does: \\u{378} for what cannot be seen."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), text)
