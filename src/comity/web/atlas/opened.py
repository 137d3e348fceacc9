"""What every page about one country starts from: the country of the address, the day, and who asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from comity.atlas.queries.country import CountryView, country_view
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.web.atlas.day_form import DayAsked, day_asked
from comity.web.components.choices import known_countries


@dataclass(frozen=True, slots=True)
class Opened:
    """A country's page as it is asked for."""

    code: CountryCode
    view: CountryView
    asked: DayAsked
    snapshot: Snapshot


def country_page(
    name: str, *, keep: tuple[str, ...] = ()
) -> Callable[[Callable[[HttpRequest, Opened], HttpResponse]], Callable[[HttpRequest, str], HttpResponse]]:
    """Makes a public page of one about a country, at the address called `name`: “ge” leads to “GE”, what is none to a
    404 page."""

    def made(page: Callable[[HttpRequest, Opened], HttpResponse]) -> Callable[[HttpRequest, str], HttpResponse]:
        @wraps(page)
        def opened(request: HttpRequest, code: str) -> HttpResponse:
            try:
                known = CountryCode(code)
                if known != code:
                    return redirect(f"{reverse(name, args=[known])}?{request.GET.urlencode()}".rstrip("?"))
                snapshot, asked = node_snapshot(), day_asked(request, keep=keep)
                view = country_view(snapshot, known, asked.day)
            except (ValueError, LookupError) as problem:
                raise Http404(str(problem)) from None
            return page(request, Opened(known, view, asked, snapshot))

        return login_not_required(require_safe(opened))

    return made


def who_asks(text: str, snapshot: Snapshot, country: CountryCode) -> tuple[CountryCode, str]:
    """Who asks: the address's choice, else the node's own country, else the first other one that packs describe.

    With it a sentence on what could not be read.
    """
    own = settings.ENV.country
    others = (CountryCode(code) for code in known_countries(snapshot)[0] if code != country)
    default = own if own != country else next(others, own)
    try:
        return (CountryCode(text) if text else default), ""
    except ValueError as problem:
        return default, str(problem)
