"""Conditions under which data were given (Article 28), for every page on which somebody may use the data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from comity.casework.rules.events import request_subject
from comity.casework.rules.handling.events import UseConditionRecorded
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.entry import EntryView


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of use, the request under which it was set, and since when (UTC)."""

    reference: str
    text: str
    since: datetime


def conditions_in(entries: Iterable[EntryView]) -> tuple[Condition, ...]:
    """The conditions among `entries`, in their order."""
    return tuple(
        Condition(
            entry.subject.removeprefix("request:"),
            str(entry.payload["said"].get("condition", "")),
            datetime.fromisoformat(entry.payload["happened_at"]),
        )
        for entry in entries
        if entry.name == UseConditionRecorded.name
    )


def conditions_of(references: Sequence[str], known: Sequence[EntryView] = ()) -> tuple[Condition, ...]:
    """The conditions of all these requests; no query where there is only one, whose entries are `known`."""
    if len(references) <= 1:
        return conditions_in(known)
    return conditions_in(entries_about(*map(request_subject, references), names=(UseConditionRecorded.name,)))
