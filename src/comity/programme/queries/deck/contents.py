"""The deck of an overview: which slide is made by what. Needs no database."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from comity.atlas.rules.packs.overview import Overview, SlideWords
from comity.atlas.rules.snapshot import Snapshot
from comity.casework.rules.refusal import NotFound
from comity.programme.queries.deck import assessed, planned, stated
from comity.programme.rules.deck import Deck, Slide

Maker = Callable[[Snapshot, Overview, SlideWords], Slide]

MAKERS: Mapping[str, Maker] = {
    "title": stated.cover,
    "rationale": stated.rationale,
    "summary": stated.summary,
    "objectives": stated.objectives,
    "achievements": stated.achievements,
    "activities": planned.activities,
    "state-of-play": assessed.state_of_play,
    "further-improvement": assessed.further,
    "strategic-priorities": assessed.priorities,
    "proposals": planned.proposals,
    "closing": stated.cover,
}
"""By the part of the product that a slide shows."""


def newest_overview(snapshot: Snapshot) -> Overview:
    """The overview presented last. Raises NotFound where the packs have none."""
    if not snapshot.overviews:
        raise NotFound("overview of projects")
    return max(snapshot.overviews.values(), key=lambda overview: overview.day)


def deck_of(snapshot: Snapshot, overview: Overview) -> Deck:
    """Slide by slide, in the overview's order."""
    return Deck(
        title=overview.title,
        cover=(overview.meeting, overview.about, f"{overview.place}, {overview.day.day} {overview.day:%B %Y}"),
        closing=stated.institutions(snapshot, overview),
        site=overview.site,
        day=overview.day,
        slides=tuple(MAKERS[words.part](snapshot, overview, words) for words in overview.slides),
    )
