"""Reads a route as a reader would, so that whatever is put together only when it is read is measured, too."""

from __future__ import annotations

from comity.routes.rules.route import Route


def read(route: Route) -> Route:
    """The route, after everything that it says has been read once."""
    for read_once in (route.steps, route.reason, route.conditions, route.requirements, route.detours, route.missing):
        assert read_once is not None
    return route
