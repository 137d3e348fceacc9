"""The figures as the page draws them: sections with a finding, a chart where there is one, and its table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.casework.rules import saying
from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics.figures import Asked, Figures, Line, Times, percent
from comity.casework.rules.statistics.findings import GIVEN, NOT_ENDED, SPACE, follow_finding
from comity.kernel.day_words import month_words
from comity.kernel.sayable import said
from comity.kernel.words import noted, say

EXACT = noted("Exact to the unit shown: minutes up to two hours, hours up to three days, then days.")
IN_HOURS = noted("Exact to the unit shown: hours up to three days, then days.")
ONCE = noted("Each item counts once for a request, however often it was asked for.")


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` name the numbers; each row is a name with its numbers. `note` is one line below."""

    caption: str
    of: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    note: str = ""

    @property
    def lines(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Each row's name, and its numbers with the names of their columns: on a phone, rows become cards."""
        return [(name, list(zip(self.columns, numbers, strict=True))) for name, numbers in self.rows]


@dataclass(frozen=True, slots=True)
class Key:
    """A key figure: its name, the figure, and what it means."""

    label: str
    figure: str
    note: str


def counts(caption: str, of: str, lines: Iterable[Line], asked: Asked, note: str = "") -> Table:
    """Counts in the directions asked for; lines without any are left out."""
    rows = tuple(
        (saying.choice(line.label), tuple(f"{line.of(way):,}" for way in asked.directions))
        for line in lines
        if line.total
    )
    return Table(caption, of, tuple(said(way.label) for way in asked.directions), rows, said(note))


def durations(caption: str, times: Iterable[Times], note: str = "") -> Table:
    """Median and 90th percentile in words; what was never reached is left out."""
    rows = tuple(
        (
            f"{said(one.label)} ({said(one.direction.label).lower()})",
            (one.median_in_words, one.ninetieth_in_words, f"{one.count:,}"),
        )
        for one in times
        if one.count
    )
    return Table(caption, say("Step"), (say("Median"), say("90th percentile"), say("Requests")), rows, said(note))


def months(found: Figures) -> Table:
    """The newest month first: that is the one that is looked for."""
    rows = tuple(
        (
            month_words(month.month),
            tuple(
                f"{month.outgoing if way is Direction.OUTGOING else month.incoming:,}" for way in found.asked.directions
            ),
        )
        for month in reversed(found.months)
    )
    return Table(say("Requests by month"), say("Month"), tuple(said(way.label) for way in found.asked.directions), rows)


def smaller(found: Figures) -> tuple[Table, ...]:
    """The tables that need no chart. Empty ones are left out."""
    asked = found.asked
    tables = (
        counts(
            say("By kind"),
            say("Kind"),
            found.kinds,
            asked,
            say("Notices are counted here, and nowhere else: nobody answers them."),
        ),
        counts(say("By kind of data"), say("Data"), found.data, asked, say("A request may ask for several.")),
        counts(say("By offence"), say("Offence"), found.offences, asked, say("A request may name several.")),
        counts(say("By urgency"), say("Urgency"), found.urgency, asked),
        counts(
            say("By channel"),
            say("Channel"),
            found.channels,
            asked,
            say("Found in the words in which the channel was written down."),
        ),
        counts(say("Grounds for refusal and postponement"), say("Ground"), found.grounds, asked),
        counts(
            say("What did not go as it should"),
            say("What"),
            (found.incomplete, found.forwarded, found.expired, *found.expired_rules),
            asked,
            say(
                "A clock that ran out is named by its rule; a request whose clock ran out may have been executed later."
            ),
        ),
        durations(say("Times by family of kinds"), found.families, IN_HOURS),
    )
    return tuple(table for table in tables if table.rows)


def follow(found: Figures) -> Table:
    """What became of preservations."""
    rows = tuple(
        (
            said(one.direction.label),
            (f"{one.preservations:,}", f"{one.followed:,}", f"{one.in_time:,}", f"{one.extensions:,}"),
        )
        for one in found.follow
    )
    columns = (say("Preservations"), say("Followed by assistance"), say("Within 60 days"), say("Extensions"))
    note = say("A preservation that was extended counts once, as its last extension: its sixty days run from there.")
    return Table(say("Preservations and what followed"), say("Direction"), columns, rows, note)


def follow_says(found: Figures) -> tuple[str, ...]:
    """The findings, one a direction that has any."""
    return tuple(follow_finding(one) for one in found.follow if one.preservations)


def tests(found: Figures) -> Table:
    """Test calls by result."""
    rows = tuple((said(line.label), (f"{line.total:,}",)) for line in found.tests.results)
    time = found.tests.times
    note = say(
        "Answered after {median} in half of all cases, {ninetieth} in nine of ten.",
        median=time.median_in_words,
        ninetieth=time.ninetieth_in_words,
    )
    return Table(
        say("Test calls to other points of contact"), say("Result"), (say("Calls"),), rows, note if time.count else ""
    )


def keys(found: Figures) -> tuple[Key, ...]:
    """The figures that stand first."""
    asked = found.asked.directions
    times = {(one.key, one.direction): one for one in (*found.times, *found.assistance)}
    keys = [Key(said(_REQUESTS[way]), f"{found.requests.of(way):,}", say("requests in this period")) for way in asked]
    for stage, names in (("answered", _ANSWERS), ("assistance closed", _ASSISTANCE)):
        keys += [_time(said(names[way]), one) for way in asked if (one := times.get((stage, way))) and one.count]
    return (*keys, *_shares(found))


def _time(label: str, one: Times) -> Key:
    return Key(
        label,
        one.median_in_words,
        say("median; nine of ten within {ninetieth}", ninetieth=one.ninetieth_in_words),
    )


def _shares(found: Figures) -> Iterable[Key]:
    ended = sum(line.total for line in found.outcomes if line.key not in NOT_ENDED)
    given = sum(line.total for line in found.outcomes if line.key in GIVEN)
    if ended:
        yield Key(
            say("Executed"),
            f"{percent(given, ended)}{SPACE}%",
            say("{given} of {ended} that ended", given=f"{given:,}", ended=f"{ended:,}"),
        )
    if found.incomplete.total:
        share = percent(found.incomplete.total, found.requests.total)
        yield Key(
            say("Incomplete"),
            f"{share}{SPACE}%",
            say("{total} lacked something", total=f"{found.incomplete.total:,}"),
        )


_REQUESTS = {Direction.OUTGOING: noted("From us"), Direction.INCOMING: noted("To us")}
_ANSWERS = {Direction.OUTGOING: noted("They first answer"), Direction.INCOMING: noted("We first answer")}
_ASSISTANCE = {Direction.OUTGOING: noted("They close assistance"), Direction.INCOMING: noted("We close assistance")}
