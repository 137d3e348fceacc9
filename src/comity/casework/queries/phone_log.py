"""The phone log: calls, the newest first, with the request that each was about or became.

A call about a request is seen by whoever sees the request; one about none, by everybody who sees cases.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from comity.casework.models.phone_call import PhoneCall
from comity.casework.queries.visible import CASE_ROLES, visible_requests
from comity.casework.rules.duty.calls import CallChannel, CallDirection
from comity.casework.rules.refusal import NotFound
from comity.casework.rules.registry import kind
from comity.kernel.country import CountryCode
from comity.people.models.user import User
from comity.people.queries.roles import roles_of

PAGE = 25


@dataclass(frozen=True, slots=True)
class CallLine:
    """One call; moments in UTC. `request_reference` is empty while it belongs to no request."""

    id: int
    at: datetime
    direction: CallDirection
    country: str
    country_name: str
    spoken_with: str
    channel_label: str
    summary: str
    urgent: bool
    by: str
    request_reference: str
    request_label: str

    @property
    def they_called(self) -> bool:
        return self.direction is CallDirection.THEY_CALLED


@dataclass(frozen=True, slots=True)
class CallPage:
    """A page of the log, and what it was asked for; `more` says that older ones follow."""

    lines: tuple[CallLine, ...]
    text: str
    page: int
    more: bool


def visible_calls(user: User) -> QuerySet[PhoneCall]:
    """The calls that `user` may read today."""
    if not roles_of(user) & CASE_ROLES:
        return PhoneCall.objects.none()
    seen = visible_requests(user).values("pk")
    return PhoneCall.objects.filter(Q(request=None) | Q(request__in=seen))


def call_of(calls: QuerySet[PhoneCall], number: int) -> PhoneCall:
    """The one of `calls` with this number. Raises NotFound."""
    found = calls.filter(pk=number).first()
    if found is None:
        raise NotFound("call")
    return found


def phone_log(user: User, text: str = "", page: int = 1) -> CallPage:
    """A page of the log; `text` narrows it by words, function, country's name or the request's reference."""
    rows = _with_line(visible_calls(user))
    words = text.strip()[:100]
    if words:
        rows = rows.filter(_says(words))
    number = max(1, page)
    found = list(rows[(number - 1) * PAGE : number * PAGE + 1])
    return CallPage(tuple(map(call_line, found[:PAGE])), words, number, len(found) > PAGE)


def call_view(user: User, number: int) -> CallLine:
    """One call. Raises NotFound, for one about a hidden request too."""
    return call_line(call_of(_with_line(visible_calls(user)), number))


def call_line(call: PhoneCall) -> CallLine:
    """The call as a line; no further query if the row comes with its request and its author."""
    about = call.request
    return CallLine(
        id=call.pk,
        at=call.at,
        direction=CallDirection(call.direction),
        country=call.country,
        country_name=CountryCode(call.country).english_name,
        spoken_with=call.spoken_with,
        channel_label=CallChannel(call.channel).label,
        summary=call.summary,
        urgent=call.urgent,
        by=call.by.display_name,
        request_reference=about.reference if about else "",
        request_label=kind(about.kind).label if about else "",
    )


def _with_line(calls: QuerySet[PhoneCall]) -> QuerySet[PhoneCall]:
    return calls.select_related("by", "request").defer("request__content", "request__plan")


def _says(words: str) -> Q:
    named = [code for code in _codes() if words.casefold() in CountryCode(code).english_name.casefold()]
    return (
        Q(summary__icontains=words)
        | Q(spoken_with__icontains=words)
        | Q(request__reference__icontains=words)
        | Q(country__in=named)
    )


def _codes() -> list[str]:
    return list(PhoneCall.objects.order_by("country").values_list("country", flat=True).distinct())
