"""Fields that only a refusal or postponement has."""

from __future__ import annotations

from comity.casework.rules.fields import REQUIRED, Choice, FieldSpec, Shape, optional_when

REFUSED = "refused"
POSTPONED = "postponed"


def decided(article: str) -> tuple[FieldSpec, ...]:
    """Which of the two."""
    return (
        FieldSpec(
            name="decided",
            label="Decision",
            help="A postponed request stays open.",
            article=article,
            shape=Shape.CHOICE,
            choices=(Choice(REFUSED, "Refused"), Choice(POSTPONED, "Postponed")),
            requirement=REQUIRED,
            missing="Nothing says what was decided. Choose one of the two.",
        ),
        FieldSpec(
            name="postponed_until",
            label="Postponed until",
            help="If it can be said.",
            article="Article 27(5)",
            shape=Shape.DATE,
            not_before_today=True,
            requirement=optional_when("decided", POSTPONED),
        ),
    )


def consulted(article: str) -> tuple[FieldSpec, ...]:
    """What Article 27(6) wants before a refusal or postponement."""
    return (
        FieldSpec(
            name="consulted",
            label="The requesting Party was consulted, where appropriate",
            help="Before refusing or postponing.",
            article=article,
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            name="partial_considered",
            label="Granting it in part, or under conditions, was considered",
            help="Before refusing or postponing.",
            article=article,
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            name="way_forward",
            label="What would make it possible",
            help="For example “a request limited to subscriber information”.",
            article="Practice",
            shape=Shape.LONG_TEXT,
            max_length=2000,
        ),
    )
