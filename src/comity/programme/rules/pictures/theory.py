"""The theory of change as a picture: what a project does, makes, expects, and is for. Each box leads to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from comity.kernel.cldr import listed as listed_elsewhere
from comity.kernel.languages import ENGLISH
from comity.kernel.words import say, say_count, spoken
from comity.programme.rules.pictures.counts import counting
from comity.programme.rules.pictures.results_drawing import ResultsDrawing
from comity.stateofplay.rules.pictures.picture import Picture, Table, capital, listed

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
    goal = {"id": "objective", "to": "", "step": Step.OBJECTIVE.value, "text": objective or say("Objective not stated")}
    return Picture(
        name="theory",
        title=theory_finding(results),
        words="; ".join(_told(result) for result in results),
        values=[*boxes, goal] if results else [],
        drawing=ResultsDrawing.THEORY,
        table=Table(
            say("What leads to what"),
            (say("Line"), say("Leads to"), say("Activities")),
            tuple(row for result in results for row in _rows(result)),
            say("All expected results lead to the objective: {objective}", objective=objective) if objective else "",
        ),
    )


def theory_finding(results: Sequence[TheoryLine]) -> str:
    """What the picture shows, in a sentence: how much serves how many, and which result nothing serves."""
    if not results:
        return say("No expected results yet")
    outputs = sum(len(result.outputs) for result in results)
    activities = sum(line.count for result in results for line in (result, *result.outputs))
    bare = [_result(result.number) for result in results if not result.served]
    parts = {"activities": _activities_counted(activities), "outputs": _outputs_counted(outputs)}
    first = capital(
        say_count(
            "{activities} and {outputs} serves {results}",
            "{activities} and {outputs} serve {results}",
            activities + outputs,
            results=_results_counted(len(results)),
            **parts,
        )
    )
    if not bare:
        return first
    return say("{finding}; no activity is recorded for {results}", finding=first, results=_listed(bare))


def _listed(names: Sequence[str]) -> str:
    return listed(names) if spoken() == ENGLISH.code else listed_elsewhere(names, spoken())


def _result(number: str) -> str:
    return say("expected result {number}", number=number)


def _activities_counted(count: int) -> str:
    return say_count("{number} activity", "{number} activities", count, number=counting(count))


def _outputs_counted(count: int) -> str:
    return say_count("{number} output", "{number} outputs", count, number=counting(count))


def _results_counted(count: int) -> str:
    return say_count("{number} expected result", "{number} expected results", count, number=counting(count))


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
        shown.append(say("and {count} more activities", count=f"{more:,}"))
    return [
        {"id": f"{to} activity {place}", "to": to, "step": Step.ACTIVITY.value, "text": title}
        for place, title in enumerate(shown)
    ]


def _told(result: TheoryLine) -> str:
    activities = _activities_counted(sum(line.count for line in (result, *result.outputs)))
    if not result.outputs:
        return say(
            "expected result {number} has no output and {activities}", number=result.number, activities=activities
        )
    return say(
        "expected result {number} has outputs {outputs} and {activities}",
        number=result.number,
        outputs=_listed([output.number for output in result.outputs]),
        activities=activities,
    )


def _rows(result: TheoryLine) -> list[tuple[str, tuple[str, str]]]:
    named = say("Expected result {number}: {says}", number=result.number, says=result.says)
    above = _result(result.number)
    outputs = [
        (say("Output {number}: {says}", number=each.number, says=each.says), (above, _titles(each)))
        for each in result.outputs
    ]
    return [(named, (say("the objective"), _titles(result))), *outputs]


def _titles(line: TheoryLine) -> str:
    named = "; ".join(line.activities)
    if line.more:
        return say("{titles}; and {count} more", titles=named, count=f"{line.more:,}")
    return named or say("none")
