"""What happened, in a few sentences that a reader abroad understands."""

from __future__ import annotations

from comity.casework.rules.fields import REQUIRED, FieldSpec, Requirement, Shape

NARRATIVE = 120_000
"""Characters of facts that a court abroad reads in full: forty printed pages."""


def facts(article: str, requirement: Requirement = REQUIRED, *, longest: int = 0) -> tuple[FieldSpec, ...]:
    """The brief summary of the facts; `longest` in characters where it may be a narrative."""
    return (
        FieldSpec(
            name="summary",
            label="Brief summary of the facts",
            help="Who did what to whom, when and how; short, since it travels. No more names than needed.",
            article=article,
            shape=Shape.LONG_TEXT,
            requirement=requirement,
            max_length=longest,
            missing="The summary of the facts is missing. Tell in a few sentences what happened.",
        ),
    )
