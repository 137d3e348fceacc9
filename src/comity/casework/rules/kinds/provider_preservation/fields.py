"""Fields that only a preservation request to a provider has."""

from __future__ import annotations

from comity.casework.rules.fields import RECOMMENDED, REQUIRED, Choice, FieldSpec, Shape


def preservation(article: str) -> tuple[FieldSpec, ...]:
    """For how long, and what will follow. Providers commonly keep data for 90 days, renewable."""
    return (
        FieldSpec(
            name="preservation_days",
            label="Preservation asked for, in days",
            help="Many providers keep data for 90 days and prolong once or more: see the provider's page.",
            article=article,
            shape=Shape.NUMBER,
            minimum=1,
            maximum=3650,
            requirement=REQUIRED,
            missing="The period of preservation is missing. Give the days, for example 90.",
        ),
        FieldSpec(
            name="process_intended",
            label="What will follow",
            help="By which instrument you will ask for the data.",
            article=article,
            shape=Shape.CHOICE,
            choices=(
                Choice("assistance", "Request for mutual assistance"),
                Choice("order", "Order to the provider"),
                Choice("disclosure", "Request for voluntary disclosure"),
            ),
            requirement=RECOMMENDED,
        ),
    )
