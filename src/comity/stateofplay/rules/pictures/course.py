"""A country's scores of priorities over days, as steps. What is never known is left to the table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from comity.kernel.words import say, say_count
from comity.stateofplay.rules.pictures.picture import Drawing, Picture, Table, number
from comity.stateofplay.rules.priorities import Score

Scores = tuple[str, tuple[tuple[date, Score], ...]]
"""A priority's name with its score of each day."""


def course(country: str, scores: Sequence[Scores]) -> Picture:
    """The scores in the order of the days."""
    known = [each for each in scores if any(score.share is not None for _, score in each[1])]
    days = [day for day, _ in scores[0][1]] if scores else []
    return Picture(
        name="course",
        title=_finding(country, known),
        words="; ".join(f"{name}: {_told(points)}" for name, points in known),
        values=[
            {
                "row": name,
                "year": day.year,
                "share": None if score.share is None else round(float(score.share) * 100, 1),
                "low": None if score.share is None else round(float(score.lowest) * 100, 1),
                "high": None if score.share is None else round(float(score.highest) * 100, 1),
            }
            for name, points in known
            for day, score in points
        ],
        drawing=Drawing.STEPS,
        table=Table(
            say("Scores over the years"),
            (say("Priority"), *(str(day.year) for day in days)),
            tuple((name, tuple(_figure(score) for _, score in points)) for name, points in scores),
            say("The line is the score, the band where it could be. What is not known has neither."),
        ),
    )


def _finding(country: str, known: Sequence[Scores]) -> str:
    """How many scores rose and fell, from the first day on which each is known to the last."""
    if not known:
        return say("{country}: no score is known on any of these days", country=country)
    ends = [[score.share for _, score in points if score.share is not None] for _, points in known]
    rose, fell = (sum(sign * (found[-1] - found[0]) > 0 for found in ends) for sign in (1, -1))
    places = {"country": country, "known": number(len(known)), "rose": number(rose), "fell": number(fell)}
    if rose and fell:
        return say_count(
            "{country}: of {known} known score, {rose} rose and {fell} fell",
            "{country}: of {known} known scores, {rose} rose and {fell} fell",
            len(known),
            **places,
        )
    if rose:
        return say_count(
            "{country}: of {known} known score, {rose} rose",
            "{country}: of {known} known scores, {rose} rose",
            len(known),
            **places,
        )
    if fell:
        return say_count(
            "{country}: of {known} known score, {fell} fell",
            "{country}: of {known} known scores, {fell} fell",
            len(known),
            **places,
        )
    return say_count(
        "{country}: of {known} known score, none has changed",
        "{country}: of {known} known scores, none has changed",
        len(known),
        **places,
    )


def _told(points: Sequence[tuple[date, Score]]) -> str:
    return ", ".join(f"{day.year} {_figure(score)}" for day, score in points)


def _figure(score: Score) -> str:
    return f"{score.figure} ({score.span})" if score.missing and score.share is not None else score.figure
