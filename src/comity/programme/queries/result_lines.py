"""A line of a project's results framework by its row number, and the numbers that are taken: what forms need."""

from __future__ import annotations

from dataclasses import dataclass

from comity.casework.rules.refusal import NotFound
from comity.programme.models import Indicator, Result
from comity.programme.rules.project import Level
from comity.programme.rules.result_words import next_number


@dataclass(frozen=True, slots=True)
class ResultHead:
    """The line as a form begins with it; `next_output` is the first free number below it."""

    id: int
    level: Level
    number: str
    says: str
    assumption: str
    version: int
    next_output: str
    next_indicator: str


def result_head(project: str, number: int) -> ResultHead:
    """Raises NotFound."""
    row = Result.objects.filter(project__code=project, pk=number).first()
    if row is None:
        raise NotFound("line of the results framework")
    counted = set(Indicator.objects.filter(result=row).values_list("number", flat=True))
    return ResultHead(
        id=row.pk,
        level=Level(row.level),
        number=row.number,
        says=row.says,
        assumption=row.assumption,
        version=row.version,
        next_output=next_number(row.number, _taken(project)),
        next_indicator=_letter(row.number, counted),
    )


def next_result(project: str) -> str:
    """The first free number of an expected result."""
    return next_number("", _taken(project))


def _taken(project: str) -> set[str]:
    return set(Result.objects.filter(project__code=project).values_list("number", flat=True))


def _letter(number: str, taken: set[str]) -> str:
    """“2.a”, then “2.b”; past “z” whoever adds one counts on."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return next((f"{number}.{letter}" for letter in letters if f"{number}.{letter}" not in taken), "")
