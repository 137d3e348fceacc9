"""What a letter about a request begins with, from the steps that were recorded with it: nobody types it twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from comity.casework.rules.declaration import Kind
from comity.casework.rules.forged import misfit
from comity.casework.rules.handling import events
from comity.casework.rules.shapes import blank
from comity.ledger.rules.entry import EntryView


class Record:
    """The last entry of each step, and when it happened on the wall of `zone`."""

    def __init__(self, entries: Iterable[EntryView], received_at: datetime | None, zone: ZoneInfo) -> None:
        self._last = {entry.name: entry for entry in entries}
        self._received_at = received_at
        self._zone = zone

    def said(self, event: type[events.HandlingStep]) -> Mapping[str, Any]:
        """What was said with the last such step; nothing where there was none."""
        entry = self._last.get(event.name)
        found: Mapping[str, Any] = entry.payload["said"] if entry else {}
        return found

    def day(self, event: type[events.HandlingStep]) -> str:
        """The day of the last such step; empty where there was none."""
        entry = self._last.get(event.name)
        return self._there(datetime.fromisoformat(entry.payload["happened_at"])).date().isoformat() if entry else ""

    def arrived(self) -> tuple[str, str]:
        """Day and time of arrival; empty where nothing arrived."""
        if self._received_at is None:
            return "", ""
        there = self._there(self._received_at)
        return there.date().isoformat(), f"{there:%H:%M}, {self._zone.key}"

    def still(self, event: type[events.HandlingStep], ended_by: type[events.HandlingStep]) -> bool:
        """Whether such a step was taken and not ended since."""
        first, last = self._last.get(event.name), self._last.get(ended_by.name)
        return first is not None and (last is None or last.sequence < first.sequence)

    def _there(self, moment: datetime) -> datetime:
        return moment.astimezone(self._zone)


def letter_from_steps(
    kind: Kind, entries: Iterable[EntryView], *, received_at: datetime | None, zone: ZoneInfo
) -> dict[str, Any]:
    """Values for those of the kind's fields that the steps recorded answer; empty for other letters."""
    make = _MAKERS.get(kind.name)
    known = make(Record(entries, received_at, zone)) if make else {}
    return {
        name: value
        for name, value in known.items()
        if name in kind.fields and not blank(value) and not misfit(kind.fields[name], value)
    }


def _receipt(record: Record) -> dict[str, Any]:
    day, time = record.arrived()
    lacks = record.still(events.RequestMoreAsked, events.RequestCompleted)
    asked = record.said(events.RequestMoreAsked) if lacks else {}
    return {
        "received_on": day,
        "received_at": time,
        "completeness": "incomplete" if lacks else "examined",
        "missing_items": asked.get("missing"),
        "missing_words": asked.get("words"),
        "forwarded_to": record.said(events.RequestForwarded).get("authority"),
    }


def _report(record: Record) -> dict[str, Any]:
    done = record.said(events.RequestExecuted)
    partly = record.said(events.RequestPartlyExecuted)
    condition = record.said(events.UseConditionRecorded).get("condition")
    common = {"conditions_set": bool(condition), "use_conditions": condition}
    if day := record.day(events.RequestPreserved):
        until = record.said(events.RequestPreserved).get("until")
        return {**common, "outcome": "preserved", "executed_on": day, "preserved_until": until}
    if day := record.day(events.RequestPartlyExecuted):
        return {**common, "outcome": "partly", "executed_on": day, **_two(partly)}
    if not (day := record.day(events.RequestExecuted)):
        return {**common, **_part(record)}
    if done.get("outcome") == "no-data":
        return {**common, "outcome": "no-data", "executed_on": day, "not_given": done.get("given")}
    return {**common, "outcome": "executed", "executed_on": day, "given": done.get("given")}


def _part(record: Record) -> dict[str, Any]:
    if not (day := record.day(events.RequestPartGiven)):
        return {}
    said = record.said(events.RequestPartGiven)
    return {"outcome": "partly", "executed_on": day, "given": said.get("given"), "not_given": said.get("rest")}


def _two(said: Mapping[str, Any]) -> dict[str, Any]:
    return {"given": said.get("given"), "not_given": said.get("not_given")}


def _refusal(record: Record) -> dict[str, Any]:
    refused, postponed = record.said(events.RequestRefused), record.said(events.RequestPostponed)
    if refused:
        weighed = refused.get("consulted")
        return {
            "decided": "refused",
            "refusal_ground": refused.get("ground"),
            "reasons": refused.get("reason"),
            "consulted": weighed,
            "partial_considered": weighed,
        }
    return {
        "decided": "postponed" if postponed else "",
        "postponement_ground": postponed.get("ground"),
        "reasons": postponed.get("reason"),
        "postponed_until": postponed.get("until"),
    }


def _withdrawal(record: Record) -> dict[str, Any]:
    return {"withdrawal_reason": record.said(events.RequestTakenBack).get("reason")}


def _supplement(record: Record) -> dict[str, Any]:
    asked = record.said(events.RequestMoreAsked)
    return {"asked_on": record.day(events.RequestMoreAsked), "supplied_items": asked.get("missing")}


_MAKERS: dict[str, Callable[[Record], dict[str, Any]]] = {
    "receipt": _receipt,
    "execution-report": _report,
    "refusal-notice": _refusal,
    "withdrawal": _withdrawal,
    "supplement": _supplement,
}


def day_of(content: Mapping[str, Any], received_at: datetime | None, zone: ZoneInfo) -> date | None:
    """The day that a request which arrived bears, else the day of its arrival there; None where it did not arrive."""
    try:
        return date.fromisoformat(str(content.get("date", "")))
    except ValueError:
        return received_at.astimezone(zone).date() if received_at else None
