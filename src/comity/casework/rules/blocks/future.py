"""Data that do not exist yet: over which days they shall be collected, and how they shall arrive."""

from __future__ import annotations

from comity.casework.rules.fields import RECOMMENDED, REQUIRED, FieldSpec, Shape


def collection_period(article: str) -> tuple[FieldSpec, ...]:
    """The days of collection, from today on."""
    return (
        FieldSpec(
            name="collection_period",
            label="Period of collection",
            help="First and last day, from today on. What lies in the past is stored: ask for it under Article 31.",
            article=article,
            shape=Shape.PERIOD,
            not_before_today=True,
            requirement=REQUIRED,
            missing="The period of collection is missing. Give the first and the last day.",
        ),
    )


def delivery(article: str) -> tuple[FieldSpec, ...]:
    """How what is collected shall arrive."""
    return (
        FieldSpec(
            name="delivery",
            label="Delivery",
            help="At once, daily or at the end; by which channel and in which format.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=2000,
            requirement=RECOMMENDED,
        ),
    )


def subsidiarity(article: str) -> tuple[FieldSpec, ...]:
    """Why nothing milder would do."""
    return (
        FieldSpec(
            name="subsidiarity",
            label="Why nothing milder would do",
            help="What else was tried or considered, and why it is not enough.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=4000,
            requirement=REQUIRED,
            missing="Nothing says why a milder measure would not do. Say what else was tried or considered.",
        ),
    )
