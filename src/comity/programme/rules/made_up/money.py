"""A made-up project's budget: lines, what was committed on them, and what was paid, some in another currency."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from random import Random

from comity.programme.rules.made_up.framework import MadeUpProject
from comity.programme.rules.made_up.numbers import Rows
from comity.programme.rules.made_up.plan import Plan

_LINES, _LARGE_LINES, _COMMITMENTS, _PAYMENTS = 20, 60, 3, 2
_FOREIGN = 0.1
_RATE_DAYS = 2400


def rates(plan: Plan, rows: Rows) -> None:
    """A rate a day, for as long as projects run."""
    for back in range(_RATE_DAYS):
        rows.put(
            "rate",
            currency="XTS",
            quote="EUR",
            day=plan.today - timedelta(days=back),
            rate=Decimal("0.9") + Decimal(back % 50) / 1000,
            source="Made up",
            version=1,
            changed_at=plan.now,
            changed_by_id=plan.officer,
        )


def money(random: Random, plan: Plan, project: MadeUpProject, rows: Rows) -> None:
    """The first project has three times as many lines as others."""
    for number in range(_LARGE_LINES if project.number == 1 else _LINES):
        line = rows.put(
            "line",
            project_id=project.row,
            result_id=random.choice(project.results),
            activity_id=None,
            heading=f"Line {number + 1}: experts and travel",
            amount=Decimal(random.randrange(5000, 50000)),
            currency="EUR",
            day=project.starts,
            source="Made up",
            version=1,
            created_at=plan.now,
            changed_at=plan.now,
            changed_by_id=plan.officer,
        )
        for one in range(_COMMITMENTS):
            day = project.starts + timedelta(days=random.randrange(600))
            entry = {"currency": "EUR", "created_at": plan.now, "created_by_id": plan.officer, **_STANDS}
            amount = Decimal(random.randrange(500, 5000))
            made = rows.put(
                "commitment",
                line_id=line,
                reference=f"C{one + 1}",
                says="Contract with an expert (made up)",
                amount=amount,
                day=day,
                **entry,
            )
            for two in range(_PAYMENTS):
                foreign = random.random() < _FOREIGN
                rows.put(
                    "payment",
                    commitment_id=made,
                    reference=f"P{two + 1}",
                    amount=amount / 4,
                    day=day + timedelta(days=30 * (two + 1)),
                    **entry | {"currency": "XTS" if foreign else "EUR"},
                )


_STANDS = {"reversed_at": None, "reversed_by_id": None, "reversal": "", "corrects_id": None}
