"""What pages say, once more as JSON-LD: at addresses of its own, since the policy lets no script stand in a page."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from comity.atlas.queries.country import country_view
from comity.atlas.queries.instrument import instrument_view
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.web.atlas.kept import kept
from comity.web.linked.country import Address, authority_linked, country_linked
from comity.web.linked.others import glossary_linked, instrument_linked, provider_linked

MEDIA_TYPE = "application/ld+json"


@login_not_required
@require_safe
def country(request: HttpRequest, code: str) -> HttpResponseBase:
    """A country and its authorities, as of today."""
    return _linked(request, lambda law, to: country_linked(country_view(law, CountryCode(code), clock.today()), to))


@login_not_required
@require_safe
def authority(request: HttpRequest, code: str, identity: str) -> HttpResponseBase:
    """One of them."""
    return _linked(
        request,
        lambda law, to: authority_linked(country_view(law, CountryCode(code), clock.today()), identity, to),
    )


@login_not_required
@require_safe
def instrument(request: HttpRequest, name: str) -> HttpResponseBase:
    return _linked(request, lambda law, to: instrument_linked(instrument_view(law, name, clock.today()), to))


@login_not_required
@require_safe
def provider(request: HttpRequest, name: str) -> HttpResponseBase:
    return _linked(request, lambda law, to: provider_linked(law.providers[name], clock.today(), to))


@login_not_required
@require_safe
def glossary(request: HttpRequest) -> HttpResponseBase:
    return _linked(request, lambda law, to: glossary_linked(law.glossary, to))


def _linked(request: HttpRequest, made: Callable[[Snapshot, Address], dict[str, Any]]) -> HttpResponseBase:
    """The document. Raises Http404 for what the packs do not have."""
    snapshot = node_snapshot()

    def address(route: str, *names: str) -> str:
        return request.build_absolute_uri(reverse(route, args=names))

    try:
        found = made(snapshot, address)
    except (ValueError, LookupError) as problem:
        raise Http404(str(problem)) from None
    text = json.dumps(found, ensure_ascii=False, indent=1)
    return kept(
        request,
        f"{snapshot.digest}-{clock.today()}",
        lambda: HttpResponse(f"{text}\n", content_type=MEDIA_TYPE),
    )
