"""Questions to plan for: many, different, and the same in every run."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta

from comity.atlas.rules.measure import DataType, Measure, Stage
from comity.kernel.country import CountryCode
from comity.routes.rules.question import Question

SEED = 185


def on_one_day(countries: Sequence[CountryCode], how_many: int, day: date) -> list[Question]:
    """Questions of every sort between every two countries, all on `day`."""
    draw = random.Random(SEED)  # noqa: S311 - a repeatable draw, nothing secret
    return [_question(countries, day, draw) for _ in range(how_many)]


def on_many_days(countries: Sequence[CountryCode], how_many: int, first: date) -> list[Question]:
    """The same sort of questions, each on a day of its own, from `first` on."""
    draw = random.Random(SEED)  # noqa: S311 - a repeatable draw, nothing secret
    return [_question(countries, first + timedelta(days=n), draw) for n in range(how_many)]


def _question(countries: Sequence[CountryCode], day: date, draw: random.Random) -> Question:
    requester, requested = draw.sample(countries, 2)
    return Question(
        requester,
        requested,
        draw.choice(list(Measure)),
        day,
        draw.choice((None, None, *DataType)),
        draw.random() < 0.5,
        draw.choice(list(Stage)),
    )
