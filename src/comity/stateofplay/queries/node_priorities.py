"""The strategic priorities as this node knows them: its packs, and the assessments that were signed off here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from comity.atlas.queries.snapshot import node_snapshot
from comity.stateofplay.queries.priorities import Course, Priorities, courses, priorities_of
from comity.stateofplay.queries.signed_off import answers_by
from comity.stateofplay.rules.matrix import heading


def node_priorities(day: date, *, countries: Sequence[str] | None = None) -> Priorities | None:
    """As of `day`, in four database queries. None where no list of priorities is loaded."""
    snapshot = node_snapshot()
    codes = sorted(snapshot.countries) if countries is None else countries
    return priorities_of(snapshot, day, countries=codes, answers=answers_by([day], codes)[day])


def described() -> list[str]:
    """The countries that the node's packs describe, by their headings."""
    return sorted(node_snapshot().countries, key=heading)


def node_courses(days: Sequence[date], code: str) -> tuple[Course, ...]:
    """One country's priorities on each of `days`."""
    snapshot, answers = node_snapshot(), answers_by(days, [code])
    found = [(day, priorities_of(snapshot, day, countries=[code], answers=answers[day])) for day in days]
    return courses([(day, scored.countries[0]) for day, scored in found if scored])
