"""Fields that only a request for interception has."""

from __future__ import annotations

from comity.casework.rules.fields import RECOMMENDED, REQUIRED, FieldSpec, Shape


def authorisation(article: str) -> tuple[FieldSpec, ...]:
    """How long the interception is allowed at home, and what is kept out of it."""
    return (
        FieldSpec(
            name="authorised_until",
            label="Authorised until",
            help="The last day that the decision covers.",
            article=article,
            shape=Shape.DATE,
            not_before_today=True,
            requirement=REQUIRED,
            missing="Nothing says until when the interception is authorised. Give the last day of the decision.",
        ),
        FieldSpec(
            name="third_parties",
            label="Protection of privileged communications and of third parties",
            help="For example “calls with counsel are not listened to and are deleted”.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=2000,
            requirement=RECOMMENDED,
        ),
    )
