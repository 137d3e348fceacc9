"""Test calls to counterparts: each country's point of contact, the last test of it, and whether one is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.snapshot import Snapshot
from comity.casework.models.ping import Ping
from comity.casework.queries.contact_points import ContactPoint, contact_points
from comity.casework.rules.duty.calls import CallChannel
from comity.casework.rules.duty.ping import PingResult, Standing, standing
from comity.kernel import clock
from comity.kernel.country import CountryCode


@dataclass(frozen=True, slots=True)
class PingView:
    """One test call; `at` in UTC, `minutes` None where nobody answered."""

    at: datetime
    country: str
    country_name: str
    authority: str
    channel_label: str
    result: PingResult
    minutes: int | None
    note: str
    by: str


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A country that we may have to reach at night. `last` is None where it was never called to test it."""

    country: str
    country_name: str
    points: tuple[ContactPoint, ...]
    last: PingView | None
    standing: Standing

    @property
    def due(self) -> bool:
        return self.standing is not Standing.FRESH


def counterparts() -> tuple[Counterpart, ...]:
    """Every country that the atlas describes, and every other that was tested; those that are due first."""
    snapshot, now = node_snapshot(), clock.now()
    last = {ping.country: ping for ping in map(_view, _last_of_each())}
    codes = (set(snapshot.countries) | set(last)) - {settings.ENV.country}
    found = [_counterpart(snapshot, CountryCode(code), last.get(code), now) for code in codes]
    return tuple(sorted(found, key=lambda one: (_URGENCY[one.standing], one.country_name)))


def latest_pings(limit: int) -> tuple[PingView, ...]:
    """The test calls made last, the newest first, in one query."""
    return tuple(map(_view, Ping.objects.select_related("by")[:limit]))


_URGENCY = {Standing.FAILED: 0, Standing.NEVER: 1, Standing.DUE: 2, Standing.FRESH: 3}


def _last_of_each() -> list[Ping]:
    """The last test of each country, by the index on country and moment."""
    return list(Ping.objects.select_related("by").order_by("country", "-at", "-id").distinct("country"))


def _counterpart(snapshot: Snapshot, code: CountryCode, last: PingView | None, now: datetime) -> Counterpart:
    return Counterpart(
        country=code,
        country_name=code.english_name,
        points=contact_points(snapshot, code, now.date()),
        last=last,
        standing=standing(last.at if last else None, last.result if last else "", now),
    )


def _view(ping: Ping) -> PingView:
    return PingView(
        at=ping.at,
        country=ping.country,
        country_name=CountryCode(ping.country).english_name,
        authority=ping.authority,
        channel_label=CallChannel(ping.channel).label,
        result=PingResult(ping.result),
        minutes=ping.minutes,
        note=ping.note,
        by=ping.by.display_name,
    )
