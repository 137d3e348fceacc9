"""Fields that only an extension has."""

from __future__ import annotations

from comity.casework.rules.fields import RECOMMENDED, FieldSpec, Shape


def preserved_until(article: str) -> tuple[FieldSpec, ...]:
    """When the present preservation ends, as far as the other side said."""
    return (
        FieldSpec(
            name="preserved_until",
            label="Preserved until, as known now",
            help="The day the other side named. If it named none, leave this empty.",
            article=article,
            shape=Shape.DATE,
            requirement=RECOMMENDED,
        ),
    )
