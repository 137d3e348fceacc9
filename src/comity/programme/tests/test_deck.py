"""The deck, made from packs alone: fourteen slides that say what the overview said, and name no person."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation

from comity.atlas.tests.law import repository_snapshot
from comity.programme.queries.deck.contents import deck_of, newest_overview
from comity.programme.queries.deck.file import deck_file

WORDS = [line.split("\t") for line in Path(__file__).with_name("deck-2017.txt").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def made() -> Any:
    snapshot = repository_snapshot()
    return Presentation(BytesIO(deck_file(deck_of(snapshot, newest_overview(snapshot)))))


def texts(slide: Any) -> Iterator[str]:
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield from (paragraph.text for paragraph in shape.text_frame.paragraphs)
        if shape.has_table:
            for row in shape.table.rows:
                for cell in row.cells:
                    yield from (paragraph.text for paragraph in cell.text_frame.paragraphs)


@pytest.mark.parametrize(("number", "words"), WORDS)
def test_every_statement_stands_on_its_slide(made: Any, number: str, words: str) -> None:
    assert words in list(texts(made.slides[int(number) - 1]))


def test_there_are_fourteen_slides_with_native_tables_and_charts(made: Any) -> None:
    slides = list(made.slides)
    assert len(slides) == 14
    assert [n for n, slide in enumerate(slides, 1) if any(shape.has_table for shape in slide.shapes)] == [3, 4, 6, 8, 9]
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    assert [tuple(chart.plots[0].series[0].values) for chart in charts] == [(800_000, 1_200_000), (3, 3, 4, 5, 3)]
    assert all(
        shape._element.xpath(".//p:cNvPr")[0].get("descr")
        for slide in slides
        for shape in slide.shapes
        if shape.has_chart
    )


def test_every_slide_has_a_title_and_notes_with_its_source(made: Any) -> None:
    for slide in made.slides:
        assert slide.shapes.title.text
        assert "Source: Cybercrime@EAP: overview" in slide.notes_slide.notes_text_frame.text


def test_no_address_of_a_person_is_anywhere(made: Any) -> None:
    said = "\n".join(text for slide in made.slides for text in (*texts(slide), slide.notes_slide.notes_text_frame.text))
    assert "@coe" not in said
    assert "Head of" not in said


def test_no_person_is_named_in_any_part_of_the_file() -> None:
    """The properties and leftovers of the library's own presentation among them."""
    snapshot = repository_snapshot()
    with ZipFile(BytesIO(deck_file(deck_of(snapshot, newest_overview(snapshot))))) as parts:
        names = parts.namelist()
        properties = parts.read("docProps/core.xml").decode()
        said = "\n".join(parts.read(name).decode("utf-8", "replace") for name in names)
    assert "<dc:creator>Comity</dc:creator><" in properties
    assert "<cp:lastModifiedBy>Comity</cp:lastModifiedBy>" in properties
    assert not [name for name in names if "printer" in name or "thumbnail" in name]
    assert "Canny" not in said
