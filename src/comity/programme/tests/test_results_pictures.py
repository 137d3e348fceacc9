"""The charts of a results framework: a finding as title, the same in words and as a table, and all of it drawn."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from importlib import import_module

import pytest

from comity.documents.adapters.pictures.look import Look, Shade, Size
from comity.programme.rules.pictures.indicator_course import indicator_course
from comity.programme.rules.pictures.theory import TheoryLine, theory
from comity.programme.rules.progress import Span, progress
from comity.programme.rules.project import Direction
from comity.stateofplay.rules.pictures.picture import Picture

LINES = [
    TheoryLine(
        "1",
        "Authorities are able.",
        tuple(f"Training {number}" for number in range(7)),
        (TheoryLine("1.1", "A tool; it works;", ("A study",)),),
    ),
    TheoryLine("2", "Drafts are ready.", (), (TheoryLine("2.1", "An analysis"),)),
]
SPANS = [
    Span(date(2016, 1, 1), date(2016, 12, 31), Decimal(20), Decimal(14)),
    Span(date(2017, 1, 1), date(2017, 12, 31), Decimal(60), None),
]


def _course() -> Picture:
    found = progress(Decimal(0), Direction.UP, SPANS, date(2017, 6, 16))
    return indicator_course("Requests", "requests", Decimal(0), found, [(str(s.starts.year), s) for s in SPANS])


def test_the_theory_of_change_names_what_nothing_serves() -> None:
    found = theory("To enable co-operation.", LINES)

    assert found.title == (
        "Eight activities and two outputs serve two expected results; no activity is recorded for expected result 2"
    )
    assert "expected result 1 has outputs 1.1 and eight activities" in found.words
    assert [name for name, _ in found.table.rows][:2] == [
        "Expected result 1: Authorities are able.",
        "Output 1.1: A tool; it works;",
    ]
    boxes = {value["id"]: value for value in found.values}
    assert all(value["to"] in {*boxes, ""} for value in found.values)
    assert "and 3 more activities" in {value["text"] for value in found.values}
    assert [value["id"] for value in found.values if not value["to"]] == ["objective"]


def test_nothing_is_drawn_of_nothing() -> None:
    assert theory("", []).empty
    assert indicator_course("Requests", "", None, progress(None, Direction.UP, [], date(2017, 1, 1)), []).empty


def test_an_indicator_says_how_far_it_has_come() -> None:
    found = _course()

    assert found.title == "Requests: 14 at the last count (2016); the last target is 60 (2017)"
    assert found.words == "baseline 0; 2016: target 20, actual 14; 2017: target 60, actual not known"
    assert found.table.rows[1] == ("2017", ("60", "not known"))
    assert (found.values[0]["starts"], found.values[0]["ends"]) == (2016.0, 2017.0)


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("picture", [theory("To enable co-operation.", LINES), _course()], ids=["theory", "course"])
def test_it_is_drawn_in_every_size(picture: Picture, size: Size) -> None:
    chart = import_module(picture.drawing.value).draw(picture.values, Look(Shade.DARK, size)).to_dict()

    assert chart["width"] > 0


def test_boxes_of_the_theory_do_not_overlap() -> None:
    from comity.programme.adapters.charts.theory import Box, _all, _columns, _tree

    for layout in (_columns, _tree):
        goal = Box("objective", "objective", ["one"])
        for number in range(3):
            result = Box(f"r{number}", "result", ["one"] * 5)
            result.below = [Box(f"r{number}o{place}", "output", ["one"] * place) for place in range(1, 4)]
            result.below.append(Box(f"r{number}a", "activity", ["one"]))
            goal.below.append(result)
        layout(goal)
        boxes = _all(goal)
        for place, one in enumerate(boxes):
            for other in boxes[place + 1 :]:
                beside = one.x + one.width <= other.x or other.x + other.width <= one.x
                apart = one.y + one.height <= other.y or other.y + other.height <= one.y
                assert beside or apart, (layout.__name__, one.id, other.id)
