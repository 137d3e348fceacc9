"""What reforms do, in sentences: which measures from whom for whom, and from what to what. Counts nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from comity.atlas.rules.measure import Measure
from comity.kernel.country import CountryCode
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
"""Names that are joined by “and” alone."""


class _Happening(NamedTuple):
    """What happens to a measure: its effect, from what to what, and the side that reforms (`gives`: it is asked)."""

    effect: Effect
    home: CountryCode
    gives: bool
    turn: str


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
    return _Happening(shift.effect, home, gives, turn(shift.effect, shift.before, shift.after))


def _sentence(what: _Happening, where: str, measures: list[Measure]) -> str:
    ordered = sorted(measures, key=list(Measure).index)
    return f"{_VERBS[what.effect]} {joined([measure.label for measure in ordered])} {where}{what.turn}."


def _where(what: _Happening, shifts: list[Shift], countries: Sequence[CountryCode]) -> str:
    asked = [shift.question for shift in shifts if not shift.question.domestic]
    others = [question.requester if what.gives else question.requested for question in asked]
    return joined(list(_places(what, others, countries, at_home=len(asked) < len(shifts))))


def _places(
    what: _Happening, others: list[CountryCode], countries: Sequence[CountryCode], *, at_home: bool
) -> Iterator[str]:
    home = what.home.in_sentence
    if others:
        named = named_together(others, [code for code in countries if code != what.home])
        yield f"from {home} for {named}" if what.gives else f"for {home} from {named}"
    if at_home:
        yield f"within {home}"


def named_together(some: Sequence[CountryCode], every: Sequence[CountryCode]) -> str:
    """The countries by name, or “all five others” where it is all of many."""
    if len(some) > FEW and set(some) == set(every):
        return f"all {_NUMBERS.get(len(some), str(len(some)))} others"
    return joined([country.in_sentence for country in some])


def joined(words: Sequence[str]) -> str:
    if len(words) <= FEW:
        return " and ".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def turn(effect: Effect, before: Best, after: Best) -> str:
    """From what to what, as a sentence goes on."""
    match effect:
        case Effect.OPENED | Effect.KNOWN:
            return {Status.CONDITIONS: ", on conditions", Status.DEGRADED: ", by a detour"}.get(after.status, "")
        case Effect.DOUBTFUL:
            return ""
    if before.status is after.status:
        return f", from {_days(before)} to {_days(after)} at most"
    return f", from {before.status.label} to {after.status.label}"


def _days(best: Best) -> str:
    if best.days is None:
        return "no way"
    if best.days < 1:
        hours = round(best.days * 24)
        return f"{hours} hour{'' if hours == 1 else 's'}"
    return f"{best.days:g} day{'' if best.days == 1 else 's'}"


_VERBS = {
    Effect.OPENED: "Opens",
    Effect.KNOWN: "Becomes known to be open:",
    Effect.UPGRADED: "Improves",
    Effect.SHORTENED: "Speeds up",
    Effect.DOUBTFUL: "No longer closed, but another fact is missing:",
    Effect.WORSENED: "Worsens",
}
_NUMBERS = {3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven"}
