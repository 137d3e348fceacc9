"""Fields that only a receipt has."""

from __future__ import annotations

from comity.casework.rules.blocks.missing import MISSING_ITEMS
from comity.casework.rules.fields import OPTIONAL, REQUIRED, Choice, FieldSpec, Shape, required_when

INCOMPLETE = "incomplete"


def received(article: str) -> tuple[FieldSpec, ...]:
    """When it arrived, and whether it can be acted on."""
    return (
        FieldSpec(
            name="received_on",
            label="Received on",
            help="The day it arrived, where you are.",
            article=article,
            shape=Shape.DATE,
            not_after_today=True,
            requirement=REQUIRED,
            missing="The day on which the request arrived is missing. Give it: periods run from it.",
        ),
        FieldSpec(
            name="received_at",
            label="At",
            help="Hour and time zone, for example “03:10, UTC+4”.",
            article=article,
            shape=Shape.TEXT,
            max_length=60,
        ),
        FieldSpec(
            name="completeness",
            label="Can it be acted on",
            help="Asking once for everything is quicker than asking twice.",
            article=article,
            shape=Shape.CHOICE,
            choices=(
                Choice("complete", "Yes, it is complete"),
                Choice(INCOMPLETE, "Not yet: the items below are missing"),
                Choice("examined", "It is being examined"),
            ),
            requirement=REQUIRED,
            missing="Nothing says whether the request can be acted on. Choose one of the three.",
        ),
        FieldSpec(
            name="missing_items",
            label="What is missing",
            help="Tick everything.",
            article=article,
            shape=Shape.CHOICES,
            choices=MISSING_ITEMS,
            only_chosen=True,
            requirement=required_when("completeness", INCOMPLETE),
            missing="You said that the request is incomplete, but not what is missing. Tick at least one item.",
        ),
        FieldSpec(
            name="missing_words",
            label="In words",
            help="What exactly, so that the other side can act at once.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=4000,
            requirement=OPTIONAL,
        ),
    )


def onward(article: str) -> tuple[FieldSpec, ...]:
    """What happens next: Article 27(9)(c) where it was forwarded."""
    return (
        FieldSpec(
            name="forwarded_to",
            label="Forwarded to",
            help="The competent authority, and how to reach it, where yours is not.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=600,
        ),
        FieldSpec(
            name="answer_expected",
            label="An answer can be expected by",
            help="Your best estimate.",
            article="Practice",
            shape=Shape.DATE,
            not_before_today=True,
        ),
    )
