"""What the library for text documents has no words for, and any document of ours needs: fields, and heads of tables."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def field(paragraph: Any, name: str) -> None:
    """A field that the reader's program fills: PAGE, NUMPAGES."""
    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), name)
    paragraph._p.append(made)


def repeated(row: Any) -> None:
    """The row as the table's header: repeated on each page, and read aloud as such."""
    made = OxmlElement("w:tblHeader")
    made.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(made)


def unbroken(row: Any) -> None:
    """A row that no page breaks."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def shaded(cell: Any, colour: str) -> None:
    """The cell's ground, six hexadecimal digits."""
    made = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        made.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(made)


def plain_letters(document: Any, family: str, styles: tuple[str, ...]) -> None:
    """One family of letters for these styles, in place of the theme's."""
    for name in styles:
        style = document.styles[name]
        style.font.name = family
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)


def spoken(document: Any, language: str) -> None:
    """The language of the whole text, so that it is checked, hyphenated and read aloud as what it is."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(_language(language))


def spoken_here(paragraph: Any, language: str) -> None:
    """The language of one paragraph, where it is another than the text's."""
    for run in paragraph.runs:
        run._r.get_or_add_rPr().append(_language(language))


def _language(code: str) -> Any:
    made = OxmlElement("w:lang")
    for name in ("val", "eastAsia", "bidi"):
        made.set(qn(f"w:{name}"), code)
    return made
