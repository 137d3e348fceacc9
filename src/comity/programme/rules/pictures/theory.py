"""The theory of change as a picture: what a project does, makes, expects, and is for. Each box leads to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from comity.programme.rules.pictures.results_drawing import ResultsDrawing
from comity.stateofplay.rules.pictures.picture import Picture, Table, capital, listed, number

MOST = 4
"""Activities of one line that the picture shows by name; the table has all."""


class Step(StrEnum):
    """The columns, in the order in which one leads to the next."""

    ACTIVITY = "activity"
    OUTPUT = "output"
    RESULT = "result"
    OBJECTIVE = "objective"


@dataclass(frozen=True, slots=True)
class TheoryLine:
    """A result or an output: its number and words, the titles of its activities, how many more it has, and
    the outputs below it."""

    number: str
    says: str
    activities: tuple[str, ...] = ()
    outputs: tuple[TheoryLine, ...] = ()
    more: int = 0

    @property
    def count(self) -> int:
        """Of its activities, named or not."""
        return len(self.activities) + self.more

    @property
    def served(self) -> bool:
        """Whether anything is done for it, by itself or through an output."""
        return bool(self.activities) or any(output.activities for output in self.outputs)


def theory(objective: str, results: Sequence[TheoryLine]) -> Picture:
    """Boxes with the box that each leads to (`to`, empty for the objective), in the order of the results."""
    boxes = [box for result in results for box in _boxes(result)]
    goal = {"id": "objective", "to": "", "step": Step.OBJECTIVE.value, "text": objective or "Objective not stated"}
    return Picture(
        name="theory",
        title=theory_finding(results),
        words="; ".join(_told(result) for result in results),
        values=[*boxes, goal] if results else [],
        drawing=ResultsDrawing.THEORY,
        table=Table(
            "What leads to what",
            ("Line", "Leads to", "Activities"),
            tuple(row for result in results for row in _rows(result)),
            f"All expected results lead to the objective: {objective}" if objective else "",
        ),
    )


def theory_finding(results: Sequence[TheoryLine]) -> str:
    """What the picture shows, in a sentence: how much serves how many, and which result nothing serves."""
    if not results:
        return "No expected results yet"
    outputs = sum(len(result.outputs) for result in results)
    activities = sum(line.count for result in results for line in (result, *result.outputs))
    bare = [f"expected result {result.number}" for result in results if not result.served]
    parts = [_counted(activities, "activity", "activities"), _counted(outputs, "output", "outputs")]
    made = capital(" and ".join(parts))
    verb = "serve" if activities + outputs != 1 else "serves"
    first = f"{made} {verb} {_counted(len(results), 'expected result', 'expected results')}"
    return f"{first}; no activity is recorded for {listed(bare)}" if bare else first


def _counted(count: int, one: str, many: str) -> str:
    return f"{number(count)} {one if count == 1 else many}"


def _boxes(result: TheoryLine) -> list[dict[str, str]]:
    own = f"result {result.number}"
    found = [_box(own, "objective", Step.RESULT, result)]
    for output in result.outputs:
        name = f"output {output.number}"
        found += [_box(name, own, Step.OUTPUT, output), *_activities(name, output)]
    return [*found, *_activities(own, result)]


def _box(name: str, to: str, step: Step, line: TheoryLine) -> dict[str, str]:
    return {"id": name, "to": to, "step": step.value, "text": f"{line.number} {line.says.rstrip(';')}"}


def _activities(to: str, line: TheoryLine) -> list[dict[str, str]]:
    """By title; of many, the first few and how many more there are."""
    more = line.count - MOST
    shown = list(line.activities if more <= 1 else line.activities[:MOST])
    if more > 1:
        shown.append(f"and {more:,} more activities")
    return [
        {"id": f"{to} activity {place}", "to": to, "step": Step.ACTIVITY.value, "text": title}
        for place, title in enumerate(shown)
    ]


def _told(result: TheoryLine) -> str:
    outputs = f"outputs {listed(output.number for output in result.outputs)}" if result.outputs else "no output"
    activities = sum(line.count for line in (result, *result.outputs))
    return f"expected result {result.number} has {outputs} and {_counted(activities, 'activity', 'activities')}"


def _rows(result: TheoryLine) -> list[tuple[str, tuple[str, str]]]:
    rows = [(f"Expected result {result.number}: {result.says}", ("the objective", _titles(result)))]
    above = f"expected result {result.number}"
    return [*rows, *((f"Output {each.number}: {each.says}", (above, _titles(each))) for each in result.outputs)]


def _titles(line: TheoryLine) -> str:
    named = "; ".join(line.activities)
    return f"{named}; and {line.more:,} more" if line.more else named or "none"
