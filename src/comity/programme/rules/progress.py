"""How far an indicator has come from its baseline to its last target, and what that makes of a result.

What is not known stays so: without baseline, target or actual there is no share, and it is in no mean. A figure is the
level at the end of its period. Knows no database.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from comity.kernel.cldr import listed
from comity.kernel.languages import ENGLISH
from comity.kernel.words import noted, say, spoken
from comity.programme.rules.figure import written
from comity.programme.rules.project import Direction

FORMULA = noted(
    "Progress of an indicator = (actual − baseline) ÷ (last target − baseline), with the newest known actual of its "
    "periods up to that target. Progress of a result or an output = the mean of its own indicators that are known, "
    "each counted from 0 to 100 %. What is not known is in no mean; how much that is stands beside it."
)


class Standing(StrEnum):
    """Where an indicator, or a period of one, stands."""

    REACHED = "target-reached"
    ON_THE_WAY = "on-the-way"
    SHORT = "short-of-target"
    NO_PROGRESS = "no-progress"
    TO_COME = "to-come"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Span:
    """A period: `ends` is its last day. None is not known."""

    starts: date
    ends: date
    target: Decimal | None = None
    actual: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """`newest` is the newest period with an actual, `aim` the last with a target, `measured` the newest with an actual
    that is no later than `aim`: what is counted years after says nothing of the target. `share` may be below 0, where
    it went the wrong way, and above 1."""

    baseline: Decimal | None
    newest: Span | None
    measured: Span | None
    aim: Span | None
    share: Fraction | None
    standing: Standing
    how: str

    @property
    def actual(self) -> Decimal | None:
        return self.measured.actual if self.measured else None

    @property
    def target(self) -> Decimal | None:
        return self.aim.target if self.aim else None

    @property
    def figure(self) -> str:
        """“50 %”, or “not known”."""
        return in_percent(self.share)

    @property
    def bar(self) -> int | None:
        """What a bar shows, from 0 to 100."""
        return None if self.share is None else round(cut(self.share) * 100)


@dataclass(frozen=True, slots=True)
class Sum:
    """The mean over the `known` of `total` indicators."""

    share: Fraction | None
    known: int
    total: int
    how: str

    @property
    def figure(self) -> str:
        return in_percent(self.share)

    @property
    def bar(self) -> int | None:
        return None if self.share is None else round(self.share * 100)

    @property
    def missing(self) -> int:
        return self.total - self.known


def progress(baseline: Decimal | None, direction: Direction, spans: Sequence[Span], day: date) -> Progress:
    """On `day`: an actual counts once its period has begun."""
    ordered = sorted(spans, key=lambda span: span.starts)
    begun = [span for span in ordered if span.starts <= day]
    known = [span for span in begun if span.actual is not None]
    aim = next((span for span in reversed(ordered) if span.target is not None), None)
    newest = known[-1] if known else None
    measured = next((span for span in reversed(known) if aim is None or span.starts <= aim.starts), None)
    actual, target = (measured.actual if measured else None), (aim.target if aim else None)
    share = _share(baseline, target, actual, direction)
    standing = _standing(share, over=aim is not None and aim.ends < day, measured=measured is aim)
    return Progress(baseline, newest, measured, aim, share, standing, _how(baseline, target, actual, share))


def standing_of(span: Span, direction: Direction, day: date) -> Standing:
    """Where one period stands to its own target."""
    if span.starts > day:
        return Standing.TO_COME
    if span.actual is None or span.target is None:
        return Standing.UNKNOWN
    if (span.actual >= span.target) if direction is Direction.UP else (span.actual <= span.target):
        return Standing.REACHED
    return Standing.ON_THE_WAY if span.ends >= day else Standing.SHORT


def summed(shares: Iterable[Fraction | None]) -> Sum:
    """The mean of what is known, each share cut to between 0 and 1."""
    given = list(shares)
    known = [cut(share) for share in given if share is not None]
    if not known:
        return Sum(None, 0, len(given), say("No indicator is known.") if given else say("No indicator yet."))
    mean = sum(known, Fraction(0)) / len(known)
    parts = " + ".join(in_percent(share) for share in known)
    how = (
        f"({parts}) ÷ {len(known)} = {in_percent(mean)}"
        if len(known) > 1
        else say("One known indicator: {share}", share=parts)
    )
    return Sum(mean, len(known), len(given), how)


def cut(share: Fraction) -> Fraction:
    """The share between 0 and 1."""
    return min(Fraction(1), max(Fraction(0), share))


def in_percent(share: Fraction | None) -> str:
    """In whole percent, never rounded up to all nor down to nothing; “not known” for None."""
    if share is None:
        return say("not known")
    whole = round(share * 100)
    if share < 1:
        whole = min(whole, 99)
    if share > 0:
        whole = max(whole, 1)
    return f"{whole} %".replace("-", "−")


def _share(
    baseline: Decimal | None, target: Decimal | None, actual: Decimal | None, direction: Direction
) -> Fraction | None:
    """A target that is the baseline asks to keep what there is: all or nothing. One on its wrong side says nothing."""
    if baseline is None or target is None or actual is None:
        return None
    way = 1 if direction is Direction.UP else -1
    asked, come = Fraction(target - baseline) * way, Fraction(actual - baseline) * way
    if asked < 0:
        return None
    if asked == 0:
        return Fraction(1) if come >= 0 else Fraction(0)
    return come / asked


def _standing(share: Fraction | None, *, over: bool, measured: bool) -> Standing:
    """`over`: the time of the last target has passed; `measured`: its own actual is known. Once it has passed, nothing
    is on its way any more."""
    if share is None:
        return Standing.UNKNOWN
    if share >= 1:
        return Standing.REACHED
    if over:
        return Standing.SHORT if measured else Standing.UNKNOWN
    return Standing.ON_THE_WAY if share > 0 else Standing.NO_PROGRESS


def _how(baseline: Decimal | None, target: Decimal | None, actual: Decimal | None, share: Fraction | None) -> str:
    if baseline is None or target is None or actual is None:
        parts = (
            (say("baseline"), baseline),
            (say("target"), target),
            (say("actual up to the last target"), actual),
        )
        lacking = [name for name, value in parts if value is None]
        named = " and ".join(lacking) if spoken() == ENGLISH.code else listed(lacking, spoken())
        return say("Not known: {parts}.", parts=named)
    if share is None:
        return say("The last target lies on the wrong side of the baseline.")
    if target == baseline:
        return say(
            "To be kept: actual {actual}, baseline and target {target}", actual=written(actual), target=written(target)
        )
    base = written(baseline)
    return f"({written(actual)} − {base}) ÷ ({written(target)} − {base}) = {in_percent(share)}"
