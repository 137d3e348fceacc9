"""The overview as a value and as files: slide 9 of June 2017 cell for cell, and what a later day changes."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from docx import Document
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from typer.testing import CliRunner

from comity.atlas.queries.fact import Age, FactView
from comity.atlas.rules.packs.country import Topic
from comity.atlas.tests.law import repository_snapshot
from comity.cli.app import app
from comity.documents.adapters.pictures.studio import NoPicture
from comity.kernel import clock
from comity.stateofplay.queries.matrix import matrix_of
from comity.stateofplay.queries.matrix_file import MatrixForm, matrix_file
from comity.stateofplay.rules.matrix import Matrix, Statement, arranged, changes, newest
from comity.stateofplay.rules.matrix_text import as_csv, as_markdown

DAY = date(2017, 6, 16)

SLIDE_9 = """
\tArmenia\tAzerbaijan\tBelarus\tGeorgia\tMoldova\tUkraine
Strategies/action plans\tNo\tNo\tNo\tYes\tDraft\tYes
Procedural law: gaps in terms of Convention\t- Definitions of data - Articles 16, 17 and 18 - Special powers under Art. 19\t- Definitions of data - Art. 16 and 17 - Partial Art. 18 - Special powers under Art. 19\t- Definitions of data - Articles 16, 17 and 18 - Special powers under Art. 19; - Judicial oversight\t- Art. 16 and 17 - Special powers under Art. 19\t- Partial Art. 16 - Partial Art. 18 - Special powers under Art. 19\t- Definitions of data - Articles 16, 17 and 18 - Special powers under Art. 19 - Art. 20 BCC – no traffic data
Operational cybercrime units\t- National Police - Investigative Committee\t- Ministry of National Security - Ministry of the Interior (being set up)\t- Ministry of Interior - Investigative Committee\t- Ministry of Internal Affairs - Ministry of State Security\t- Ministry of the Interior - Prosecutor General's Office\t- Cyber Police - State Security Service
Police-to-police cooperation units\t- National Police\t- Ministry of National Security\t- Ministry of Interior\t- Ministry of Internal Affairs\t- Ministry of the Interior - Prosecutor General's Office\t- Cyber Police - State Security Service
Authorities for judicial cooperation\t- Prosecutor General's Office (pre-trial) - Ministry of Justice (trial stage)\t- Prosecutor General's Office (pre-trial) - Ministry of Justice (trial stage)\t- Office of the Prosecutor General - Other authorities on treaty basis - Supreme Court\t- Office of the Chief Prosecutor at the Ministry of Justice\t- Prosecutor General's Office (pre-trial) - Ministry of Justice (trial stage)\t- Prosecutor General's Office (pre-trial) - Ministry of Justice (trial stage)
"""  # noqa: E501
"""The slide's table as it was printed: a row a line, a cell between tabs."""

GRID = [line.split("\t") for line in SLIDE_9.strip("\n").splitlines()]


@pytest.fixture(scope="module")
def overview() -> Matrix:
    return matrix_of(repository_snapshot(), DAY)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.frozen(datetime(2026, 11, 24, 12, tzinfo=UTC)):
        yield


def test_the_overview_of_june_2017_is_slide_9_cell_for_cell(overview: Matrix) -> None:
    found = [["", *(name for _, name in overview.countries)]]
    found += [[row.topic.label, *(" ".join(cell.lines) for cell in row.cells)] for row in overview.rows]
    assert found == GRID


def test_every_file_holds_every_cell(overview: Matrix) -> None:
    """Word for word; without the dashes in CSV, which a spreadsheet would take for formulas."""
    entries = [[cell.removeprefix("- ").split(" - ") for cell in line[1:]] for line in GRID[1:]]
    made = json.loads(matrix_file(overview, MatrixForm.JSON).content)
    assert [[cell["entries"] for cell in row["cells"]] for row in made["rows"]] == entries
    table = list(csv.reader(StringIO(matrix_file(overview, MatrixForm.CSV).content.decode("utf-8-sig"))))
    assert [line[0] for line in table[1:]] == [line[0] for line in GRID[1:]]
    assert [[cell.split("\n") for cell in line[1:]] for line in table[1:]] == entries
    document = Document(BytesIO(matrix_file(overview, MatrixForm.DOCX).content)).tables[0]
    assert [[" ".join(cell.text.split("\n")) for cell in row.cells] for row in document.rows] == GRID
    slide = Presentation(BytesIO(matrix_file(overview, MatrixForm.PPTX).content)).slides[0]
    shown = next(shape for shape in slide.shapes if shape.has_table).table
    assert [[" ".join(cell.text.split("\n")) for cell in row.cells] for row in shown.rows] == GRID
    lines = [line for line in as_markdown(overview).splitlines() if line.startswith("| **")]
    assert [[cell.strip().replace("<br>", " ") for cell in line.split("|")[2:-1]] for line in lines] == [
        line[1:] for line in GRID[1:]
    ]


