"""The clocks of made-up requests, computed from the ledger as for any other. No reminder: nobody is to be called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from django.db.models import Q

from comity.atlas.rules.packs.clock_rules import ClockRule
from comity.casework.actions.recompute_clocks import clock_columns
from comity.casework.models.request import Request
from comity.casework.models.request_clock import RequestClock
from comity.casework.queries.clock_ticket import clock_rules_of, clock_ticket
from comity.casework.rules.clocks.compute import clocks
from comity.casework.rules.clocks.ticket import ClockTicket
from comity.casework.rules.events import request_subject
from comity.casework.rules.handling.open_states import OPEN_STATES
from comity.kernel import clock as time
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.entry import EntryView

_PORTION = 1000


def seed_clocks(after: int, progress: Callable[[int], None] = lambda _done: None) -> None:
    """Rows for every open request with a number above `after` that has left or arrived.

    Those that ran out already are marked as told of. `progress` is told how many requests have theirs.
    """
    done, now, ways = 0, time.now(), _Ways()
    for portion in _portions(after):
        entries = _entries(portion)
        RequestClock.objects.bulk_create(
            RequestClock(
                request=request,
                rule=one.rule,
                ran_out_at=one.ends if one.ends <= now else None,
                **clock_columns(one),
            )
            for request in portion
            for one in clocks(ways.rules(request), ways.ticket(request), entries.get(request.reference, []))
        )
        done += len(portion)
        progress(done)


class _Ways:
    """Rules and calendars, looked up once for all requests of a kind between the same two countries."""

    def __init__(self) -> None:
        self._rules: dict[str, tuple[ClockRule, ...]] = {}
        self._tickets: dict[tuple[str, ...], ClockTicket] = {}

    def rules(self, request: Request) -> tuple[ClockRule, ...]:
        if request.kind not in self._rules:
            self._rules[request.kind] = clock_rules_of(request)
        return self._rules[request.kind]

    def ticket(self, request: Request) -> ClockTicket:
        way = (request.direction, request.requesting_country, request.requested_country, request.kind)
        if way not in self._tickets:
            self._tickets[way] = clock_ticket(request)
        return replace(self._tickets[way], content=request.content)


def _portions(after: int) -> Iterator[list[Request]]:
    begun = Request.objects.filter(Q(sent_on__isnull=False) | Q(received_at__isnull=False), state__in=OPEN_STATES)
    while portion := list(begun.filter(pk__gt=after).order_by("pk")[:_PORTION]):
        yield portion
        after = portion[-1].pk


def _entries(portion: list[Request]) -> dict[str, list[EntryView]]:
    found = entries_about(*(request_subject(request.reference) for request in portion))
    by_subject = groupby(sorted(found, key=lambda one: one.subject), lambda one: one.subject)
    return {subject.partition(":")[2]: list(entries) for subject, entries in by_subject}
