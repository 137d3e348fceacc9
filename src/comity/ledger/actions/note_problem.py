"""Keeping what went wrong with a delivery where a page can show it, and removing it once the delivery succeeds."""

from __future__ import annotations

from django.db.models import F

from comity.kernel import clock
from comity.ledger.models.delivery_problem import LONGEST_SENTENCE, DeliveryProblem


def note_problem(sequence: int, subscriber: str, problem: Exception) -> None:
    """Remember `problem` as the last one of this delivery, and count the attempt."""
    DeliveryProblem.objects.update_or_create(
        entry_id=sequence,
        subscriber=subscriber,
        defaults={"attempts": F("attempts") + 1, "sentence": _sentence(problem), "at": clock.now()},
        create_defaults={"attempts": 1, "sentence": _sentence(problem), "at": clock.now()},
    )


def clear_problem(sequence: int, subscriber: str) -> None:
    """Forget the problem of this delivery, if it had one: it has succeeded."""
    DeliveryProblem.objects.filter(entry_id=sequence, subscriber=subscriber).delete()


def _sentence(problem: Exception) -> str:
    """The problem's own words on one line; its kind where it has no words."""
    words = " ".join(str(problem).replace("\x00", "").split())
    return (words or type(problem).__name__)[:LONGEST_SENTENCE]
