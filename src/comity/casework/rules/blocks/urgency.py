"""Why the data are needed, and why now."""

from __future__ import annotations

from comity.casework.rules.fields import REQUIRED, Choice, FieldSpec, Shape, required_when

ROUTINE = "routine"
URGENT = "urgent"


def necessity(article: str, verb: str) -> tuple[FieldSpec, ...]:
    """`verb` names what is necessary, “preservation” or “disclosure”."""
    return (
        FieldSpec(
            name="necessity",
            label=f"Necessity of the {verb}",
            help="Why the investigation needs it, and what would be lost without it.",
            article=article,
            shape=Shape.LONG_TEXT,
            requirement=REQUIRED,
            missing=f"The necessity of the {verb} is missing. Say why the investigation needs it.",
        ),
    )


def urgency(template: str) -> tuple[FieldSpec, ...]:
    """How fast, with a reason for hurry."""
    return (
        FieldSpec(
            name="urgency",
            label="Urgency",
            help="Urgent requests are dealt with at any hour: say so only where hours matter.",
            article=template,
            shape=Shape.CHOICE,
            choices=(Choice(ROUTINE, "As soon as possible"), Choice(URGENT, "Urgent: hours matter")),
            requirement=REQUIRED,
            missing="Nothing says how urgent this is. Choose one of the two.",
        ),
        FieldSpec(
            name="urgency_reason",
            label="Reason for the urgency",
            help="For example “the provider keeps these logs for seven days; five have passed”.",
            article=template,
            shape=Shape.LONG_TEXT,
            max_length=2000,
            requirement=required_when("urgency", URGENT),
            missing="The request is marked urgent without a reason. Say what is lost, and when.",
        ),
    )
