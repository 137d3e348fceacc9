"""What figures need to know of requests beside their entries: read for many at once, in one query."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from comity.casework.models.request import Request
from comity.casework.queries.zone import country_zone
from comity.casework.rules.direction import Direction
from comity.casework.rules.events import request_subject
from comity.casework.rules.statistics.tally import Facts
from comity.kernel.country import CountryCode

_COLUMNS = (
    "reference",
    "direction",
    "kind",
    "counterpart",
    "requested_zone",
    "urgent",
    "content__data",
    "content__offences",
)


def home_zone() -> ZoneInfo:
    """The zone in which this node counts its months."""
    return ZoneInfo(country_zone(CountryCode(settings.ENV.country)))


def facts_of(subjects: Collection[str], home: ZoneInfo) -> dict[str, Facts]:
    """The facts of those of `subjects` that are requests."""
    references = [subject.partition(":")[2] for subject in subjects if subject.startswith("request:")]
    rows = Request.objects.filter(reference__in=references).order_by().values_list(*_COLUMNS)
    return dict(_facts(row, home) for row in rows)


def request_numbers(after: int, limit: int) -> list[tuple[int, str]]:
    """The next `limit` requests after the one with row number `after`: row number and subject."""
    rows = Request.objects.filter(pk__gt=after).order_by("pk").values_list("pk", "reference")[:limit]
    return [(number, request_subject(reference)) for number, reference in rows]


def _facts(row: tuple[Any, ...], home: ZoneInfo) -> tuple[str, Facts]:
    reference, direction, kind, country, zone, urgent, data, offences = row
    facts = Facts(
        direction=Direction(direction),
        kind=kind,
        country=country,
        zone=ZoneInfo(zone),
        home=home,
        urgent=urgent,
        data=_words(data),
        offences=_words(offences),
    )
    return request_subject(reference), facts


def _words(value: object) -> tuple[str, ...]:
    """Content is kept as it was typed: whatever is no list of words says nothing."""
    values: Iterable[object] = value if isinstance(value, list) else ()
    return tuple(item for item in values if isinstance(item, str) and len(item) <= _LONGEST)


_LONGEST = 40
