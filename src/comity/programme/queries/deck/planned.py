"""Slides that show what is to come: the activities that remain, and the proposals for the time after."""

from __future__ import annotations

from collections import Counter
from datetime import date

from comity.atlas.rules.packs.overview import Overview, SlideWords
from comity.atlas.rules.snapshot import Snapshot
from comity.programme.queries.deck.cited import cited
from comity.programme.rules.deck import Bars, Grid, Groups, Slide


def activities(snapshot: Snapshot, overview: Overview, words: SlideWords) -> Slide:
    """Each as the overview words it, and how many are on in each month."""
    said = overview.activities
    grid = Grid("Remaining activities", (), tuple((activity.says,) for activity in said), (1,), size=13)
    months = Counter(month for activity in said for month in _months(activity.starts, activity.ends))
    most = max(months.values(), default=0)
    busiest = [f"{month:%B}" for month in sorted(months) if months[month] == most]
    finding = (
        f"{' and '.join(busiest)} are the busiest months: {most} activities each"
        if len(busiest) > 1
        else f"{''.join(busiest)} is the busiest month: {most} activities"
    )
    chart = Bars(
        title=finding,
        words="; ".join(f"{month:%B %Y}: {months[month]}" for month in sorted(months)),
        names=tuple(f"{month:%b}" for month in sorted(months)),
        values=tuple(float(months[month]) for month in sorted(months)),
        unit="activities on",
        form="0",
    )
    return Slide(words.number, words.title, grid, chart, notes=cited(snapshot, said))


def proposals(snapshot: Snapshot, overview: Overview, words: SlideWords) -> Slide:
    """The groups that stand on this slide."""
    own = [group for group in overview.proposals if group.at == words.at]
    shown = Groups(tuple((group.says, group.points) for group in own))
    return Slide(words.number, words.title, shown, notes=cited(snapshot, own))


def _months(starts: date, ends: date) -> list[date]:
    found, month = [], starts.replace(day=1)
    while month <= ends:
        found.append(month)
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return found
