"""What the figures say, in a sentence each: titles of charts, and their text alternatives. Invents nothing."""

from __future__ import annotations

from collections.abc import Iterable

from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics.cell import Outcome
from comity.casework.rules.statistics.figures import Figures, Follow, Line, Times, percent

SPACE = "\N{NO-BREAK SPACE}"
GIVEN = (Outcome.EXECUTED, Outcome.NO_DATA, Outcome.PARTLY)
NOT_ENDED = (Outcome.OPEN, Outcome.POSTPONED)


def requests_finding(found: Figures) -> str:
    """How many, and when most."""
    if not found.requests.total:
        return "No request left or arrived in this period"
    counts = [month.outgoing + month.incoming for month in found.months]
    busiest = [month.month for month, count in zip(found.months, counts, strict=True) if count == max(counts)]
    said = _count(found.requests.total, "request")
    if len(counts) == 1:
        return f"{said} in {busiest[0]:%B %Y}"
    if len(busiest) > 1:
        named = _together(f"{month:%B %Y}" for month in busiest)
        return f"{said}; the busiest months were {named}, with {max(counts):,} each"
    return f"{said}; the busiest month was {busiest[0]:%B %Y}, with {max(counts):,}"


def countries_finding(found: Figures) -> str:
    """With whom most."""
    if not found.countries:
        return "No country to show"
    first, *others = found.countries
    if not others:
        return f"All {_count(first.total, 'request')} were exchanged with {first.label}"
    share = f"with {first.total:,} of {_count(found.requests.total, 'request')}"
    equal = [line.label for line in found.countries if line.total == first.total]
    if len(equal) > 1:
        return f"{_together(equal, 'countries')} come first, {share} each"
    return f"{first.label} comes first, {share}"


def outcomes_finding(found: Figures) -> str:
    """How many were carried out, of those that ended."""
    ended = sum(line.total for line in found.outcomes if line.key not in NOT_ENDED)
    given = sum(line.total for line in found.outcomes if line.key in GIVEN)
    if not ended:
        return "No request of this period has ended yet"
    share = percent(given, ended)
    return f"{given:,} of {_count(ended, 'request')} that ended were executed, in full or in part ({share}{SPACE}%)"


def times_finding(found: Figures) -> str:
    """How soon the first answer comes, in each direction that has one."""
    said = [
        f"within {times.median_in_words} {_SIDES[times.direction]}"
        for times in found.times
        if times.key == "answered" and times.count
    ]
    if not said:
        return "No request of this period has been answered yet"
    return f"Half of all first answers come {', '.join(said)}"


def missing_finding(found: Figures) -> str:
    """What is asked for most often."""
    if not found.missing:
        return "Nobody had to ask for more"
    most = found.missing[0].total
    labels = [f"{line.label[:1].lower()}{line.label[1:]}" for line in found.missing if line.total == most]
    each = " each" if len(labels) > 1 else ""
    return f"Missing most often: {_together(labels, 'things')}, in {_count(most, 'request')}{each}"


def follow_finding(follow: Follow) -> str:
    """How many preservations came to something."""
    whose = "of ours" if follow.direction is Direction.OUTGOING else "of theirs"
    if not follow.preservations:
        return f"No preservation {whose} in this period"
    return (
        f"{follow.followed:,} of {_count(follow.preservations, 'preservation')} {whose} "
        f"({percent(follow.followed, follow.preservations)}{SPACE}%) were followed by a request for mutual assistance, "
        f"{follow.in_time:,} of them within 60 days"
    )


def lines_in_words(lines: Iterable[Line], most: int = 12) -> str:
    """The text alternative of a chart of counts: every bar that is drawn, with its numbers."""
    shown = tuple(lines)[:most]
    return "; ".join(f"{line.label}: {line.outgoing} from us, {line.incoming} to us" for line in shown)


def times_in_words(times: Iterable[Times]) -> str:
    """The text alternative of a chart of times."""
    return "; ".join(
        f"{one.label} ({one.direction.label.lower()}): median {one.median_in_words}, "
        f"90th percentile {one.ninetieth_in_words}, {_count(one.count, 'request')}"
        for one in times
        if one.count
    )


_SIDES = {Direction.OUTGOING: "from them", Direction.INCOMING: "from us"}


def _together(names: Iterable[str], what: str = "months") -> str:
    """Those that share a place, none before the other: by name as long as a title can hold them."""
    *others, last = names
    if len(others) >= _NAMED:
        return f"{len(others) + 1} {what}"
    return f"{', '.join(others)} and {last}" if others else last


_NAMED = 3
"""From so many on beside the last, those that share a place are counted."""


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
