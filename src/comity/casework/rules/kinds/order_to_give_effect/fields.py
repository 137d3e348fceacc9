"""Supporting information that only an order to be given effect has."""

from __future__ import annotations

from comity.casework.rules.fields import REQUIRED, FieldSpec, Shape, required_when


def possession(article: str) -> tuple[FieldSpec, ...]:
    """Why the provider is believed to have the data."""
    return (
        FieldSpec(
            name="possession_reason",
            label="Why the provider is believed to hold the data",
            help="For example “the address is registered to it, and it offers the service in your country”.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=2000,
            requirement=REQUIRED,
            missing="Nothing says why the provider is believed to hold the data. Give the reason.",
        ),
    )


def other_means(article: str) -> tuple[FieldSpec, ...]:
    """Whether the data were sought otherwise, and how."""
    return (
        FieldSpec(
            name="sought_otherwise",
            label="The data were already sought by other means",
            help="For example by an order to the provider under Article 7 that it did not follow.",
            article=article,
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            name="sought_how",
            label="By which means, and with which outcome",
            help="Dates and numbers, so that it can be followed up.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=2000,
            requirement=required_when("sought_otherwise", True),
            missing="You ticked that the data were sought already. Say by which means, and what came of it.",
        ),
    )
