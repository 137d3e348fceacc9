"""The scores of priorities as text for other programs: JSON, CSV, Markdown. Rounds nothing in JSON."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

from comity.atlas.queries.fact import FactView
from comity.kernel.words import noted
from comity.stateofplay.queries.indicators import IndicatorView
from comity.stateofplay.queries.priorities import Priorities, PriorityView
from comity.stateofplay.rules.plain_cells import table_as_csv
from comity.stateofplay.rules.priorities import FORMULA
from comity.stateofplay.rules.tabular import marked


class PrioritiesForm(StrEnum):
    """A form that the scores can be had in."""

    JSON = "json"
    CSV = "csv"
    MD = "md"

    @property
    def label(self) -> str:
        return {"json": "JSON", "csv": noted("CSV for spreadsheets"), "md": "Markdown"}[self]

    @property
    def media_type(self) -> str:
        return {"json": "application/json", "csv": "text/csv; charset=utf-8", "md": "text/markdown; charset=utf-8"}[
            self
        ]


def priorities_file(found: Priorities, form: PrioritiesForm) -> bytes:
    """The file's content."""
    if form is PrioritiesForm.JSON:
        return json.dumps(as_plain(found), indent=1, ensure_ascii=False).encode()
    return b"\xef\xbb\xbf" + _csv(found).encode() if form is PrioritiesForm.CSV else _markdown(found).encode()


def as_plain(found: Priorities) -> dict[str, Any]:
    """Everything, each indicator with its fact and source. A score that is not known is null."""
    return {
        "priorities": found.id,
        "title": found.title,
        "adopted": found.adopted.isoformat() if found.adopted else None,
        "at": found.day.isoformat(),
        "packs": found.packs,
        "formula": FORMULA,
        "countries": [
            {"code": each.code, "name": each.name, "priorities": [_priority(item) for item in each.priorities]}
            for each in found.countries
        ],
    }


def _priority(item: PriorityView) -> dict[str, Any]:
    score = item.score
    return {
        "number": item.number,
        "name": item.name,
        "score": None if score.share is None else float(score.share),
        "lowest": float(score.lowest),
        "highest": float(score.highest),
        "weights": {"met": float(score.met), "known": score.known, "total": score.total},
        "missing": score.missing,
        "indicators": [_indicator(each) for each in item.indicators],
    }


def _indicator(each: IndicatorView) -> dict[str, Any]:
    return {
        "id": each.indicator.id,
        "says": each.indicator.says,
        "weight": each.indicator.weight,
        "looks": each.indicator.looks.value,
        "target": each.indicator.target,
        "reading": each.reading.value,
        "found": each.found,
        "facts": [fact_as_plain(fact) for fact in each.facts],
    }


def fact_as_plain(fact: FactView) -> dict[str, Any]:
    """Where a fact stands, for other programs."""
    return {
        "source": fact.source,
        "at": fact.pinpoint,
        "from": fact.start.isoformat() if fact.start else None,
        "to": fact.end.isoformat() if fact.end else None,
        "observed": fact.observed.isoformat() if fact.observed else None,
        "checked": fact.checked.isoformat(),
        "confidence": fact.confidence,
        "note": fact.note,
    }


def _csv(found: Priorities) -> str:
    """A line for each country, priority and indicator."""
    head = (
        "Country",
        "Priority",
        "Name",
        "Score",
        "Range",
        "Indicator",
        "Weight",
        "Reading",
        "Found",
        "Source",
        "Observed",
    )
    rows = [
        (
            country.name,
            item.number,
            item.name,
            item.score.figure,
            item.score.span,
            each.indicator.says,
            each.indicator.weight,
            each.reading.word,
            each.found,
            "; ".join(fact.source for fact in each.facts),
            "; ".join(fact.observed.isoformat() for fact in each.facts if fact.observed),
        )
        for country in found.countries
        for item in country.priorities
        for each in item.indicators
    ]
    return table_as_csv([head, *rows])


def _markdown(found: Priorities) -> str:
    """Priorities down, countries across, with the formula and what is missing."""
    day = f"{found.day.day} {found.day:%B %Y}"
    lines = [f"# {marked(found.title)}: {day}", "", "| | " + " | ".join(marked(c.name) for c in found.countries) + " |"]
    lines.append("|---" * (len(found.countries) + 1) + "|")
    for each, cells in found.rows:
        words = (" ".join(filter(None, (item.score.figure, _range(item)))) for _, item in cells)
        lines.append(f"| **{each.number}. {marked(each.name)}** | " + " | ".join(map(marked, words)) + " |")
    return "\n".join([*lines, "", FORMULA, ""])


def _range(item: PriorityView) -> str:
    score = item.score
    return f"({score.span}; {score.missing_words})" if score.missing else ""
