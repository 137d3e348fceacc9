"""A simulation in one sentence, and its counts in words, to be said in any language. Says nothing that it does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from comity.kernel.sayable import Sayable, listed, number, sayable, sayable_count, series
from comity.kernel.words import noted
from comity.routes.rules.effect import Effect
from comity.stateofplay.queries.simulation import Simulation


def finding(found: Simulation) -> Sayable:
    """“Of 450 measures between six countries, these two reforms open 4 and improve 8.” What is supposed before
    and after is said first."""
    clauses = series(ground.clause for ground in found.grounds)
    if not found.reforms:
        if found.grounds:
            return sayable("No reform is chosen: that {clauses} is supposed before and after.", clauses=clauses)
        return sayable("No reform is chosen yet.")
    count = len(found.reforms)
    at = 0 if count == 1 else 1
    verbs = [sayable(_VERBS[effect][at], count=changed) for effect, changed in found.counts]
    places: dict[str, object] = {
        "asked": found.asked,
        "countries": number(len(found.scope.countries)),
        "number": number(count),
        "done": series(verbs or [sayable(_NONE[at])]),
    }
    if found.at_home:
        places["at_home"] = found.at_home
    if found.grounds:
        places["clauses"] = clauses
    return _found(count, places, supposed=bool(found.grounds), at_home=bool(found.at_home))


def _found(count: int, places: dict[str, object], *, supposed: bool, at_home: bool) -> Sayable:
    if supposed and at_home:
        return sayable_count(
            "Supposing that {clauses}: of {asked} measures between {countries} countries, this reform {done}; at home "
            "it changes {at_home}.",
            "Supposing that {clauses}: of {asked} measures between {countries} countries, these {number} reforms "
            "{done}; at home they change {at_home}.",
            count,
            **places,
        )
    if supposed:
        return sayable_count(
            "Supposing that {clauses}: of {asked} measures between {countries} countries, this reform {done}.",
            "Supposing that {clauses}: of {asked} measures between {countries} countries, these {number} reforms "
            "{done}.",
            count,
            **places,
        )
    if at_home:
        return sayable_count(
            "Of {asked} measures between {countries} countries, this reform {done}; at home it changes {at_home}.",
            "Of {asked} measures between {countries} countries, these {number} reforms {done}; at home they change "
            "{at_home}.",
            count,
            **places,
        )
    return sayable_count(
        "Of {asked} measures between {countries} countries, this reform {done}.",
        "Of {asked} measures between {countries} countries, these {number} reforms {done}.",
        count,
        **places,
    )


def tally(counts: tuple[tuple[Effect, int], ...]) -> Sayable:
    """“4 opened, 8 better”; “nothing changes” where nothing does."""
    if not counts:
        return sayable("nothing changes")
    return listed(counted(effect, count) for effect, count in counts)


def counted(effect: Effect, count: int) -> Sayable:
    """“4 opened”."""
    return _COUNTED[effect](count)


def ways_in_words(found: Simulation) -> Sayable:
    """“Of all single ways, 140 open and 33 become better.”"""
    ways = found.routes
    done = (
        (ways.opened, sayable_count("{count} open", "{count} open", ways.opened)),
        (
            ways.known,
            sayable_count("{count} become known to be open", "{count} become known to be open", ways.known),
        ),
        (ways.upgraded, sayable_count("{count} become better", "{count} become better", ways.upgraded)),
        (ways.worsened, sayable_count("{count} become worse", "{count} become worse", ways.worsened)),
    )
    said = [words for count, words in done if count]
    return sayable("Of all single ways, {done}.", done=series(said)) if said else sayable("No single way changes.")


_NONE = (noted("changes none"), noted("change none"))
_VERBS = {
    Effect.OPENED: (noted("opens {count}"), noted("open {count}")),
    Effect.KNOWN: (noted("makes {count} known to be open"), noted("make {count} known to be open")),
    Effect.UPGRADED: (noted("improves {count}"), noted("improve {count}")),
    Effect.SHORTENED: (noted("speeds up {count}"), noted("speed up {count}")),
    Effect.DOUBTFUL: (
        noted("leaves {count} no longer closed, but not known"),
        noted("leave {count} no longer closed, but not known"),
    ),
    Effect.WORSENED: (noted("worsens {count}"), noted("worsen {count}")),
}
"""What one reform does, and what several do."""
_COUNTED: Mapping[Effect, Callable[[int], Sayable]] = {
    Effect.OPENED: lambda n: sayable_count("{count} opened", "{count} opened", n),
    Effect.KNOWN: lambda n: sayable_count("{count} known to be open", "{count} known to be open", n),
    Effect.UPGRADED: lambda n: sayable_count("{count} better", "{count} better", n),
    Effect.SHORTENED: lambda n: sayable_count("{count} faster", "{count} faster", n),
    Effect.DOUBTFUL: lambda n: sayable_count(
        "{count} no longer closed, not yet known", "{count} no longer closed, not yet known", n
    ),
    Effect.WORSENED: lambda n: sayable_count("{count} worse", "{count} worse", n),
}
"""`SAME` is not counted."""
