"""The parts of a PDF that standards speak of: its objects, what its pages draw and say, its structure, its fonts.

Reads and judges nothing: `archival_rules` and `aloud_rules` do.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject

SHOWS = {b"Tj", b"TJ", b"'", b'"'}
PAINTS = SHOWS | {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do", b"EI", b"INLINE IMAGE"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One operator that leaves a mark: within which marked contents, with which font, and the codes it shows."""

    operator: bytes
    within: tuple[tuple[str, Any], ...]
    font: Any
    codes: tuple[int, ...]


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def catalog(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]


def holds(about: Any, name: str) -> bool:
    """Whether it says “true”: a PDF's own “false” is an object, and as such not nothing."""
    return bool(about.get(name, False) == True)  # noqa: E712


def objects(reader: PdfReader) -> Iterator[Any]:
    """Every dictionary and stream that can be reached from the catalog, once."""
    seen: set[int] = set()
    waiting: list[Any] = [reader.trailer.raw_get("/Root")]
    while waiting:
        found = waiting.pop()
        if isinstance(found, IndirectObject):
            if found.idnum in seen:
                continue
            seen.add(found.idnum)
            found = found.get_object()
        if isinstance(found, DictionaryObject):
            yield found
            waiting.extend(found.raw_get(key) for key in found)
        elif isinstance(found, ArrayObject):
            waiting.extend(found)


def looks(reader: PdfReader) -> Iterator[Any]:
    """Every form that is drawn: appearances of annotations, and what pages use."""
    return (found for found in objects(reader) if found.get("/Subtype") == "/Form" and hasattr(found, "get_data"))


def operations(content: Any, reader: PdfReader) -> list[tuple[Any, bytes]]:
    found = ContentStream(content, reader).operations
    return [(operands, bytes(operator)) for operands, operator in found]


def drawn(resources: Any, content: Any, reader: PdfReader) -> Iterator[Drawn]:
    """What one content draws, operator by operator."""
    within: list[tuple[str, Any]] = []
    font: Any = None
    for operands, operator in operations(content, reader):
        match operator:
            case b"BMC":
                within.append((str(operands[0]), {}))
            case b"BDC":
                named = operands[1]
                known = named if isinstance(named, DictionaryObject) else resources["/Properties"][named]
                within.append((str(operands[0]), known))
            case b"EMC":
                within.pop()
            case b"Tf":
                font = resources["/Font"][operands[0]]
            case _ if operator in PAINTS:
                yield Drawn(operator, tuple(within), font, _codes(operands) if operator in SHOWS else ())


def _codes(operands: Any) -> tuple[int, ...]:
    """The codes of two bytes each, as the fonts of letters have them."""
    texts = operands[-1] if isinstance(operands[-1], list) else [operands[-1]]
    shown = b"".join(_bytes(text) for text in texts if not isinstance(text, int | float))
    return tuple(int.from_bytes(shown[at : at + 2]) for at in range(0, len(shown), 2))


def _bytes(text: Any) -> bytes:
    return bytes(text) if isinstance(text, bytes) else bytes(text.original_bytes)


def elements(reader: PdfReader) -> Iterator[tuple[Any, Any]]:
    """Every element of the structure with the one above it, in the order of reading."""
    root = catalog(reader)["/StructTreeRoot"]
    waiting = [(kid, root) for kid in reversed(kids(root))]
    while waiting:
        element, above = waiting.pop()
        if isinstance(element, DictionaryObject) and "/S" in element:
            yield element, above
            waiting.extend((kid, element) for kid in reversed(kids(element)))


def kids(element: Any) -> list[Any]:
    """What stands under an element, resolved: elements, numbers of marked contents, references to objects."""
    under = element.get("/K", [])
    under = under if isinstance(under, ArrayObject | list) else [element.raw_get("/K")]
    return [one.get_object() for one in under]


def parents(reader: PdfReader) -> dict[int, Any]:
    """The parent tree: from each key to an element, or to a list of them."""
    found: dict[int, Any] = {}
    waiting = [catalog(reader)["/StructTreeRoot"]["/ParentTree"]]
    while waiting:
        node = waiting.pop().get_object()
        numbers = node.get("/Nums", [])
        found |= {int(key): value.get_object() for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
        waiting.extend(node.get("/Kids", []))
    return found


def fonts(reader: PdfReader) -> list[Any]:
    """Every font that something can be set in."""
    return [
        one for one in objects(reader) if (one.get("/Type") == "/Font" and "/DescendantFonts" in one) or _simple(one)
    ]


def _simple(found: Any) -> bool:
    return found.get("/Subtype") in {"/Type1", "/TrueType", "/Type3", "/MMType1"}


def advances(program: bytes) -> tuple[int, list[int]]:
    """Units to the em and the width of each glyph, as a TrueType program itself says."""
    tables = {
        program[at : at + 4]: int.from_bytes(program[at + 8 : at + 12])
        for at in range(12, 12 + 16 * int.from_bytes(program[4:6]), 16)
    }
    em = int.from_bytes(program[tables[b"head"] + 18 : tables[b"head"] + 20])
    many = int.from_bytes(program[tables[b"hhea"] + 34 : tables[b"hhea"] + 36])
    at = tables[b"hmtx"]
    return em, [int.from_bytes(program[at + 4 * glyph : at + 4 * glyph + 2]) for glyph in range(many)]


def widths(cid_font: Any) -> dict[int, float]:
    """The width of each glyph in thousandths of an em, as /W says; where it is silent, /DW holds."""
    found: dict[int, float] = {}
    left = list(cid_font.get("/W", []))
    while left:
        first, then = int(left.pop(0)), left.pop(0).get_object()
        if isinstance(then, list):
            found |= {first + step: float(width) for step, width in enumerate(then)}
        else:
            found |= dict.fromkeys(range(first, int(then) + 1), float(left.pop(0)))
    return found
