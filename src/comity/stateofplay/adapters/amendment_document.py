"""The working document on a draft amendment as a file to be edited, in the styles that a word processor knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.shared import Mm

from comity.atlas.queries.fact import FactView
from comity.stateofplay.adapters.imprint import imprint
from comity.stateofplay.adapters.signs import writable
from comity.stateofplay.adapters.word import dressed, plain_letters
from comity.stateofplay.rules.working_document import CheckView, WorkingDocument


def as_docx(found: WorkingDocument) -> bytes:
    """The document. The same facts give the same text."""
    document = Document()
    _lay_out(document, found)
    gap = found.gap
    document.add_paragraph(writable(f"{gap.country_name}: Article {gap.article}"), style="Title")
    document.add_paragraph(
        writable(f"Working document on a draft amendment. {found.title}. As of {_day(found)}."), style="Subtitle"
    )
    _missing(document, found)
    _elements(document, found)
    document.add_heading("Safeguards of Article 15", level=1)
    _checklist(document, ("Question", "Answer in the draft", "Where it stands"), found.safeguards)
    _wording(document, found)
    _examples(document, found)
    _course(document, found)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _lay_out(document: Any, found: WorkingDocument) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(22)
    plain_letters(document)
    imprint(document, f"{found.gap.country_name}: draft amendment on Article {found.gap.article}", found.day)


def _missing(document: Any, found: WorkingDocument) -> None:
    document.add_heading("What is missing", level=1)
    document.add_paragraph(found.gap.says)
    for fact in found.gap.facts:
        document.add_paragraph(writable(_cited(fact)), style="List Bullet")
        if fact.note:
            document.add_paragraph(writable(fact.note), style="List Continue")
    _texts(document, found.draft.words.missing if found.draft else "")


def _elements(document: Any, found: WorkingDocument) -> None:
    document.add_heading("Model elements", level=1)
    document.add_paragraph(writable(found.aim))
    document.add_paragraph(writable(_cited(found.aim_fact)), style="Caption")
    _checklist(document, ("Element", "In the draft", "Where it stands"), found.elements)


def _wording(document: Any, found: WorkingDocument) -> None:
    document.add_heading("Draft", level=1)
    words = found.draft.words if found.draft else None
    if words is None or not words.wording:
        document.add_paragraph("No wording yet. Write it here.")
    if words:
        if words.bill:
            document.add_paragraph(writable(f"Bill: {words.bill}"))
        _texts(document, words.wording)
        if words.remarks:
            document.add_heading("Remarks", level=2)
            _texts(document, words.remarks)


def _examples(document: Any, found: WorkingDocument) -> None:
    document.add_heading("Examples from the atlas", level=1)
    if not found.examples:
        document.add_paragraph("The atlas records no country whose power is full.")
    for each in found.examples:
        document.add_heading(writable(each.country_name), level=2)
        told = (
            ("Provision", each.provision or "not recorded"),
            ("Ordered by", each.ordered_by),
            ("From", each.threshold),
            ("For", each.duration),
            ("Safeguards", each.safeguards),
        )
        for label, text in told:
            if text:
                document.add_paragraph(writable(f"{label}: {text}"), style="List Bullet")
        for fact in each.facts:
            document.add_paragraph(writable(_cited(fact)), style="Caption")


def _course(document: Any, found: WorkingDocument) -> None:
    document.add_heading("How far it has come", level=1)
    if found.draft is None:
        document.add_paragraph("No draft has been started.")
        return
    rows = [(step.day.isoformat(), step.state.label, step.remark, step.source) for step in found.draft.steps]
    _table(document, ("Day", "State", "Remark", "Source"), rows, (2, 3, 5, 5))


def _checklist(document: Any, head: Sequence[str], checks: Iterable[CheckView]) -> None:
    marks = {True: "☒ covered", False: "☐ not covered", None: "☐ not looked at"}
    rows = [
        (each.says + (" (optional)" if each.optional else ""), marks[each.covered], _placed(each.fact))
        for each in checks
    ]
    _table(document, head, rows, (9, 3, 6))


def _table(document: Any, head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[int]) -> None:
    table = document.add_table(rows=1, cols=len(head))
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        cell.paragraphs[0].add_run(text)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = writable(text)
    page = document.sections[-1]
    dressed(table, page.page_width - page.left_margin - page.right_margin, shares)
    document.add_paragraph()


def _texts(document: Any, text: str) -> None:
    for line in text.splitlines():
        if line.strip():
            document.add_paragraph(writable(line))


def _cited(fact: FactView) -> str:
    """Where a fact stands, and how sure it is."""
    place = f"{fact.source}, {fact.pinpoint}" if fact.pinpoint else fact.source
    seen = f"; observed on {fact.observed.isoformat()}" if fact.observed else ""
    return f"{place}{seen}{'; assumed: verify before use' if fact.assumed else ''}"


def _placed(fact: FactView) -> str:
    """The place first: in a checklist one looks for the article."""
    return f"{fact.pinpoint} ({fact.source}{'; assumed: verify before use' if fact.assumed else ''})"


def _day(found: WorkingDocument) -> str:
    return f"{found.day.day} {found.day:%B %Y}"
