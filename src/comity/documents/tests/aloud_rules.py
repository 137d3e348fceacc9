"""What PDF/UA-1 (ISO 14289-1) demands and a program can check: that whoever listens hears the whole letter, in order.

Whether an order of reading or a text alternative makes sense, only people can tell. Answers as `archival_rules` does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pypdf import PdfReader

from comity.documents.tests.pdf_parts import SHOWS, catalog, drawn, elements, fonts, holds, kids, parents, read

STANDARD = {
    "/Document", "/Part", "/Art", "/Sect", "/Div", "/BlockQuote", "/Caption", "/TOC", "/TOCI", "/Index",
    "/NonStruct", "/Private", "/P", "/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/L", "/LI", "/Lbl", "/LBody",
    "/Table", "/TR", "/TH", "/TD", "/THead", "/TBody", "/TFoot", "/Span", "/Quote", "/Note", "/Reference",
    "/BibEntry", "/Code", "/Link", "/Annot", "/Ruby", "/RB", "/RT", "/RP", "/Warichu", "/WT", "/WP", "/Figure",
    "/Formula", "/Form",
}  # fmt: skip
"""The types of structure that PDF 1.7 knows; any other must be mapped to one of them."""
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\Z")
UNDER = {"/L": {"/L", "/LI", "/Caption"}, "/LI": {"/Lbl", "/LBody"}, "/TR": {"/TH", "/TD"},
         "/Table": {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"}, "/THead": {"/TR"},
         "/TBody": {"/TR"}, "/TFoot": {"/TR"}}  # fmt: skip
OUT_OF_USE = re.compile("[\x00\ufeff\ufffe]")


def aloud_faults(pdf: bytes) -> list[str]:
    """What keeps the file from being PDF/UA-1, as far as it is looked for here."""
    reader = read(pdf)
    if reader.is_encrypted:
        return ["7.16: it is encrypted, and nobody may read it aloud"]
    return [fault for check in CHECKS for fault in check(reader)]


def _document(reader: PdfReader) -> Iterator[str]:
    top = catalog(reader)
    told = top["/Metadata"].get_data().decode()
    if "<pdfuaid:part>1</pdfuaid:part>" not in told:
        yield "5: the metadata do not say PDF/UA-1"
    if not re.search(r"<dc:title>.*?<rdf:li[^>]*>[^<]+</rdf:li>", told):
        yield "7.1: the document has no title"
    if not holds(top.get("/ViewerPreferences", {}), "/DisplayDocTitle"):
        yield "7.1: the title is not what a window shows"
    marked = top.get("/MarkInfo", {})
    if not holds(marked, "/Marked") or holds(marked, "/Suspects"):
        yield "7.1: the document is not marked as tagged, or its tags are suspect"
    if not LANGUAGE.match(str(top.get("/Lang", ""))):
        yield "7.2: the document does not say its language"


def _roles(reader: PdfReader) -> Iterator[str]:
    known = catalog(reader)["/StructTreeRoot"].get("/RoleMap", {})
    for name in STANDARD & known.keys():
        yield f"7.1: {name} is given another meaning"
    for kind in {element["/S"] for element, _ in elements(reader)} - STANDARD:
        meant, seen = kind, {kind}
        while meant in known and known[meant] not in seen:
            meant = known[meant]
            seen.add(meant)
        if meant not in STANDARD:
            yield f"7.1: nobody says what {kind} means"


def _structure(reader: PdfReader) -> Iterator[str]:
    for element, above in elements(reader):
        if element.get("/P") is None or element["/P"].get_object() != above:
            yield f"7.1: {element['/S']} names another parent than it has"
        if not LANGUAGE.match(str(element.get("/Lang", "en"))):
            yield f"7.2: a language is called {element['/Lang']}"
        own, over = element["/S"], above.get("/S")
        allowed = UNDER.get(over)
        if allowed and own not in allowed:
            yield f"7.2: {own} stands directly under {over}"
        if own == "/LI" and over != "/L":
            yield "7.6: an item stands outside of a list"
        if own in {"/Figure", "/Formula"} and not (element.get("/Alt") or element.get("/ActualText")):
            yield f"7.3: {own} has no words for whoever does not see it"


def _headings(reader: PdfReader) -> Iterator[str]:
    levels = [int(element["/S"][2:]) for element, _ in elements(reader) if re.fullmatch(r"/H[1-6]", element["/S"])]
    if any(element["/S"] == "/H" for element, _ in elements(reader)) and levels:
        yield "7.4.4: headings have levels, and have none"
    for before, level in zip([0, *levels], levels, strict=False):
        if level > before + 1:
            yield f"7.4.2: a heading of level {level} follows one of level {before}"


def _tables(reader: PdfReader) -> Iterator[str]:
    for table, _ in elements(reader):
        if table["/S"] != "/Table":
            continue
        cells = [cell for cell in _below(table) if cell["/S"] in {"/TH", "/TD"}]
        heads = [cell for cell in cells if cell["/S"] == "/TH"]
        if not heads:
            yield "7.5: a table has no heads"
        if not all(_attribute(cell, "/Scope") or cell.get("/ID") for cell in heads):
            yield "7.5: a head does not say for what it stands"


def _below(element: Any) -> Iterator[Any]:
    for kid in kids(element):
        if isinstance(kid, dict) and "/S" in kid:
            yield kid
            yield from _below(kid)


def _attribute(element: Any, name: str) -> Any:
    given = element.get("/A", [])
    given = given if isinstance(given, list) else [given]
    return next((one.get_object()[name] for one in given if name in one.get_object()), None)


def _marks(reader: PdfReader) -> Iterator[str]:
    """Whatever is drawn is told by exactly one element, or is decoration; and each element finds what it tells."""
    tree = parents(reader)
    for number, page in enumerate(reader.pages, 1):
        owners = tree.get(int(page.get("/StructParents", -1)), [])
        told = set()
        for one in drawn(page["/Resources"], page["/Contents"], reader):
            numbers = [int(about["/MCID"]) for _, about in one.within if "/MCID" in about]
            decoration = any(tag == "/Artifact" for tag, _ in one.within)
            if bool(numbers) == decoration or len(numbers) > 1:
                yield f"7.1: on page {number} something is drawn that is neither told nor decoration, or both"
                break
            told.update(numbers)
            if not all(LANGUAGE.match(str(about.get("/Lang", "en"))) for _, about in one.within):
                yield f"7.2: on page {number} a language has no name"
        for mark in told:
            owner = owners[mark].get_object() if mark < len(owners) else None
            if owner is None or mark not in _numbers(owner):
                yield f"7.1: on page {number} no element tells the part {mark}"
                break


def _numbers(owner: Any) -> set[int]:
    return {int(kid["/MCID"]) if isinstance(kid, dict) and "/MCID" in kid else int(kid)
            for kid in kids(owner) if isinstance(kid, int) or (isinstance(kid, dict) and "/MCID" in kid)}  # fmt: skip


def _notes(reader: PdfReader) -> Iterator[str]:
    tree = parents(reader)
    for page in reader.pages:
        notes = [one.get_object() for one in page.get("/Annots", [])]
        if notes and page.get("/Tabs") != "/S":
            yield "7.18.3: one does not tab through a page in the order of its structure"
        for note in notes:
            if int(note.get("/F", 0)) & 2 or _outside(note, page):
                continue
            owner = tree.get(int(note.get("/StructParent", -1)))
            tag = {"/Widget": "/Form", "/Link": "/Link"}.get(note["/Subtype"], "/Annot")
            if owner is None or owner["/S"] != tag or not any(_is(kid, note) for kid in kids(owner)):
                yield f"7.18: {note['/Subtype']} is not told as {tag}"
            words = note.get("/Contents") or (note["/Subtype"] == "/Widget" and note.get("/TU"))
            if not words:
                yield f"7.18: {note['/Subtype']} has no words for whoever does not see it"


def _is(kid: Any, note: Any) -> bool:
    return isinstance(kid, dict) and kid.get("/Type") == "/OBJR" and kid["/Obj"].get_object() == note


def _outside(note: Any, page: Any) -> bool:
    left, low, right, high = (float(edge) for edge in note["/Rect"])
    box = [float(edge) for edge in page.cropbox]
    return right <= box[0] or left >= box[2] or high <= box[1] or low >= box[3]


def _fonts(reader: PdfReader) -> Iterator[str]:
    meant = {}
    for font in fonts(reader):
        if "/ToUnicode" not in font:
            yield f"7.21.7: nobody says which letters {font.get('/BaseFont')} shows"
            continue
        meant[font["/BaseFont"]] = _meanings(font["/ToUnicode"].get_data().decode("latin-1"))
    for page in reader.pages:
        for one in drawn(page["/Resources"], page["/Contents"], reader):
            if one.operator not in SHOWS:
                continue
            said = meant.get(one.font["/BaseFont"], {})
            spoken = any("/ActualText" in about for _, about in one.within)
            silent = [code for code in one.codes if OUT_OF_USE.search(said.get(code, "\x00"))]
            if silent and not spoken:
                yield f"7.21.7: {one.font['/BaseFont']} shows {silent[0]}, and nobody says which letter that is"
                return


def _meanings(table: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        found |= {int(code, 16): _text(to) for code, to in re.findall(r"<(\w+)>\s*<(\w+)>", block)}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, to in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = int(to, 16)
            found |= {int(first, 16) + step: chr(start + step) for step in range(int(last, 16) - int(first, 16) + 1)}
    return found


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")


CHECKS: tuple[Callable[[PdfReader], Iterator[str]], ...] = (
    _document, _roles, _structure, _headings, _tables, _marks, _notes, _fonts,
)  # fmt: skip
