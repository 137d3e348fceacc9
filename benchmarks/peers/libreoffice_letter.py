"""The same letters through docxtpl (LGPL) and LibreOffice (MPL): a DOCX filled in, converted to PDF/A-3b, one by one and all at once.

pyHanko signs each; what that takes counts. LibreOffice attaches no file, so the request is not inside.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import docxtpl
from docx import Document
from pades import signed, signer
from pyhanko.pdf_utils.reader import PdfFileReader

LONGEST = 300
"""Seconds that LibreOffice is given for all letters."""
EXPORT = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"3"},"UseTaggedPDF":{"type":"boolean","value":"true"}}'


def main() -> None:
    """Read the job, set its letters in both manners, and say how long each letter took."""
    job = json.load(sys.stdin)
    own = signer(job)
    letters = [job["letters"][number] for number in range(job["rounds"] + 1)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        blank(folder / "blank.docx")
        office = Office(job["office"], folder)
        office.convert([fill(folder, letters[0])])  # makes its profile
        alone: list[int] = []
        for letter in letters[1:]:
            start = time.perf_counter_ns()
            made = [signed(pdf, own) for pdf in office.convert([fill(folder, letter)])]
            alone.append(time.perf_counter_ns() - start)
        start = time.perf_counter_ns()
        made = [signed(pdf, own) for pdf in office.convert([fill(folder, letter) for letter in job["letters"]])]
        each = (time.perf_counter_ns() - start) // len(made)
    named = f"docxtpl, {office.version}, pyHanko"
    last = {"pages": pages(made[-1]), "size": len(made[-1])}
    ways = [
        {"version": f"{named}, one by one", "nanoseconds": alone, **last},
        {"version": f"{named}, {len(made)} at once", "nanoseconds": [each], **last},
    ]
    json.dump({"ways": ways}, sys.stdout)


class Office:
    """LibreOffice without windows, started for each conversion: that is how it is asked from a program."""

    def __init__(self, program: str, folder: Path) -> None:
        self.program, self.folder = program, folder
        said = self._run("--version")
        self.version = " ".join(said.stdout.split()[:2])

    def convert(self, documents: list[Path]) -> list[bytes]:
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        self._run(profile, "--headless", "--convert-to", EXPORT, "--outdir", self.folder, *documents)
        return [document.with_suffix(".pdf").read_bytes() for document in documents]

    def _run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - the program that the job names
            [self.program, *arguments], capture_output=True, text=True, check=True, timeout=LONGEST
        )


def blank(path: Path) -> None:
    """The form, with the marks that docxtpl fills."""
    form = Document()
    for line in (
        "{% for line in letter.letterhead %}{{ line }}\n{% endfor %}",
        "{{ letter.title }}",
        "{{ letter.subtitle }}",
        "1 {{ letter.words.date }}: {{ letter.words.day }}   2 {{ letter.words.reference }}: {{ letter.reference }}",
        "{% if letter.status %}3 {{ letter.words.status }}{% endif %}{% for tick in letter.status %}\n{{ tick.said }}{% endfor %}",
    ):
        form.add_paragraph(line)
    rows(form, "letter.status_rows")
    form.add_paragraph("{%p for part in letter.parties %}")
    form.add_paragraph("{{ part.number }} {{ part.part }}\n{{ part.name }}\n{{ part.country }}")
    rows(form, "part.rows")
    for line in (
        "{%p endfor %}",
        "{%p for part in letter.sections %}",
        "{{ part.number }} {{ part.title }}\n{{ part.note }}",
    ):
        form.add_paragraph(line)
    rows(form, "part.rows")
    for line in (
        "{%p endfor %}",
        "{{ letter.closing }}",
        "{{ letter.words.signed_for }}\n{{ letter.signatory.function }}",
        "{{ letter.signatory.name }}\n{{ letter.signatory.organisation }}",
        "{{ letter.words.place_and_date }}\n{{ letter.signatory.place }}, {{ letter.words.day }}",
        "{{ letter.words.signature }}\n{{ letter.words.signature_text }}",
        "{{ letter.words.copy }}\n{{ letter.words.copy_text }} {{ letter.words.check }}",
    ):
        form.add_paragraph(line)
    form.save(path)


def rows(form: Any, name: str) -> None:
    table = form.add_table(rows=3, cols=2)
    table.cell(0, 0).text = f"{{%tr for row in {name} %}}"
    table.cell(1, 0).text = "{{ row.label }}{% if row.note %}\n{{ row.note }}{% endif %}"
    table.cell(1, 1).text = "{{ row.value }}"
    table.cell(2, 0).text = "{%tr endfor %}"


def fill(folder: Path, letter: dict[str, Any]) -> Path:
    form = docxtpl.DocxTemplate(folder / "blank.docx")
    form.render({"letter": plain(letter)}, autoescape=True)
    path = folder / f"{letter['reference']}.docx"
    form.save(path)
    return path


def plain(letter: dict[str, Any]) -> dict[str, Any]:
    """The letter with every value as one text, which is what a form of Word can show."""
    parts = {name: [noted(part) for part in letter[name]] for name in ("parties", "sections")}
    words = letter["words"]
    told = {
        "copy_text": words["copy_text"].replace("{name}", "request.json"),
        "check": words["check"].replace("{address}", letter["verify_at"] or words["check_anywhere"]),
    }
    head = {
        "status": [tick | {"said": value([tick])} for tick in letter["status"]],
        "status_rows": [row | {"value": value(row["value"])} for row in letter["status_rows"]],
    }
    return letter | parts | head | {"words": words | told}


def noted(part: dict[str, Any]) -> dict[str, Any]:
    """An article on which every row of a section rests stands once, under the heading."""
    notes = {row["note"] for row in part["rows"]}
    shared = notes.pop() if "title" in part and len(part["rows"]) > 1 and len(notes) == 1 else ""
    told = [row | {"value": value(row["value"]), "note": "" if shared else row["note"]} for row in part["rows"]]
    return part | {"rows": told, "note": "\n".join(filter(None, (part.get("note"), shared)))}


def value(given: Any) -> str:
    if isinstance(given, str):
        return given
    return "\n".join(
        item if isinstance(item, str) else f"{'☑' if item['chosen'] else '☐'} {item['label']}" for item in given
    )


def pages(pdf: bytes) -> int:
    import io

    return int(PdfFileReader(io.BytesIO(pdf)).root["/Pages"]["/Count"])


if __name__ == "__main__":
    main()
