"""Finds the kinds of request by their folders. Knows none of them by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from comity.casework.rules import kinds as folder
from comity.casework.rules.declaration import Kind


class NoSuchKind(LookupError):
    """No kind of request has this name. The text says which there are."""


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind this version of the node knows, by name."""
    found = [
        import_module(f"{folder.__name__}.{module.name}.kind").KIND
        for module in iter_modules(folder.__path__)
        if module.ispkg
    ]
    return MappingProxyType({kind.name: kind for kind in sorted(found, key=lambda kind: str(kind.name))})


def kind(name: str) -> Kind:
    """The kind of this name. Raises NoSuchKind."""
    try:
        return kinds()[name]
    except KeyError:
        raise NoSuchKind(f"“{name}” is not a kind of request. There are: {', '.join(kinds())}.") from None


def kind_for(measure: str, basis: str = "") -> Kind | None:
    """The kind that asks for a measure on the basis chosen (see `Kind.bases`); None where there is none.

    A kind that names this very basis comes first, then one that rests on none in particular, then any; the first by
    name where no basis is chosen.
    """
    asking = [kind for kind in kinds().values() if measure in kind.measures]
    if not basis:
        return next(iter(asking), None)
    return min(asking, key=lambda kind: 0 if basis in kind.bases else 2 if kind.bases else 1, default=None)
