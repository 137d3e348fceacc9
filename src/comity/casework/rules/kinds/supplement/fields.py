"""Fields that only a supplement has."""

from __future__ import annotations

from comity.casework.rules.blocks.missing import MISSING_ITEMS
from comity.casework.rules.fields import RECOMMENDED, REQUIRED, FieldSpec, Shape


def supplied(article: str) -> tuple[FieldSpec, ...]:
    """What was asked, and what is given."""
    return (
        FieldSpec(
            name="asked_on",
            label="Asked for on",
            help="The day of the other side's question, if it asked.",
            article=article,
            shape=Shape.DATE,
            not_after_today=True,
        ),
        FieldSpec(
            name="supplied_items",
            label="What is supplied",
            help="The same list by which requests are found incomplete.",
            article=article,
            shape=Shape.CHOICES,
            choices=MISSING_ITEMS,
            only_chosen=True,
            requirement=RECOMMENDED,
        ),
        FieldSpec(
            name="supplement",
            label="Supplementary information",
            help="The answers, in the order of the questions.",
            article=article,
            shape=Shape.LONG_TEXT,
            requirement=REQUIRED,
            missing="The supplementary information is missing. Write what is added or corrected.",
        ),
    )
