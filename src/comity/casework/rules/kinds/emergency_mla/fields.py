"""Fields that only emergency mutual assistance has."""

from __future__ import annotations

from comity.casework.rules.fields import REQUIRED, Choice, FieldSpec, Shape


def assistance_needed(article: str) -> tuple[FieldSpec, ...]:
    """Any assistance, not data only."""
    return (
        FieldSpec(
            name="assistance_kinds",
            label="Assistance sought",
            help="Tick whatever is needed.",
            article=article,
            shape=Shape.CHOICES,
            choices=(
                Choice("content", "Stored content data"),
                Choice("traffic", "Stored traffic data"),
                Choice("subscriber", "Subscriber information"),
                Choice("search", "Search and seizure of a computer system"),
                Choice("location", "Locating a person or a device"),
                Choice("other", "Other assistance"),
            ),
            requirement=REQUIRED,
            missing="Nothing says which assistance is sought. Tick at least one.",
        ),
        FieldSpec(
            name="assistance_description",
            label="Description of the assistance",
            help="What shall be done, where and with whom, as exactly as you can.",
            article=article,
            shape=Shape.LONG_TEXT,
            requirement=REQUIRED,
            missing="The assistance is not described. Say what shall be done.",
        ),
    )
