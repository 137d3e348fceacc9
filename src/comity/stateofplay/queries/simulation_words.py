"""A simulation in one sentence, and its counts in words. Says nothing that the simulation does not."""

from __future__ import annotations

from comity.routes.rules.effect import Effect
from comity.stateofplay.queries.simulation import Simulation
from comity.stateofplay.rules.reform_words import joined


def finding(found: Simulation) -> str:
    """“Of 450 measures between six countries, these two reforms open 4 and improve 8.” What is supposed before
    and after is said first."""
    clauses = [ground.clause for ground in found.grounds]
    if not found.reforms:
        what = f": that {joined(clauses)} is supposed before and after" if clauses else " yet"
        return f"No reform is chosen{what}."
    one = len(found.reforms) == 1
    subject = "this reform" if one else f"these {_number(len(found.reforms))} reforms"
    verbs = [_VERBS[effect][0 if one else 1].format(number) for effect, number in found.counts]
    done = joined(verbs) or ("changes none" if one else "change none")
    home = ""
    if found.at_home:
        home = f"; at home {'it changes' if one else 'they change'} {found.at_home}"
    countries = _number(len(found.scope.countries))
    begins = f"Supposing that {joined(clauses)}: of" if clauses else "Of"
    return f"{begins} {found.asked} measures between {countries} countries, {subject} {done}{home}."


def tally(counts: tuple[tuple[Effect, int], ...]) -> str:
    """“4 opened, 8 better”; “nothing changes” where nothing does."""
    said = (f"{number} {effect.label.removeprefix('becomes ')}" for effect, number in counts)
    return ", ".join(said) or "nothing changes"


def ways_in_words(found: Simulation) -> str:
    """“Of all single ways, 140 open and 33 become better.”"""
    ways = found.routes
    said = [
        f"{number} {verb}"
        for number, verb in (
            (ways.opened, "open"),
            (ways.known, "become known to be open"),
            (ways.upgraded, "become better"),
            (ways.worsened, "become worse"),
        )
        if number
    ]
    return f"Of all single ways, {joined(said)}." if said else "No single way changes."


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_VERBS = {
    Effect.OPENED: ("opens {}", "open {}"),
    Effect.KNOWN: ("makes {} known to be open", "make {} known to be open"),
    Effect.UPGRADED: ("improves {}", "improve {}"),
    Effect.SHORTENED: ("speeds up {}", "speed up {}"),
    Effect.DOUBTFUL: ("leaves {} no longer closed, but not known", "leave {} no longer closed, but not known"),
    Effect.WORSENED: ("worsens {}", "worsen {}"),
}
