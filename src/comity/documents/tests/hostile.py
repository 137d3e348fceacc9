"""Files that mean no good, made when they are asked for; none of them holds anything that works."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Sequence
from functools import cache

from comity.documents.rules.findings import Problem

MIB = 1024 * 1024
CATALOG = b"<</Type/Catalog/Pages 2 0 R%s>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s>>"


def pdf(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects; the first is its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\n" % (size, table, size)
    return out + head + b"startxref\n%d\n%%%%EOF\n" % len(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


@cache
def packed(megabytes: int, layers: int = 1) -> bytes:
    """So many megabytes of nothing, in a few kilobytes."""
    packer = zlib.compressobj(1)
    data = b"".join(packer.compress(bytes(MIB)) for _ in range(megabytes)) + packer.flush()
    for _ in range(layers - 1):
        data = zlib.compress(data, 9)
    return data


def carrying(*files: tuple[str, bytes], filters: bytes = b"/FlateDecode") -> bytes:
    """A PDF with files inside, whose data are packed already."""
    names = b"".join(b"(%d)%d 0 R" % (index, 4 + 2 * index) for index in range(len(files)))
    objects = [CATALOG % (b"/Names<</EmbeddedFiles<</Names[%s]>>>>" % names), PAGES, PAGE % b""]
    for index, (name, data) in enumerate(files):
        objects.append(b"<</Type/Filespec/UF(%s)/EF<</F %d 0 R>>>>" % (name.encode(), 5 + 2 * index))
        objects.append(stream(data, b"/Filter[%s]" % filters))
    return pdf(objects)


def holding(name: str, content: bytes) -> bytes:
    return carrying((name, zlib.compress(content)))


def on_a_note(name: str, content: bytes) -> bytes:
    """The file hangs on a note of the page, where no list of attachments names it."""
    note = b"<</Type/Annot/Subtype/FileAttachment/FS 5 0 R>>"
    specification = b"<</Type/Filespec/UF(%s)/EF<</F 6 0 R>>>>" % name.encode()
    return pdf([CATALOG % b"", PAGES, PAGE % b"/Annots[4 0 R]", note, specification, stream(content)])


def acting(action: bytes, where: bytes = b"/OpenAction") -> bytes:
    return pdf([CATALOG % (where + action), PAGES, PAGE % b""])


def deep_pages() -> bytes:
    nodes = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (number + 1) for number in range(2, 20_002)]
    return pdf([CATALOG % b"", *nodes, PAGE % b""])


def wide_pages() -> bytes:
    count = 6_000
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    return pdf([CATALOG % b"", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), *[PAGE % b""] * count])


def circle_of_pages() -> bytes:
    return pdf([CATALOG % b"", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>", PAGE % b""])


def nested_arrays() -> bytes:
    return pdf([CATALOG % (b"/AF " + b"[" * 3_000 + b"]" * 3_000), PAGES, PAGE % b""])


def large_object_stream() -> bytes:
    """60,000 objects of 200 bytes in a stream of 400 kB."""
    count, body = 60_000, b"<</Type/Catalog/Pages 11 0 R/X[1 2 3]>> ".ljust(200)
    index = b" ".join(b"%d %d" % (10 + number, number * len(body)) for number in range(count))
    head = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (count, len(index) + 1)
    out = b"%PDF-1.7\n9 0 obj\n" + stream(zlib.compress(index + b" " + body * count, 9), head) + b"\nendobj\n"
    rows = [bytes(7)] * 9 + [b"\x01" + (9).to_bytes(4, "big") + bytes(2)]
    rows += [b"\x02" + (9).to_bytes(4, "big") + number.to_bytes(2, "big") for number in range(count)]
    entries = b"/Type/XRef/Size %d/W[1 4 2]/Root 10 0 R/Filter/FlateDecode" % len(rows)
    table = stream(zlib.compress(b"".join(rows), 9), entries)
    return out + b"8 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(out)


def many_signatures() -> bytes:
    held = b"<</Type/Sig/SubFilter/ETSI.CAdES.detached/Contents<00>/ByteRange[0 1 2 3]>>"
    fields = [b"<</FT/Sig/T(%d)/V%s>>" % (number, held) for number in range(200)]
    form = b" ".join(b"%d 0 R" % (4 + number) for number in range(len(fields)))
    return pdf([CATALOG % (b"/AcroForm<</SigFlags 3/Fields[%s]>>" % form), PAGES, PAGE % b"", *fields])


def archive(**files: bytes) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return output.getvalue()


def office(*, macros: bool = False) -> bytes:
    parts = {"[Content_Types].xml": b"<Types/>", "word__document_dot_xml": b"<w:document/>"}
    return archive(**parts, **({"word__vbaProject_dot_bin": b"macro"} if macros else {}))


ELF = b"\x7fELF\x02\x01\x01" + bytes(60)
PE = b"MZ\x90\x00\x03" + bytes(60) + b"PE\x00\x00"
OLD_MACROS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100) + "_VBA_PROJECT".encode("utf-16-le")
JAVA = archive(**{"META-INF__MANIFEST_dot_MF": b"", "Main_dot_class": b"\xca\xfe\xba\xbe"})

Made = Callable[[], bytes]
BOMBS: dict[str, tuple[Made, Problem]] = {
    "two hundred megabytes in one": (lambda: carrying(("request.json", packed(200))), Problem.NONE),
    "a bomb in a bomb": (
        lambda: carrying(("x", packed(200, layers=2)), filters=b"/FlateDecode/FlateDecode"),
        Problem.NONE,
    ),
    "sixty files of fifteen megabytes": (lambda: carrying(*[(str(n), packed(15)) for n in range(60)]), Problem.NONE),
    "an attachment of nine megabytes": (lambda: carrying(("x", bytes(9 * MIB)), filters=b""), Problem.NONE),
    "a deep tree of pages": (deep_pages, Problem.TOO_COSTLY),
    "six thousand pages": (wide_pages, Problem.TOO_COSTLY),
    "pages that are their own parents": (circle_of_pages, Problem.TOO_COSTLY),
    "three thousand arrays in each other": (nested_arrays, Problem.TOO_COSTLY),
    "an object stream of sixty thousand": (large_object_stream, Problem.NONE),
    "two hundred signatures": (many_signatures, Problem.DAMAGED_SIGNED),
    "ten megabytes of nothing": (lambda: b"%PDF-1.7\n" + bytes(10 * MIB - 9), Problem.DAMAGED),
}
