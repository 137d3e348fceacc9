"""What PDF/A-3b (ISO 19005-3) demands and a program can check. Not all of it; written apart from the press.

Each check answers in sentences that begin with the clause; none means that nothing was found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

from pypdf import PdfReader

from comity.documents.tests.pdf_parts import (
    advances,
    catalog,
    drawn,
    fonts,
    holds,
    looks,
    objects,
    operations,
    read,
    widths,
)

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFA, SCHEMA = "{http://www.aiim.org/pdfa/ns/id/}", "{http://www.aiim.org/pdfa/ns/schema#}"
OF_XMP_2005 = ("http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/pdf/1.3/",
               "http://www.aiim.org/pdfa/ns/")  # fmt: skip
"""Beginnings of the namespaces that a reader knows without being told."""
MIXED = {"/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge",
         "/ColorBurn", "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation", "/Color",
         "/Luminosity"}  # fmt: skip
ACTIONS = {"/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/Named", "/SubmitForm"}
RELATIONS = {"/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified", "/EncryptedPayload"}
NOTES = {"/Link", "/Widget", "/Text", "/FreeText", "/Popup", "/Highlight", "/Underline", "/Stamp"}


def archival_faults(pdf: bytes) -> list[str]:
    """What keeps the file from being PDF/A-3b, as far as it is looked for here."""
    reader = read(pdf)
    if reader.is_encrypted:
        return ["6.1.3: it is encrypted"]
    return [*_file(pdf, reader), *(fault for check in CHECKS for fault in check(reader))]


def _file(pdf: bytes, reader: PdfReader) -> Iterator[str]:
    first, second = pdf.split(b"\n", 2)[:2]
    if not re.fullmatch(rb"%PDF-1\.[0-7]\r?", first) or second[:1] != b"%" or min(second[1:5], default=0) < 128:
        yield "6.1.2: the header is not that of a file with bytes above 127"
    if "/ID" not in reader.trailer:
        yield "6.1.3: the trailer has no ID"
    if not re.search(rb"%%EOF(\r|\n|\r\n)?\Z", pdf):
        yield "6.1.3: something follows the end of the file"


def _objects(reader: PdfReader) -> Iterator[str]:
    for found in objects(reader):
        if {"/F", "/FFilter", "/FDecodeParms"} & found.keys() and hasattr(found, "get_data"):
            yield "6.1.7.1: a stream is kept in another file"
        filters = found.get("/Filter", [])
        if {"/LZWDecode", "/Crypt"} & set(filters if isinstance(filters, list) else [filters]):
            yield "6.1.7.2: a stream is packed in a way that is not permitted"
        if found.get("/S") in {"/Launch", "/JavaScript", "/ImportData", "/Movie", "/Sound", "/Hide", "/ResetForm"}:
            yield f"6.5.1: it starts something ({found['/S']})"
        if found.get("/Type") == "/Action" and found["/S"] not in ACTIONS:
            yield f"6.5.1: it starts something ({found['/S']})"
        if "/AA" in found:
            yield "6.5.2: something happens by itself"
        if found.get("/Subtype") in {"/Image", "/Form"} and {"/Alternates", "/OPI", "/Ref", "/PS"} & found.keys():
            yield "6.2.8: a picture stands for another one"
        if found.get("/Subtype") == "/Image" and holds(found, "/Interpolate"):
            yield "6.2.8: a picture is smoothed"
        if any(len(str(name).encode()) > 128 for name in found):
            yield "6.1.13: a name is too long"


def _colours(reader: PdfReader) -> Iterator[str]:
    intents = [one.get_object() for one in catalog(reader).get("/OutputIntents", [])]
    ours = [one for one in intents if one.get("/S") == "/GTS_PDFA1"]
    profile = ours[0]["/DestOutputProfile"].get_object() if len(ours) == 1 else None
    if profile is None:
        yield "6.2.3: there is not one output intent for PDF/A"
        return
    icc = profile.get_data()
    if (
        icc[36:40] != b"acsp"
        or icc[12:16] not in {b"mntr", b"prtr"}
        or icc[8] > 4
        or len(icc) != int.from_bytes(icc[:4])
    ):
        yield "6.2.3: the output intent has no ICC profile of version 4 or older"
    if (icc[16:20], profile["/N"]) != (b"RGB ", 3):
        yield "6.2.3: the profile is not for three colours"
    for content in _contents(reader):
        if {b"k", b"K"} & {operator for _, operator in operations(content, reader)}:
            yield "6.2.4.3: a colour is mixed of four inks, and the output intent has three colours"
    for found in objects(reader):
        for space in found.get("/ColorSpace", {}).values() if isinstance(found.get("/ColorSpace"), dict) else ():
            kind = space.get_object()[0] if isinstance(space.get_object(), list) else space.get_object()
            if kind not in {"/ICCBased", "/DeviceRGB", "/DeviceGray", "/CalRGB", "/CalGray", "/Lab", "/Indexed"}:
                yield f"6.2.4: colours in {kind}"


def _mixing(reader: PdfReader) -> Iterator[str]:
    """Transparency is permitted; without a space to mix colours in, only where an output intent says which."""
    for found in objects(reader):
        if found.get("/S") == "/Transparency" and "/CS" not in found and not catalog(reader).get("/OutputIntents"):
            yield "6.2.10: a transparency group has no blending space"
        if found.get("/BM", "/Normal") not in MIXED:
            yield f"6.2.10: colours are mixed by {found['/BM']}"
        if {"/TR", "/HTP"} & found.keys() and found.get("/Type") == "/ExtGState":
            yield "6.2.5: a graphics state transfers tones"


def _contents(reader: PdfReader) -> Iterator[Any]:
    yield from (page["/Contents"] for page in reader.pages if "/Contents" in page)
    yield from looks(reader)


def _fonts(reader: PdfReader) -> Iterator[str]:
    for font in fonts(reader):
        name = font.get("/BaseFont", font.get("/Name"))
        if font["/Subtype"] != "/Type0":
            yield f"6.2.11: {name} is {font['/Subtype']}, which nobody here has looked at"
            continue
        inside = font["/DescendantFonts"][0].get_object()
        about = inside["/FontDescriptor"]
        if not {"/FontFile2", "/FontFile3"} & about.keys():
            yield f"6.2.11.4: {name} is not inside"
            continue
        if font["/Encoding"] != "/Identity-H":
            yield f"6.2.11.3: {name} is encoded by a table of its own"
        if inside["/Subtype"] == "/CIDFontType2":
            if "/CIDToGIDMap" not in inside:
                yield f"6.2.11.3: {name} does not say which glyph a code means"
            em, known = advances(about["/FontFile2"].get_data())
            told = widths(inside)
            wrong = [at for at, width in told.items() if at < len(known) and abs(known[at] * 1000 / em - width) > 1]
            if wrong:
                yield f"6.2.11.5: {name} tells other widths than its program has"
    for page in reader.pages:
        yield from _missing(page.get("/Resources"), page["/Contents"], reader)
    for look in looks(reader):
        yield from _missing(look.get("/Resources", {}), look, reader)


def _missing(resources: Any, content: Any, reader: PdfReader) -> Iterator[str]:
    if any(0 in one.codes for one in drawn(resources, content, reader)):
        yield "6.2.11.8: a sign is shown that its font has not"


def _notes(reader: PdfReader) -> Iterator[str]:
    for page in reader.pages:
        for note in (one.get_object() for one in page.get("/Annots", [])):
            flags = int(note.get("/F", 0))
            if note["/Subtype"] not in NOTES:
                yield f"6.3.1: there is an annotation of the kind {note['/Subtype']}"
            if not flags & 4 or flags & (1 | 2 | 32 | 256):
                yield f"6.3.2: an annotation is not printed, or hidden (flags {flags})"
            left, low, right, high = (float(edge) for edge in note["/Rect"])
            if (right - left) * (high - low) and set(note.get("/AP", {})) != {"/N"} and note["/Subtype"] != "/Link":
                yield "6.3.3: an annotation has no look, or more than one"
            if note["/Subtype"] == "/Widget" and "/A" in note:
                yield "6.4.1: a field starts something"
    form = catalog(reader).get("/AcroForm", {})
    if holds(form, "/NeedAppearances") or "/XFA" in form:
        yield "6.4: the form draws itself"


def _metadata(reader: PdfReader) -> Iterator[str]:
    stream = catalog(reader)["/Metadata"]
    text = stream.get_data().decode()
    if "/Filter" in stream:
        yield "6.6.2.1: the metadata are packed"
    head = re.search(r"<\?xpacket begin=[^?]*\?>", text)
    if not head or re.search(r"\b(bytes|encoding)=", head[0]):
        yield "6.6.2.1: the packet's head names bytes or encoding, or is missing"
    tree = ElementTree.fromstring(text)  # noqa: S314  it is ours
    told = {child.tag: (child.text or "") for about in tree.iter(f"{RDF}Description") for child in about}
    if (told.get(f"{PDFA}part"), told.get(f"{PDFA}conformance")) != ("3", "B"):
        yield "6.6.4: the metadata do not say PDF/A-3b"
    described = {one.text for one in tree.iter(f"{SCHEMA}namespaceURI")}
    for tag in told:
        space = tag.partition("}")[0][1:]
        if not space.startswith(OF_XMP_2005) and space not in described:
            yield f"6.6.2.3: nobody describes {space}"


def _files(reader: PdfReader) -> Iterator[str]:
    belonging = [one.get_object() for one in catalog(reader).get("/AF", [])]
    named = catalog(reader).get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])[1::2]
    for about in (one.get_object() for one in named):
        if about.get("/AFRelationship") not in RELATIONS or about not in belonging:
            yield "6.8: a file inside does not say how it belongs to the document"
        if not about.get("/F") or about.get("/F") != about.get("/UF"):
            yield "6.8: a file inside has not one name"
        kept = about["/EF"]["/F"].get_object()
        if not re.fullmatch(r"/[\w.+-]+/[\w.+-]+", str(kept.get("/Subtype", ""))):
            yield "6.8: a file inside does not say of which type it is"
        if "/ModDate" not in kept.get("/Params", {}):
            yield "6.8: a file inside does not say when it was changed"


def _nothing_else(reader: PdfReader) -> Iterator[str]:
    top = catalog(reader)
    for clause, name in (("6.9", "/OCProperties"), ("6.11", "/Requirements"), ("6.5.2", "/OpenAction")):
        if name in top:
            yield f"{clause}: the document has {name}"
    if {"/JavaScript", "/AlternatePresentations"} & top.get("/Names", {}).keys():
        yield "6.5.1: the document has scripts, or other presentations"
    for page in reader.pages:
        if not all(3 <= float(edge) <= 14_400 for edge in page.mediabox[2:]):
            yield "6.1.13: a page is too small or too large"
        depth = 0
        for _, operator in operations(page["/Contents"], reader):
            depth += {b"q": 1, b"Q": -1}.get(operator, 0)
            if depth > 28:
                yield "6.1.13: graphics states are nested too deep"
                break


CHECKS: tuple[Callable[[PdfReader], Iterator[str]], ...] = (
    _objects, _colours, _mixing, _fonts, _notes, _metadata, _files, _nothing_else,
)  # fmt: skip
