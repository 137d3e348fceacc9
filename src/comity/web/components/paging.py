"""Lists by pages of 25, with addresses that stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PAGE_SIZE = 25


def page_of(request: HttpRequest, rows: Sequence[Any], *, name: str = "page") -> Page[Any]:
    """The page of `rows` that the address asks for (`?page=2`); a page that isn't there gives the nearest one."""
    return Paginator(rows, PAGE_SIZE).get_page(request.GET.get(name))
