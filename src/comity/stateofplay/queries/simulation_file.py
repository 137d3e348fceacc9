"""A simulation as a file for other programs, or to read: JSON, CSV, Markdown."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from comity.kernel.sayable import series
from comity.kernel.words import noted
from comity.routes.rules.reform import Shift
from comity.stateofplay.queries.simulation import Simulation, Supposed
from comity.stateofplay.queries.simulation_words import finding
from comity.stateofplay.rules.tabular import csv_of, markdown_of, marked


class TextForm(StrEnum):
    """A form that simulations and rankings can be had in."""

    JSON = "json"
    CSV = "csv"
    MD = "md"

    @property
    def media_type(self) -> str:
        return {"json": "application/json", "csv": "text/csv; charset=utf-8", "md": "text/markdown; charset=utf-8"}[
            self
        ]

    @property
    def label(self) -> str:
        return {"json": "JSON", "csv": noted("CSV for spreadsheets"), "md": "Markdown"}[self]


HEAD = ("from", "from_name", "to", "to_name", "measure", "effect", "status_before", "status_after")
_TIMES = ("days_before", "days_after", "way_before", "way_after")


def simulation_text(found: Simulation, form: TextForm, weighed_by: str) -> str:
    """The simulation; `weighed_by` says what an answer counts for."""
    return _MAKE[form](found, weighed_by)


def simulation_as_dict(found: Simulation, weighed_by: str) -> dict[str, Any]:
    """In JSON's types."""
    return {
        "at": found.scope.day.isoformat(),
        "packs": found.packs,
        "countries": [str(code) for code in found.scope.countries],
        "urgent": found.scope.urgent,
        "supposed": [{"supposition": each.key, "says": each.says, "today": each.present} for each in found.grounds],
        "reforms": [
            {"reform": each.reform.key, "says": each.reform.says, "today": each.reform.present, "note": each.idle}
            for each in found.reforms
        ],
        "finding": finding(found),
        "sentences": list(found.sentences),
        "answers": {effect.value: number for effect, number in found.counts},
        "weighed": {effect.value: number for effect, number in found.weighed},
        "weighed_by": weighed_by,
        "ways": found.routes._asdict(),
        "changes": [_shift(shift) for shift in found.shifts],
    }


def _shift(shift: Shift) -> dict[str, Any]:
    return dict(zip((*HEAD, *_TIMES), _row(shift), strict=True))


def _row(shift: Shift) -> tuple[object, ...]:
    asked, before, after = shift.question, shift.before, shift.after
    return (
        str(asked.requester),
        asked.requester.english_name,
        str(asked.requested),
        asked.requested.english_name,
        asked.measure.value,
        shift.effect.value,
        before.status.value,
        after.status.value,
        before.days,
        after.days,
        before.title,
        after.title,
    )


def _json(found: Simulation, weighed_by: str) -> str:
    return json.dumps(simulation_as_dict(found, weighed_by), indent=1, ensure_ascii=False) + "\n"


def _csv(found: Simulation, _: str) -> str:
    return csv_of((*HEAD, *_TIMES), map(_row, found.shifts))


def _markdown(found: Simulation, weighed_by: str) -> str:
    """Finding, reforms, sentences, and the table of all changed answers."""
    reforms = [
        f"- {marked(each.says)} (so far: {each.present}; before and after the reforms)" for each in found.grounds
    ]
    reforms += [_line(each) for each in found.reforms]
    rows = [
        (
            shift.question.requester.english_name,
            shift.question.requested.english_name,
            shift.question.measure.label,
            shift.effect.label,
            shift.before.status.label,
            shift.after.status.label,
            shift.after.title,
        )
        for shift in found.shifts
    ]
    head = ("From", "To", "Measure", "Effect", "Before", "After", "Best way after")
    parts = [f"# {marked(finding(found))}", "", "Supposed:", "", *reforms, ""]
    parts += [*(f"- {marked(said)}" for said in found.sentences), ""] if found.sentences else []
    parts += [markdown_of(head, rows), ""] if rows else []
    return "\n".join([*parts, weighed_by, ""])


def _line(each: Supposed) -> str:
    """A reform, what is so without it, and, where it changes nothing, why and what to try."""
    says = [f"- {marked(each.reform.says)} (so far: {each.reform.present})", marked(each.idle)]
    if each.why_idle.suppose:
        says.append(f"To see what it would do then, suppose `{each.why_idle.suppose}` as well.")
    if each.why_idle.parties:
        says.append(f"Compare with {series(each.why_idle.parties)}, who are.")
    return " ".join(said for said in says if said)


_MAKE: Mapping[TextForm, Callable[[Simulation, str], str]] = {
    TextForm.JSON: _json,
    TextForm.CSV: _csv,
    TextForm.MD: _markdown,
}
