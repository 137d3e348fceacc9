"""The calendar of what runs out, for the program that shows a user's calendar. Its secret address is the only key."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from comity.casework.queries.calendar_clocks import calendar_clocks
from comity.kernel import clock
from comity.people.actions.use_token import use_token
from comity.people.rules.tokens import Purpose, TokenRefused
from comity.web.components.calendar_feed import calendar_feed

_PLAIN = "text/plain; charset=utf-8"


@login_not_required
@never_cache
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar of the token's user; 404 for a token that is not known, 410 for one that was revoked or expired,
    each with a sentence and nothing else."""
    try:
        holder = use_token(token, purpose=Purpose.CALENDAR)
    except TokenRefused as problem:
        return _sealed(HttpResponse(f"{problem}\n", content_type=_PLAIN, status=410 if problem.held_once else 404))
    text = calendar_feed(
        calendar_clocks(holder.user),
        name="What runs out",
        now=clock.now(),
        address=lambda reference: request.build_absolute_uri(reverse("request-clocks", args=[reference])),
    )
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="what-runs-out.ics"'
    return _sealed(response)


def _sealed(response: HttpResponse) -> HttpResponse:
    """Nobody indexes the address or is told of it by the next page."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
