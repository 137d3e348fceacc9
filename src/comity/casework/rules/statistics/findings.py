"""What the figures say, in a sentence each: titles of charts, and their text alternatives. Invents nothing."""

from __future__ import annotations

from collections.abc import Iterable

from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics.cell import Outcome
from comity.casework.rules.statistics.figures import Figures, Follow, Line, Times, percent
from comity.kernel.cldr import listed
from comity.kernel.day_words import month_words
from comity.kernel.sayable import said
from comity.kernel.words import say, say_count, spoken

SPACE = "\N{NO-BREAK SPACE}"
GIVEN = (Outcome.EXECUTED, Outcome.NO_DATA, Outcome.PARTLY)
NOT_ENDED = (Outcome.OPEN, Outcome.POSTPONED)


def requests_finding(found: Figures) -> str:
    """How many, and when most."""
    if not found.requests.total:
        return say("No request left or arrived in this period")
    counts = [month.outgoing + month.incoming for month in found.months]
    busiest = [
        month_words(month.month) for month, count in zip(found.months, counts, strict=True) if count == max(counts)
    ]
    total, most = found.requests.total, f"{max(counts):,}"
    if len(counts) == 1:
        return say("{requests} in {month}", requests=_requests(total), month=busiest[0])
    if len(busiest) > 1:
        return say(
            "{requests}; the busiest months were {months}, with {most} each",
            requests=_requests(total),
            months=_together(busiest) or say_count("{count} month", "{count} months", len(busiest)),
            most=most,
        )
    return say(
        "{requests}; the busiest month was {month}, with {most}", requests=_requests(total), month=busiest[0], most=most
    )


def countries_finding(found: Figures) -> str:
    """With whom most."""
    if not found.countries:
        return say("No country to show")
    first, *others = found.countries
    most, all_of_them = f"{first.total:,}", _requests(found.requests.total)
    if not others:
        return say_count(
            "All {number} request were exchanged with {country}",
            "All {number} requests were exchanged with {country}",
            first.total,
            number=most,
            country=said(first.label),
        )
    equal = [said(line.label) for line in found.countries if line.total == first.total]
    if len(equal) > 1:
        return say(
            "{countries} come first, with {most} of {requests} each",
            countries=_together(equal) or say_count("{count} country", "{count} countries", len(equal)),
            most=most,
            requests=all_of_them,
        )
    return say("{country} comes first, with {most} of {requests}", country=equal[0], most=most, requests=all_of_them)


def outcomes_finding(found: Figures) -> str:
    """How many were carried out, of those that ended."""
    ended = sum(line.total for line in found.outcomes if line.key not in NOT_ENDED)
    given = sum(line.total for line in found.outcomes if line.key in GIVEN)
    if not ended:
        return say("No request of this period has ended yet")
    return say_count(
        "{given} of {number} request that ended were executed, in full or in part ({share})",
        "{given} of {number} requests that ended were executed, in full or in part ({share})",
        ended,
        given=f"{given:,}",
        number=f"{ended:,}",
        share=_share(given, ended),
    )


def times_finding(found: Figures) -> str:
    """How soon the first answer comes, in each direction that has one."""
    medians = {one.direction: one.median_in_words for one in found.times if one.key == "answered" and one.count}
    theirs, ours = medians.get(Direction.OUTGOING), medians.get(Direction.INCOMING)
    if theirs and ours:
        return say(
            "Half of all first answers come within {theirs} from them, within {ours} from us", theirs=theirs, ours=ours
        )
    if theirs:
        return say("Half of all first answers come within {theirs} from them", theirs=theirs)
    if ours:
        return say("Half of all first answers come within {ours} from us", ours=ours)
    return say("No request of this period has been answered yet")


def missing_finding(found: Figures) -> str:
    """What is asked for most often."""
    if not found.missing:
        return say("Nobody had to ask for more")
    most = found.missing[0].total
    labels = [said(line.label) for line in found.missing if line.total == most]
    labels = [f"{label[:1].lower()}{label[1:]}" for label in labels]
    if len(labels) > 1:
        return say(
            "Missing most often: {things}, in {requests} each",
            things=_together(labels) or say_count("{count} thing", "{count} things", len(labels)),
            requests=_requests(most),
        )
    return say("Missing most often: {thing}, in {requests}", thing=labels[0], requests=_requests(most))


def follow_finding(follow: Follow) -> str:
    """How many preservations came to something."""
    ours = follow.direction is Direction.OUTGOING
    if not follow.preservations:
        return (
            say("No preservation of ours in this period") if ours else say("No preservation of theirs in this period")
        )
    numbers = {
        "followed": f"{follow.followed:,}",
        "number": f"{follow.preservations:,}",
        "share": _share(follow.followed, follow.preservations),
        "in_time": f"{follow.in_time:,}",
    }
    if ours:
        return say_count(
            "{followed} of {number} preservation of ours ({share}) were followed by a request for mutual assistance, "
            "{in_time} of them within 60 days",
            "{followed} of {number} preservations of ours ({share}) were followed by a request for mutual assistance, "
            "{in_time} of them within 60 days",
            follow.preservations,
            **numbers,
        )
    return say_count(
        "{followed} of {number} preservation of theirs ({share}) were followed by a request for mutual assistance, "
        "{in_time} of them within 60 days",
        "{followed} of {number} preservations of theirs ({share}) were followed by a request for mutual assistance, "
        "{in_time} of them within 60 days",
        follow.preservations,
        **numbers,
    )


def lines_in_words(lines: Iterable[Line], most: int = 12) -> str:
    """The text alternative of a chart of counts: every bar that is drawn, with its numbers."""
    return "; ".join(both_ways(said(line.label), line.outgoing, line.incoming) for line in tuple(lines)[:most])


def both_ways(label: str, outgoing: int, incoming: int) -> str:
    """“Ukraine: 3 from us, 1 to us”."""
    return say("{label}: {outgoing} from us, {incoming} to us", label=label, outgoing=outgoing, incoming=incoming)


def times_in_words(times: Iterable[Times]) -> str:
    """The text alternative of a chart of times."""
    return "; ".join(
        say(
            "{label} ({direction}): median {median}, 90th percentile {ninetieth}, {requests}",
            label=said(one.label),
            direction=said(one.direction.label).lower(),
            median=one.median_in_words,
            ninetieth=one.ninetieth_in_words,
            requests=_requests(one.count),
        )
        for one in times
        if one.count
    )


def _together(names: list[str]) -> str:
    """Those that share a place, none before the other, by name; empty where a title cannot hold so many."""
    return listed(names, spoken()) if len(names) <= _NAMED else ""


_NAMED = 3
"""From so many on beside the last, those that share a place are counted."""


def _requests(number: int) -> str:
    return say_count("{number} request", "{number} requests", number, number=f"{number:,}")


def _share(part: int, whole: int) -> str:
    return f"{percent(part, whole)}{SPACE}%"
