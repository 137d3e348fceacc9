"""A list of recommendations with every country's follow-up, as JSON or CSV for other programs."""

from __future__ import annotations

import json
from typing import Any

from comity.stateofplay.queries.follow_ups import FollowUpView, ListView, RecommendationRow
from comity.stateofplay.queries.priorities_file import fact_as_plain
from comity.stateofplay.rules.plain_cells import table_as_csv

FORMS = {"json": "application/json", "csv": "text/csv; charset=utf-8"}


def follow_up_file(view: ListView, form: str) -> bytes:
    """The file's content, in one of FORMS."""
    if form == "json":
        return json.dumps(_plain(view), indent=1, ensure_ascii=False).encode()
    return b"\xef\xbb\xbf" + _csv(view).encode()


def _plain(view: ListView) -> dict[str, Any]:
    return {
        "list": view.id,
        "title": view.title,
        "by": view.by,
        "adopted": view.adopted.isoformat() if view.adopted else None,
        "recommendations": [_row(row) for row in view.rows],
    }


def _row(row: RecommendationRow) -> dict[str, Any]:
    return {
        "number": row.item.number,
        "says": row.item.says,
        "addressee": row.item.addressee.value,
        "source": fact_as_plain(row.fact),
        "follow_up": {each.country: _follow_up(each) for each in row.follow_ups},
    }


def _follow_up(each: FollowUpView) -> dict[str, Any]:
    words = each.words
    return {
        "status": words.status.value,
        "responsible": words.responsible,
        "due": words.due.isoformat() if words.due else None,
        "timing": each.timing.value,
        "evidence": words.evidence,
        "next_step": words.next_step,
        "activity": words.activity,
        "source": words.source,
        "version": each.version,
    }


def _csv(view: ListView) -> str:
    head = (
        "List", "Number", "Recommendation", "Addressed to", "Country", "Status", "Responsible body", "Due", "Evidence",
        "Next step", "Activity", "Source",
    )  # fmt: skip
    rows = [
        (
            view.title, row.item.number, row.item.says, row.item.addressee.label, each.country_name,
            each.words.status.label, each.words.responsible, each.words.due or "", each.words.evidence,
            each.words.next_step, each.words.activity, each.words.source,
        )
        for row in view.rows
        for each in row.follow_ups
    ]  # fmt: skip
    return table_as_csv([head, *rows])
