"""A part of a route: one side or aspect of it, derived once for a State and shared between all routes it belongs to."""

from __future__ import annotations

from typing import NamedTuple

from comity.kernel.words import noted
from comity.routes.rules.reason import Missing, Reason

NOT_RECORDED = noted("not recorded")
"""Who must authorise, where somebody must and no pack says who."""


class Step(NamedTuple):
    """A stop of the journey: who acts, in which country, what they do; `signs` is who must authorise it there."""

    country: str
    actor: str
    does: str
    signs: str = ""
    authority: str = ""
    known: bool = True


class Part(NamedTuple):
    """What one side or aspect adds to a route. The fields mean what they mean for the route."""

    reasons: tuple[Reason, ...]
    conditions: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    detours: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    steps: tuple[Step, ...] = ()
    authority: str = ""
