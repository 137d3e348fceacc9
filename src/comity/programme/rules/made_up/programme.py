"""The made-up programme: project after project, each with all that belongs to it. One seed, one programme."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from comity.programme.rules.made_up.activities import activities
from comity.programme.rules.made_up.framework import project
from comity.programme.rules.made_up.money import money, rates
from comity.programme.rules.made_up.numbers import Numbers, Row, Rows
from comity.programme.rules.made_up.office import decisions, papers, teams
from comity.programme.rules.made_up.people import people
from comity.programme.rules.made_up.plan import Plan


def programme(plan: Plan, seed: int, numbers: Numbers) -> Iterator[dict[str, list[Row]]]:
    """The rows of each project by table. What a project refers to comes with it or came before."""
    random = Random(seed)  # noqa: S311 (invents, protects nothing)
    for number in range(1, plan.projects + 1):
        rows = Rows(numbers)
        made = project(random, plan, number, rows)
        done = activities(random, plan, made, rows)
        teams(random, plan, made, rows)
        decisions(random, plan, done, rows)
        papers(random, plan, made, rows)
        money(random, plan, made, rows)
        people(random, plan, number, done, rows)
        if plan.first == number == 1:
            rates(plan, rows)
        yield rows.by_table
