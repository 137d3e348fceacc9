"""What one holds: identifiers, and the time that the data cover."""

from __future__ import annotations

from comity.casework.rules.fields import RECOMMENDED, REQUIRED, FieldSpec, Requirement, Shape


def identifiers(article: str, requirement: Requirement = REQUIRED) -> tuple[FieldSpec, ...]:
    """Identifiers, exact enough for a provider to act on; at least one where they are required."""
    return (
        FieldSpec(
            name="identifiers",
            label="Identifiers",
            help="One a line: address with port, time and zone; e-mail; account and provider; URL; telephone; …",
            article=article,
            shape=Shape.IDENTIFIERS,
            requirement=requirement,
            missing="There is no identifier, so nobody can find the data. Give at least one, as exact as you have it.",
        ),
    )


def period(article: str) -> tuple[FieldSpec, ...]:
    """The days whose data are meant."""
    return (
        FieldSpec(
            name="data_period",
            label="Period that the data cover",
            help="First and last day, in the time zone of your office. What is not asked for is not kept.",
            article=article,
            shape=Shape.PERIOD,
            requirement=RECOMMENDED,
        ),
    )
