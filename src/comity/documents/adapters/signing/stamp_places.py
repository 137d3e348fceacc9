"""Places for visible signatures in a letter: empty signature fields, tagged, so that the letter stays readable aloud.

They are made before anybody signs: what a later signer added to the structure would count as a change.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from comity.documents.adapters.signing.signature_field import Appending


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on a page (from 1), in points from the page's upper left corner."""

    page: int
    left: float
    top: float
    width: float
    height: float


def with_places(pdf: bytes, places: Sequence[Place]) -> bytes:
    """`pdf` with one empty field for each of `places`, appended. The same bytes each time."""
    writer = Appending(io.BytesIO(pdf))
    fields = [_field(writer, number, place) for number, place in enumerate(places, 1)]
    form = {"/Fields": generic.ArrayObject(fields), "/SigFlags": _number(3)}
    writer.root[pdf_name("/AcroForm")] = writer.add_object(_dictionary(form))
    writer.update_root()  # type: ignore[no-untyped-call]
    first, again = writer.document_id[0], generic.ByteStringObject(hashlib.sha256(pdf).digest()[:16])
    writer._document_id = generic.ArrayObject([first, again])
    made = io.BytesIO()
    writer.write(made)  # type: ignore[no-untyped-call]
    return made.getvalue()


def _field(writer: IncrementalPdfFileWriter, number: int, place: Place) -> generic.IndirectObject:
    page, _ = writer.find_page_for_modification(place.page - 1)  # type: ignore[no-untyped-call]
    sheet = page.get_object()
    top = float(sheet["/MediaBox"][3]) - place.top
    corners = (place.left, top - place.height, place.left + place.width, top)
    key = int(writer.root["/StructTreeRoot"]["/ParentTreeNextKey"])
    field = writer.add_object(
        _dictionary(
            {
                "/Type": pdf_name("/Annot"),
                "/Subtype": pdf_name("/Widget"),
                "/FT": pdf_name("/Sig"),
                "/T": generic.pdf_string("Signature" if number == 1 else f"Signature{number}"),
                "/TU": generic.pdf_string(f"Place for electronic signature {number}"),
                "/F": _number(4),
                "/P": page,
                "/Rect": generic.ArrayObject(_length(corner) for corner in corners),
                "/StructParent": _number(key),
                "/AP": _dictionary({"/N": _empty(writer, place)}),
            }
        )
    )
    sheet.setdefault(pdf_name("/Annots"), generic.ArrayObject()).append(field)
    writer.update_container(sheet)
    _tag(writer, field, page, key)
    return field


def _tag(
    writer: IncrementalPdfFileWriter, field: generic.IndirectObject, page: generic.IndirectObject, key: int
) -> None:
    """The field as a form element at the end of the document's structure, found again by its key."""
    tree = writer.root["/StructTreeRoot"]
    whole = tree["/K"].raw_get(0)
    refers = _dictionary({"/Type": pdf_name("/OBJR"), "/Obj": field, "/Pg": page})
    element = writer.add_object(
        _dictionary({"/Type": pdf_name("/StructElem"), "/S": pdf_name("/Form"), "/P": whole, "/K": refers, "/Pg": page})
    )
    whole.get_object()["/K"].append(element)
    writer.update_container(whole.get_object())
    numbers = tree["/ParentTree"]["/Nums"]
    numbers.extend([_number(key), element])
    writer.update_container(numbers)
    tree[pdf_name("/ParentTreeNextKey")] = _number(key + 1)
    writer.update_container(tree)


def _empty(writer: IncrementalPdfFileWriter, place: Place) -> generic.IndirectObject:
    """The look of a field that nobody has signed: nothing."""
    box = generic.ArrayObject(_length(edge) for edge in (0, 0, place.width, place.height))
    about = {"/Type": pdf_name("/XObject"), "/Subtype": pdf_name("/Form"), "/BBox": box}
    return writer.add_object(
        generic.StreamObject({pdf_name(name): value for name, value in about.items()}, stream_data=b"")
    )


def _dictionary(parts: dict[str, generic.PdfObject]) -> generic.DictionaryObject:
    return generic.DictionaryObject({pdf_name(name): value for name, value in parts.items()})  # type: ignore[no-untyped-call]


def _number(value: int) -> generic.NumberObject:
    return generic.NumberObject(value)  # type: ignore[no-untyped-call]


def _length(points: float) -> generic.FloatObject:
    return generic.FloatObject(f"{points:.2f}")  # type: ignore[no-untyped-call]
