"""Fields that only a withdrawal has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.fields import REQUIRED, Choice, FieldSpec, Shape
from comity.casework.rules.gap import Gap
from comity.kernel.words import say


def withdrawn(article: str) -> tuple[FieldSpec, ...]:
    """Why, and what becomes of what was kept or gathered."""
    return (
        FieldSpec(
            name="withdrawal_reason",
            label="Reason",
            help="In a few words; no more than the other side needs.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=2000,
            requirement=REQUIRED,
            missing="The reason for the withdrawal is missing. Write a few words.",
        ),
        FieldSpec(
            name="preserved_data",
            label="Data preserved on this request",
            help="What is released is lost. Another request may still need it.",
            article=article,
            shape=Shape.CHOICE,
            choices=(
                Choice("release", "Need no longer be preserved"),
                Choice("keep", "Remain preserved: another request relies on them"),
                Choice("none", "None were asked for"),
            ),
            requirement=REQUIRED,
            missing="Nothing says what becomes of preserved data. Choose one of the three.",
        ),
        FieldSpec(
            name="data_gathered",
            label="Data already gathered need not be sent",
            help="Leave it unticked to receive what there is by now.",
            article=article,
            shape=Shape.YES_NO,
        ),
    )


def says_what_becomes_of_it(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """Whoever withdraws a preservation says whether the data may go: that they were never asked for is not true."""
    if content.get("preserved_data") == "none" and "preserv" in str(content.get("previous_kind", "")).casefold():
        yield Gap(
            "preserved_data",
            "Data preserved on this request",
            say(
                "The request asked for preservation, so data may be kept on it. Say whether they remain "
                "preserved or not."
            ),
            "Practice",
        )
