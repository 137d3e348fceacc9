"""The report as a value and as files: its sections, its numbers against the planner's own, two pages that are two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner

from comity.atlas.rules.edit import edited, read_edit
from comity.atlas.rules.packs.recommendations import Recommendation, RecommendationList
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.tests.law import repository_snapshot
from comity.cli.app import app
from comity.documents.adapters.typesetting.pages import page_count
from comity.kernel import clock
from comity.stateofplay.queries.consequences import consequences_of
from comity.stateofplay.queries.powers import powers_of
from comity.stateofplay.queries.report.contents import report_of
from comity.stateofplay.queries.report.files import ReportForm, report_file
from comity.stateofplay.queries.report.material import Material, material_of
from comity.stateofplay.rules.report import Bullets, Figure, Grid, Report

THEN, NOW = date(2017, 6, 16), date(2026, 11, 24)
MANY = ["GE", "UA", "MD", "AM", "AZ", "BY", "FR", "DE", "IT", "ES", "PL", "RO", "BG", "GR", "TR"]


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.frozen(datetime(2026, 11, 24, 12, tzinfo=UTC)):
        yield


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """The packs, with one list of recommendations of our own."""
    entry = {"source": "deck-2017", "at": "slide 12", "checked": NOW, "confidence": "high"}
    says = "Complete the reform of procedural law. " * 8
    own = tuple(Recommendation(number=str(number), says=says, **entry) for number in range(1, 9))
    listed = RecommendationList(id="eap-2018", title="Proposals", by="the programme office", recommendations=own)
    other = RecommendationList(id="other", title="Another list", by="others", recommendations=own[:2])
    found = repository_snapshot()
    return replace(found, recommendations={"eap-2018": listed, "other": other})


@pytest.fixture(scope="module")
def then(snapshot: Snapshot) -> Material:
    return material_of(snapshot, THEN)


def sentences(report: Report, heading: str) -> str:
    (section,) = (section for section in report.sections if section.heading == heading)
    return "\n".join(item for block in section.blocks if isinstance(block, Bullets) for item in block.items)


def test_the_sections_stand_in_their_order(then: Material) -> None:
    report = report_of(then)
    assert [section.heading for section in report.sections] == [
        "In short",
        "The overview",
        "Procedural powers",
        "Strategic priorities of the Eastern Partnership, Kyiv, October 2014",
        "What the gaps do to requests",
        "Which reforms unlock most",
        "What to do",
        "Sources",
    ]
    assert [figure.picture.name for figure in report.figures] == [
        "overview",
        "tiles",
        "powers",
        "articles",
        "priorities",
        "consequences",
    ]


def test_the_summary_says_what_slide_9_shows(then: Material) -> None:
    said = sentences(report_of(then), "In short")
    assert "Gaps in procedural law are recorded for all six countries; two have a strategy that is in place." in said
    assert (
        "Georgia and Ukraine have a strategy; Moldova has a draft; Armenia, Azerbaijan and Belarus have none." in said
    )
    assert "All 30 cells of the overview are known; none of them rests on observations older than five years." in said


def test_years_later_it_says_how_old_its_knowledge_is_and_what_changed(snapshot: Snapshot) -> None:
    report = report_of(material_of(snapshot, NOW))
    assert "older than five years: verify before use." in sentences(report, "In short")
    assert "Ukraine, Article 16: in part; was missing." in sentences(report, "What changed since 16 June 2017")


def test_before_anything_was_observed_nothing_is_said_to_be_missing(snapshot: Snapshot) -> None:
    report = report_of(material_of(snapshot, date(2001, 1, 1), countries=["GE"]))
    assert "what is not known is not a gap" in sentences(report, "In short")
    assert report_file(report, ReportForm.PDF).content.startswith(b"%PDF")


def test_a_gap_costs_what_a_reform_of_it_would_save(snapshot: Snapshot) -> None:
    """Counted from the plans of the law as it was, and looked up again in those of a law without the gap."""
    before = {(one.country, one.article): one for one in consequences_of(snapshot, powers_of(snapshot, THEN))}
    gap = before["GE", "16"]
    assert (gap.closed, gap.detours) == (0, 14)
    assert gap.hampered == ("preservation of stored data",)
    reformed = edited(snapshot, (read_edit("GE:16=full", snapshot, THEN),))
    after = {(one.country, one.article): one for one in consequences_of(reformed, powers_of(reformed, THEN))}
    assert ("GE", "16") not in after
    assert after["UA", "16"] == before["UA", "16"]


@pytest.mark.parametrize("day", [THEN, NOW])
@pytest.mark.parametrize("countries", [None, ["GE"], MANY], ids=["six", "one", "fifteen"])
def test_the_decision_makers_version_has_two_pages(snapshot: Snapshot, day: date, countries: list[str] | None) -> None:
    report = report_of(material_of(snapshot, day, countries=countries, short=True))
    assert page_count(report_file(report, ReportForm.PDF).content) == 2


def test_the_pdf_is_archival_and_read_aloud_and_the_same_each_time(then: Material) -> None:
    made = report_file(report_of(then), ReportForm.PDF).content
    assert b"pdfaid:part>3<" in made
    assert b"pdfuaid:part>1<" in made
    assert made.count(b"/Alt") >= 5
    assert made == report_file(report_of(then), ReportForm.PDF).content


def test_the_text_document_has_real_styles_tables_and_described_pictures(then: Material) -> None:
    document = Document(BytesIO(report_file(report_of(then), ReportForm.DOCX).content))
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Subtitle", "Heading 1", "List Bullet", "Caption"} <= styles
    assert len(document.inline_shapes) == 6
    assert all(shape._inline.docPr.get("descr") for shape in document.inline_shapes)
    words = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert words[0][1:] == ["Armenia", "Azerbaijan", "Belarus", "Georgia", "Moldova", "Ukraine"]
    assert words[1][1:] == ["No", "No", "No", "Yes", "Draft", "Yes"]
    assert document.core_properties.title == "State of Play, 16 June 2017"


def test_recommendations_of_other_lists_are_named_and_not_repeated(then: Material) -> None:
    assert "Another list: 2 in number" in sentences(report_of(then), "What to do")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--to", "report.odt"], "does not say which form"),
        (["--to", "report.pdf", "--at", "June"], "is not a day"),
        (["--to", "/nowhere/report.pdf"], "cannot be written"),
    ],
)
def test_the_command_says_what_it_cannot_do(arguments: list[str], sentence: str) -> None:
    answer = CliRunner().invoke(app, ["stateofplay", "report", *arguments])
    assert answer.exit_code in {1, 2}
    assert sentence in answer.stderr


def test_the_command_writes_the_report_of_one_country(tmp_path: Path) -> None:
    file = tmp_path / "georgia.pdf"
    arguments = ["--at", "2017-06-16", "--country", "GE", "--short", "--to", str(file)]
    answer = CliRunner().invoke(app, ["stateofplay", "report", *arguments])
    assert answer.exit_code == 0, answer.stderr
    assert page_count(file.read_bytes()) == 2


def test_the_report_scores_priorities_and_ranks_reforms(snapshot: Snapshot) -> None:
    long = {section.heading: section for section in report_of(material_of(snapshot, NOW)).sections}
    priorities = next(section for name, section in long.items() if name.startswith("Strategic priorities"))
    (figure,) = [block for block in priorities.blocks if isinstance(block, Figure)]
    assert "Georgia, 1. Cybercrime policies and strategies: 100 %" in figure.picture.words
    (ranking,) = [block for block in long["Which reforms unlock most"].blocks if isinstance(block, Grid)]
    lines = dict(ranking.table.rows)
    assert lines["Belarus, single reform"][0] == "Is Party to the Budapest Convention"
    assert "Armenia" in lines  # of which no gap is known for certain on this day


def test_the_short_report_names_the_best_single_reform_of_each_country(snapshot: Snapshot) -> None:
    short = {section.heading: section for section in report_of(material_of(snapshot, NOW, short=True)).sections}
    (best,) = short["Which reforms unlock most"].blocks
    assert isinstance(best, Bullets)
    assert len(best.items) == len(snapshot.countries)
    assert any(line.startswith("Belarus: is Party to the Budapest Convention (") for line in best.items)


def test_a_documents_tables_have_their_widths_in_the_grid_and_no_row_is_torn(then: Material) -> None:
    """Some programs read the grid alone: there a column of equal share breaks words."""
    document = Document(BytesIO(report_file(report_of(then), ReportForm.DOCX).content))
    (table,) = (table for table in document.tables if table.rows[0].cells[0].text == "Gap")
    widths = [column.width for column in table.columns]
    assert widths[0] > 2 * widths[1]
    assert [cell.width for cell in table.rows[1].cells] == widths
    assert "cantSplit" in table.rows[1]._tr.xml
    assert "tblHeader" in table.rows[0]._tr.xml