def test_the_pdf_is_archival_with_a_table_to_read_aloud_and_the_same_each_time(overview: Matrix) -> None:
    made = matrix_file(overview, MatrixForm.PDF).content
    assert b"pdfaid:part>3<" in made
    assert b"pdfuaid:part>1<" in made
    assert made.count(b"/TH/") >= 6 + 5, "Countries and topics are headings of the table."
    assert made == matrix_file(overview, MatrixForm.PDF).content


def test_the_heat_map_goes_along_with_its_text_alternative(overview: Matrix) -> None:
    """The same chart in the text document, on a slide and in the PDF, each with words for whoever cannot see it."""
    document = Document(BytesIO(matrix_file(overview, MatrixForm.DOCX).content))
    (shape,) = document.inline_shapes
    slide = Presentation(BytesIO(matrix_file(overview, MatrixForm.PPTX).content)).slides[1]
    picture = next(shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE)
    for words in (shape._inline.docPr.get("descr"), picture._element.nvPicPr.cNvPr.get("descr")):
        assert "Ukraine, Procedural law: gaps in terms of Convention: 16, 17, 18, 19, 20" in words
    assert b"/Alt" in matrix_file(overview, MatrixForm.PDF).content


def test_a_file_without_its_picture_has_the_words(overview: Matrix, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(order: object) -> bytes:
        raise NoPicture("The picture was not drawn in time.")

    monkeypatch.setattr("comity.stateofplay.adapters.charts.paper.drawn", none)
    document = Document(BytesIO(matrix_file(overview, MatrixForm.DOCX).content))
    assert any("Moldova, Strategies/action plans: Draft" in paragraph.text for paragraph in document.paragraphs)
    assert len(Presentation(BytesIO(matrix_file(overview, MatrixForm.PPTX).content)).slides) == 1
    assert matrix_file(overview, MatrixForm.PDF).content.startswith(b"%PDF")


def test_before_the_first_observation_nothing_is_known() -> None:
    earlier = matrix_of(repository_snapshot(), date(2017, 6, 15), countries=["GE"])
    assert not earlier.rows[0].cells[0].statements
    assert "not known" in as_markdown(earlier)


def test_the_newest_observation_holds_and_two_of_one_day_that_differ_are_both_told() -> None:
    old, new, other = _said(2017, "No"), _said(2020, "Draft"), _said(2020, "Yes")
    assert newest([old, new], date(2019, 1, 1)) == (old,)
    assert newest([old, new], date(2021, 1, 1)) == (new,)
    cell = arranged({("GE", Topic.STRATEGIES): [old, new, other]}, ["GE"], date(2021, 1, 1)).rows[0].cells[0]
    assert cell.disputed
    assert cell.statements == (new, other)


def test_what_changed_between_two_days_is_told_entry_by_entry() -> None:
    stated = {("GE", Topic.CYBERCRIME_UNITS): [_said(2017, "Police", "Ministry"), _said(2020, "Police", "Service")]}
    (change,) = changes(*(arranged(stated, ["GE"], date(year, 7, 1)) for year in (2017, 2020)))
    assert (change.heading, change.added, change.gone) == ("Georgia", ("Service",), ("Ministry",))


@pytest.mark.parametrize("entry", ["=1+1", "+49", "-2", "@SUM(A1)", "\tx"])
def test_no_cell_is_a_formula(entry: str) -> None:
    made = as_csv(arranged({("GE", Topic.STRATEGIES): [_said(2017, entry)]}, ["GE"], DAY))
    assert f"'{entry}" in made


def test_many_countries_and_hostile_words_make_files_that_open() -> None:
    """Control characters are no XML; a long name breaks no table; nothing is read as markup."""
    codes = ["GE", "UA", "MD", "AM", "AZ", "BY", "FR", "DE", "IT", "ES"]
    words = '#read("x") <b>|</b> \x01 \\u{1}' + "x" * 300
    matrix = arranged({("GE", Topic.CYBERCRIME_UNITS): [_said(2017, words)]}, codes, DAY)
    assert len(Presentation(BytesIO(matrix_file(matrix, MatrixForm.PPTX).content)).slides) == 3
    assert len(Document(BytesIO(matrix_file(matrix, MatrixForm.DOCX).content)).tables) == 2
    assert matrix_file(matrix, MatrixForm.PDF).content.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--format", "xls"], "“xls” is not a form of the overview"),
        (["--at", "16.6.2017"], "is not a day"),
        (["--country", "XX"], "is not a country code"),
        (["--format", "json", "--to", "/nowhere/overview.json"], "cannot be written"),
    ],
)
def test_the_command_says_what_it_cannot_read(arguments: list[str], sentence: str) -> None:
    answer = CliRunner().invoke(app, ["stateofplay", "matrix", *arguments])
    assert answer.exit_code in {1, 2}
    assert sentence in answer.stderr


def test_the_command_writes_the_overview() -> None:
    answer = CliRunner().invoke(app, ["stateofplay", "matrix", "--at", "2017-06-16", "--format", "csv"])
    assert answer.exit_code == 0
    assert "Art. 20 BCC – no traffic data" in answer.stdout


def _said(year: int, *entries: str) -> Statement:
    day = date(year, 6, 1)
    fact = FactView("", day, None, day, "a report", "", "", day, "high", False, False, Age.FRESH, "")
    return Statement(entries, fact)
