"""Fields that only a preservation request has."""

from __future__ import annotations

from comity.casework.rules.fields import RECOMMENDED, REQUIRED, FieldSpec, Shape

LEAST_DAYS = 60
"""Article 29(7): preservation is “for a period not less than sixty days”."""


def partial_disclosure(article: str) -> tuple[FieldSpec, ...]:
    """Article 30: if a provider elsewhere took part, enough traffic data to find it."""
    return (
        FieldSpec(
            name="partial_disclosure",
            label="Disclose enough traffic data to identify other providers and the path",
            help="Asks for expedited disclosure if a provider in another State took part in the transmission.",
            article=article,
            shape=Shape.YES_NO,
        ),
    )


def assistance(article: str, template: str) -> tuple[FieldSpec, ...]:
    """The statement that a request for mutual assistance will follow, and when."""
    return (
        FieldSpec(
            name="assistance_intended",
            label="The requesting Party intends to submit a request for mutual assistance",
            help="For search, seizure, securing or disclosure of the data (Article 31).",
            article=article,
            shape=Shape.YES_NO,
            requirement=REQUIRED,
            missing=(
                "The intention to request mutual assistance is not stated, and without it nothing can be preserved. "
                "Tick it; if no such request is intended, ask for voluntary preservation by the provider instead."
            ),
        ),
        FieldSpec(
            name="assistance_expected",
            label="Expected date of that request",
            help="Your best estimate; the requested authority plans with it.",
            article=template,
            shape=Shape.DATE,
            not_before_today=True,
            requirement=RECOMMENDED,
        ),
    )


def preservation_period(article: str) -> tuple[FieldSpec, ...]:
    """How long the data shall be kept."""
    return (
        FieldSpec(
            name="preservation_days",
            label="Preservation asked for, in days",
            help="60 days are the least. Domestic orders often reach 90 at most, renewable (Article 16(2)).",
            article=article,
            shape=Shape.NUMBER,
            minimum=LEAST_DAYS,
            maximum=3650,
            requirement=REQUIRED,
            missing="The period of preservation is missing. Give the days: 60 or more.",
        ),
    )
