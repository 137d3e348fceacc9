"""A project's commitments and payments as IATI reports them, each where its budget line stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from comity.programme.queries.budget import TransactionKind, transactions
from comity.programme.rules.iati.activity import Money, Transaction, TransactionType

_KINDS = {
    TransactionKind.COMMITMENT: TransactionType.OUTGOING_COMMITMENT,
    TransactionKind.PAYMENT: TransactionType.EXPENDITURE,
}


def money_of(project: str, day: date) -> Mapping[str, tuple[Transaction, ...]]:
    """By the code of the activity whose line it is; under the empty code what belongs to the project alone.

    Each is reported once, at the lowest level, as IATI asks; in its own currency, with the day it moved.
    """
    found: dict[str, list[Transaction]] = defaultdict(list)
    for one in transactions(day, project):
        value = Money(one.amount, one.currency, one.day)
        says = ": ".join(filter(None, (one.heading, one.says)))
        found[one.activity].append(Transaction(_KINDS[one.kind], one.day, value, says, one.reference))
    return {code: tuple(made) for code, made in found.items()}
