"""Subscriber information as Article 18(3) of the Convention defines it, item by item."""

from __future__ import annotations

from comity.casework.rules.fields import REQUIRED, Choice, FieldSpec, Shape

ITEMS = (
    Choice("identity", "Identity of the subscriber (Article 18(3)(b))"),
    Choice("address", "Postal or geographic address (Article 18(3)(b))"),
    Choice("telephone", "Telephone and other access numbers (Article 18(3)(b))"),
    Choice("payment", "Billing and payment information (Article 18(3)(b))"),
    Choice("service", "Type of service and technical provisions (Article 18(3)(a))"),
    Choice("period", "Period of service (Article 18(3)(a))"),
    Choice("installation", "Site of installation of equipment (Article 18(3)(c))"),
)


def subscriber_items(article: str) -> tuple[FieldSpec, ...]:
    """Which items are asked for."""
    return (
        FieldSpec(
            name="subscriber_items",
            label="Subscriber information sought",
            help="Ask for what you need, not for everything there is.",
            article=article,
            shape=Shape.CHOICES,
            choices=ITEMS,
            requirement=REQUIRED,
            missing="Nothing says which subscriber information is sought. Tick at least one item.",
        ),
    )
