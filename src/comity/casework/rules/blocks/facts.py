"""What happened, in a few sentences that a reader abroad understands."""

from __future__ import annotations

from comity.casework.rules.fields import REQUIRED, FieldSpec, Requirement, Shape


def facts(article: str, requirement: Requirement = REQUIRED) -> tuple[FieldSpec, ...]:
    """The brief summary of the facts."""
    return (
        FieldSpec(
            name="summary",
            label="Brief summary of the facts",
            help="Who did what to whom, when and how; short, since it travels. No more names than needed.",
            article=article,
            shape=Shape.LONG_TEXT,
            requirement=requirement,
            missing="The summary of the facts is missing. Tell in a few sentences what happened.",
        ),
    )
