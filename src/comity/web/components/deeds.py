"""What a reader can do about one fact: see its history, say that it is wrong; an editor also proposes a change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from comity.kernel.words import say, spoken
from comity.people.rules.roles import Role


def deeds(context: Mapping[str, Any], place: str) -> tuple[tuple[str, str], ...]:
    """Words and addresses; none for a fact that stands in no pack, or outside a page."""
    request = context.get("request")
    if not place or request is None:
        return ()
    return _deeds(place, request.path, Role.EDITOR in (context.get("roles") or ()), spoken())


@lru_cache(maxsize=4096)
def _deeds(place: str, page: str, editor: bool, _language: str) -> tuple[tuple[str, str], ...]:
    """Kept: a page of an instrument has hundreds of facts."""
    report = f"{reverse('report-error')}?{urlencode({'page': page, 'fact': place})}"
    propose = f"{reverse('propose')}?{urlencode({'fact': place})}"
    mine = ((say("Propose a change"), propose),) if editor else ()
    pack, _, path = place.rpartition("/")
    history = f"{reverse('history', args=[pack])}?{urlencode({'fact': path})}"
    return (*mine, (say("History"), history), (say("Report an error"), report))
