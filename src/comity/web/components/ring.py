"""The completeness ring: how much of what is demanded is there. The sums for the drawing, without any style."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi

_RADIUS = 15.5
_AROUND = 2 * pi * _RADIUS


@dataclass(frozen=True, slots=True)
class Ring:
    """`dash` is the drawn part of the circle and its rest, as SVG wants it."""

    done: int
    total: int
    percent: int
    dash: str
    radius: float = _RADIUS

    @property
    def complete(self) -> bool:
        return self.done >= self.total


def ring(done: int, total: int) -> Ring:
    """The ring for `done` of `total` parts. Nothing demanded is complete; the percentage is rounded down, so that 100
    means all."""
    share = 1.0 if total <= 0 else min(max(done / total, 0.0), 1.0)
    drawn = round(share * _AROUND, 2)
    return Ring(done, total, int(share * 100), f"{drawn} {round(_AROUND - drawn, 2)}")
