"""Commitments and payments that count, as plain rows: books of hundreds need no more of them. Changes nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import QuerySet

from comity.programme.models import BudgetLine, Commitment, Payment


class CommitmentRow(NamedTuple):
    """As the model says."""

    pk: int
    line_id: int
    reference: str
    says: str
    amount: Decimal
    currency: str
    day: date


class PaymentRow(NamedTuple):
    """As the model says."""

    pk: int
    commitment_id: int
    reference: str
    amount: Decimal
    currency: str
    day: date


def payment_rows(lines: QuerySet[BudgetLine], day: date) -> list[PaymentRow]:
    """Made by the day and not reversed, the oldest first."""
    made = Payment.objects.filter(commitment__line__in=lines, day__lte=day, reversed_at=None)
    return [PaymentRow._make(row) for row in made.order_by("day", "id").values_list(*PaymentRow._fields)]


def commitment_rows(lines: QuerySet[BudgetLine], day: date, payments: list[PaymentRow]) -> list[CommitmentRow]:
    """Made by the day, or with one of the `payments`, and not reversed; line by line, the oldest first."""
    standing = Commitment.objects.filter(line__in=lines, reversed_at=None)
    paid_on = {row.commitment_id for row in payments}
    rows = map(CommitmentRow._make, standing.values_list(*CommitmentRow._fields))
    return [row for row in rows if row.day <= day or row.pk in paid_on]
