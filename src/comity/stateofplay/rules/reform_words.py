"""What reforms do, in sentences: which measures from whom for whom, and from what to what. Counts nothing.

They are kept for all, and said in the language of whoever reads them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from comity.atlas.rules.measure import Measure
from comity.kernel.country import CountryCode
from comity.kernel.sayable import Sayable, number, sayable, sayable_count, series
from comity.kernel.words import noted
from comity.routes.rules.effect import Best, Effect
from comity.routes.rules.reform import Shift
from comity.routes.rules.route import Status

ORDER = (
    Effect.OPENED,
    Effect.KNOWN,
    Effect.UPGRADED,
    Effect.SHORTENED,
    Effect.DOUBTFUL,
    Effect.WORSENED,
)
"""In which order effects are told; `SAME` is not."""
FEW = 2
"""Countries up to which each is named, though it be all of them."""


class _Happening(NamedTuple):
    """What happens to a measure: its effect, the sentence of it, from what to what where that is said, and the side
    that reforms (`gives`: it is asked)."""

    effect: Effect
    home: CountryCode
    gives: bool
    says: str
    before: str
    after: str


def sentences(shifts: Iterable[Shift], reforming: Collection[str], countries: Sequence[CountryCode]) -> tuple[str, ...]:
    """One sentence for all measures to which the same happens between the same countries; what is opened first."""
    happened: dict[tuple[_Happening, Measure], list[Shift]] = {}
    for shift in shifts:
        if shift.effect is not Effect.SAME:
            happened.setdefault((_happening(shift, reforming), shift.question.measure), []).append(shift)
    told: dict[tuple[_Happening, str], list[Measure]] = {}
    for (what, measure), found in happened.items():
        told.setdefault((what, _where(what, found, countries)), []).append(measure)
    ranked = sorted(told, key=lambda each: (ORDER.index(each[0].effect), not each[0].gives))
    return tuple(_sentence(what, where, told[what, where]) for what, where in ranked)


def _happening(shift: Shift, reforming: Collection[str]) -> _Happening:
    """Told from the side that reforms: what others get from it, or what it gets from others."""
    question = shift.question
    gives = question.requested in reforming
    home = question.requested if gives else question.requester
    return _Happening(shift.effect, home, gives, *turn(shift.effect, shift.before, shift.after))


def _sentence(what: _Happening, where: str, measures: list[Measure]) -> str:
    named = series(measure.label for measure in sorted(measures, key=list(Measure).index))
    turned = {"before": what.before, "after": what.after} if what.before else {}
    return sayable(what.says, measures=named, where=where, **turned)


def _where(what: _Happening, shifts: list[Shift], countries: Sequence[CountryCode]) -> str:
    asked = [shift.question for shift in shifts if not shift.question.domestic]
    others = [question.requester if what.gives else question.requested for question in asked]
    if not others:
        return sayable("within {home}", home=what.home)
    at_home = len(asked) < len(shifts)
    named = named_together(others, [code for code in countries if code != what.home])
    return sayable(_WHERE[what.gives, at_home], home=what.home, others=named)


def named_together(some: Sequence[CountryCode], every: Sequence[CountryCode]) -> Sayable:
    """The countries by name, or “all five others” where it is all of many."""
    if len(some) > FEW and set(some) == set(every):
        return sayable("all {number} others", number=number(len(some)))
    return series(some)


def turn(effect: Effect, before: Best, after: Best) -> tuple[str, str, str]:
    """The sentence of an effect, and from what to what, where it tells that."""
    match effect:
        case Effect.OPENED | Effect.KNOWN:
            return _OPENED[effect].get(after.status, _PLAIN[effect]), "", ""
        case Effect.UPGRADED | Effect.SHORTENED | Effect.WORSENED:
            if before.status is after.status:
                return _DAYS[effect], _days(before), _days(after)
            return _STATUS[effect], sayable(before.status.label), sayable(after.status.label)
    return _PLAIN[effect], "", ""


def _days(best: Best) -> str:
    if best.days is None:
        return sayable("no way")
    if best.days < 1:
        return sayable_count("{count} hour", "{count} hours", round(best.days * 24))
    if best.days == int(best.days):
        return sayable_count("{count} day", "{count} days", int(best.days))
    return sayable("{number} days", number=f"{best.days:g}")


_WHERE = {
    (True, False): noted("from {home} for {others}"),
    (True, True): noted("from {home} for {others} and within {home}"),
    (False, False): noted("for {home} from {others}"),
    (False, True): noted("for {home} from {others} and within {home}"),
}
_PLAIN = {
    Effect.OPENED: noted("Opens {measures} {where}."),
    Effect.KNOWN: noted("Becomes known to be open: {measures} {where}."),
    Effect.DOUBTFUL: noted("No longer closed, but another fact is missing: {measures} {where}."),
}
_OPENED = {
    Effect.OPENED: {
        Status.CONDITIONS: noted("Opens {measures} {where}, on conditions."),
        Status.DEGRADED: noted("Opens {measures} {where}, by a detour."),
    },
    Effect.KNOWN: {
        Status.CONDITIONS: noted("Becomes known to be open: {measures} {where}, on conditions."),
        Status.DEGRADED: noted("Becomes known to be open: {measures} {where}, by a detour."),
    },
}
_STATUS = {
    Effect.UPGRADED: noted("Improves {measures} {where}, from {before} to {after}."),
    Effect.WORSENED: noted("Worsens {measures} {where}, from {before} to {after}."),
}
_DAYS = {
    Effect.SHORTENED: noted("Speeds up {measures} {where}, from {before} to {after} at most."),
    Effect.WORSENED: noted("Worsens {measures} {where}, from {before} to {after} at most."),
}
