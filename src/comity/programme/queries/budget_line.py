"""One line of a budget: what it is for, its commitments and their payments, the reversed ones among them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from comity.casework.rules.refusal import NotFound
from comity.programme.models import BudgetLine, Commitment, Payment
from comity.programme.queries.books import commitment_entry, line_entry, payment_entry, rates_between
from comity.programme.rules.budget.account import CommitmentFigures, Figures, account
from comity.programme.rules.budget.rates import Converted


@dataclass(frozen=True, slots=True)
class EntryView:
    """A commitment or a payment as recorded; `reversal` says why it no longer counts, `worth` what it is in the
    project's currency, `corrects` whether it stands instead of another."""

    number: int
    reference: str
    says: str
    day: date
    amount: Decimal
    currency: str
    worth: Converted | None
    counts: bool
    reversal: str
    corrects: bool


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """`figures` is None for one that was reversed."""

    entry: EntryView
    figures: CommitmentFigures | None
    payments: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class LineSheet:
    """`currency` is the line's own, `project_currency` that of the figures."""

    project: str
    number: int
    heading: str
    result: str
    result_says: str
    activity: str
    activity_title: str
    activity_project: str
    amount: Decimal
    currency: str
    day: date
    source: str
    version: int
    project_currency: str
    worth: Converted | None
    figures: Figures
    commitments: tuple[CommitmentView, ...]

    @property
    def foreign(self) -> bool:
        return self.currency != self.project_currency


def line_sheet(code: str, number: int, day: date) -> LineSheet:
    """As of the day. Four queries. Raises NotFound."""
    line = (
        BudgetLine.objects.filter(project__code=code, pk=number)
        .select_related("project", "result", "activity__project")
        .first()
    )
    if line is None:
        raise NotFound("budget line")
    commitments = list(Commitment.objects.filter(line=line))
    payments = list(Payment.objects.filter(commitment__line=line).order_by("day", "id"))
    currency = line.project.currency
    rates = rates_between({currency, line.currency, *(row.currency for row in [*commitments, *payments])}, day)
    paid = [row for row in payments if _counts(row, day)]
    advanced = {row.commitment_id for row in paid}
    found = account(
        [line_entry(line)],
        [commitment_entry(row) for row in commitments if _counts(row, day) or row.pk in advanced],
        [payment_entry(row) for row in paid],
        rates,
        currency,
        day,
    )

    def view(row: Commitment | Payment, says: str = "") -> EntryView:
        return EntryView(
            number=row.pk,
            reference=row.reference,
            says=says,
            day=row.day,
            amount=row.amount,
            currency=row.currency,
            worth=rates.converted(row.amount, row.currency, currency, row.day),
            counts=row.reversed_at is None,
            reversal=row.reversal,
            corrects=row.corrects_id is not None,
        )

    return LineSheet(
        project=code,
        number=line.pk,
        heading=line.heading,
        result=line.result.number if line.result else "",
        result_says=line.result.says if line.result else "",
        activity=line.activity.code if line.activity else "",
        activity_title=line.activity.title if line.activity else "",
        activity_project=line.activity.project.code if line.activity else "",
        amount=line.amount,
        currency=line.currency,
        day=line.day,
        source=line.source,
        version=line.version,
        project_currency=currency,
        worth=rates.converted(line.amount, line.currency, currency, line.day),
        figures=found.lines[line.pk],
        commitments=tuple(
            CommitmentView(
                view(row, row.says),
                found.commitments.get(row.pk),
                tuple(view(each) for each in payments if each.commitment_id == row.pk),
            )
            for row in commitments
        ),
    )


def _counts(row: Commitment | Payment, day: date) -> bool:
    return row.reversed_at is None and row.day <= day
