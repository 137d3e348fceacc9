"""The figures as the page draws them: sections with a finding, a chart where there is one, and its table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics.figures import Asked, Figures, Line, Times, percent
from comity.casework.rules.statistics.findings import GIVEN, NOT_ENDED, SPACE, follow_finding

EXACT = "Exact to the unit shown: minutes up to two hours, hours up to three days, then days."
IN_HOURS = "Exact to the unit shown: hours up to three days, then days."
ONCE = "Each item counts once for a request, however often it was asked for."


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
    rows = tuple((line.label, tuple(f"{line.of(way):,}" for way in asked.directions)) for line in lines if line.total)
    return Table(caption, of, tuple(way.label for way in asked.directions), rows, note)


def durations(caption: str, times: Iterable[Times], note: str = "") -> Table:
    """Median and 90th percentile in words; what was never reached is left out."""
    rows = tuple(
        (
            f"{one.label} ({one.direction.label.lower()})",
            (one.median_in_words, one.ninetieth_in_words, f"{one.count:,}"),
        )
        for one in times
        if one.count
    )
    return Table(caption, "Step", ("Median", "90th percentile", "Requests"), rows, note)


def months(found: Figures) -> Table:
    """The newest month first: that is the one that is looked for."""
    rows = tuple(
        (
            f"{month.month:%B %Y}",
            tuple(
                f"{month.outgoing if way is Direction.OUTGOING else month.incoming:,}" for way in found.asked.directions
            ),
        )
        for month in reversed(found.months)
    )
    return Table("Requests by month", "Month", tuple(way.label for way in found.asked.directions), rows)


def smaller(found: Figures) -> tuple[Table, ...]:
    """The tables that need no chart. Empty ones are left out."""
    asked = found.asked
    tables = (
        counts(
            "By kind", "Kind", found.kinds, asked, "Notices are counted here, and nowhere else: nobody answers them."
        ),
        counts("By kind of data", "Data", found.data, asked, "A request may ask for several."),
        counts("By offence", "Offence", found.offences, asked, "A request may name several."),
        counts("By urgency", "Urgency", found.urgency, asked),
        counts(
            "By channel", "Channel", found.channels, asked, "Found in the words in which the channel was written down."
        ),
        counts("Grounds for refusal and postponement", "Ground", found.grounds, asked),
        counts(
            "What did not go as it should",
            "What",
            (found.incomplete, found.forwarded, found.expired, *found.expired_rules),
            asked,
            "A clock that ran out is named by its rule; a request whose clock ran out may have been executed later.",
        ),
        durations("Times by family of kinds", found.families, IN_HOURS),
    )
    return tuple(table for table in tables if table.rows)


def follow(found: Figures) -> Table:
    """What became of preservations."""
    rows = tuple(
        (
            one.direction.label,
            (f"{one.preservations:,}", f"{one.followed:,}", f"{one.in_time:,}", f"{one.extensions:,}"),
        )
        for one in found.follow
    )
    columns = ("Preservations", "Followed by assistance", "Within 60 days", "Extensions")
    note = "A preservation that was extended counts once, as its last extension: its sixty days run from there."
    return Table("Preservations and what followed", "Direction", columns, rows, note)


def follow_says(found: Figures) -> tuple[str, ...]:
    """The findings, one a direction that has any."""
    return tuple(follow_finding(one) for one in found.follow if one.preservations)


def tests(found: Figures) -> Table:
    """Test calls by result."""
    rows = tuple((line.label, (f"{line.total:,}",)) for line in found.tests.results)
    time = found.tests.times
    note = f"Answered after {time.median_in_words} in half of all cases, {time.ninetieth_in_words} in nine of ten."
    return Table("Test calls to other points of contact", "Result", ("Calls",), rows, note if time.count else "")


def keys(found: Figures) -> tuple[Key, ...]:
    """The figures that stand first."""
    asked = found.asked.directions
    times = {(one.key, one.direction): one for one in (*found.times, *found.assistance)}
    said = [Key(_REQUESTS[way], f"{found.requests.of(way):,}", "requests in this period") for way in asked]
    for stage, names in (("answered", _ANSWERS), ("assistance closed", _ASSISTANCE)):
        said += [_time(names[way], one) for way in asked if (one := times.get((stage, way))) and one.count]
    return (*said, *_shares(found))


def _time(label: str, one: Times) -> Key:
    return Key(label, one.median_in_words, f"median; nine of ten within {one.ninetieth_in_words}")


def _shares(found: Figures) -> Iterable[Key]:
    ended = sum(line.total for line in found.outcomes if line.key not in NOT_ENDED)
    given = sum(line.total for line in found.outcomes if line.key in GIVEN)
    if ended:
        yield Key("Executed", f"{percent(given, ended)}{SPACE}%", f"{given:,} of {ended:,} that ended")
    if found.incomplete.total:
        share = percent(found.incomplete.total, found.requests.total)
        yield Key("Incomplete", f"{share}{SPACE}%", f"{found.incomplete.total:,} lacked something")


_REQUESTS = {Direction.OUTGOING: "From us", Direction.INCOMING: "To us"}
_ANSWERS = {Direction.OUTGOING: "They first answer", Direction.INCOMING: "We first answer"}
_ASSISTANCE = {Direction.OUTGOING: "They close assistance", Direction.INCOMING: "We close assistance"}
