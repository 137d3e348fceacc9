"""Keeping a budget line that a row of a table describes, by the action of the budget itself."""

from __future__ import annotations

from comity.people.models.user import User
from comity.programme.actions.add_budget_line import add_budget_line
from comity.programme.models import Project
from comity.programme.rules.budget.written import LineWords


def enter_budget_line(project: Project, row: LineWords, by: User) -> None:
    """Within the transaction of its import. Raises Refused with the column."""
    add_budget_line(project.code, row, by=by)
