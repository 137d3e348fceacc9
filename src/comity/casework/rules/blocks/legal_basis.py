"""On which law of its own the asking side acts, and who decided."""

from __future__ import annotations

from comity.casework.rules.fields import (
    OPTIONAL,
    RECOMMENDED,
    REQUIRED,
    Choice,
    FieldSpec,
    Requirement,
    Shape,
    optional_when,
)

ISSUERS = (
    Choice("court", "Judge or court"),
    Choice("prosecutor", "Prosecutor"),
    Choice("independent", "Other authority, under independent supervision"),
    Choice("other", "Other competent authority"),
)
"""Whom the declarations under Article 7(2)(b) of the Second Additional Protocol tell apart."""


def legal_basis(article: str, requirement: Requirement = RECOMMENDED) -> tuple[FieldSpec, ...]:
    """The domestic provisions that empower the authority."""
    return (
        FieldSpec(
            name="legal_basis",
            label="Domestic legal basis",
            help="The provisions of your procedural law that allow this measure, with their wording or its gist.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=4000,
            requirement=requirement,
            missing="The domestic legal basis is missing. Give the provisions of your law that allow this measure.",
        ),
    )


def decision(article: str, requirement: Requirement = OPTIONAL) -> tuple[FieldSpec, ...]:
    """The decision of a court or prosecutor, if there is one."""
    return (
        FieldSpec(
            name="decision",
            label="Decision of a court or prosecutor",
            help="Who decided, its number and date; what it allows, and until when.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=2000,
            requirement=requirement,
            missing="The decision that allows this measure is missing. Say who decided, when, and what is allowed.",
        ),
    )


def issued_by(article: str) -> tuple[FieldSpec, ...]:
    """Which kind of authority issued an order: some Parties accept only some of them."""
    return (
        FieldSpec(
            name="issued_by",
            label="Issued by, or under the supervision of",
            help="Some Parties serve only orders of a judge, a prosecutor, or under independent supervision.",
            article=article,
            shape=Shape.CHOICE,
            choices=ISSUERS,
            only_chosen=True,
            requirement=REQUIRED,
            missing="Nothing says who issued the order. Choose the kind of authority.",
        ),
    )


def seeking_authority(article: str) -> tuple[FieldSpec, ...]:
    """Who seeks the data, if that is not the issuing authority."""
    return (
        FieldSpec(
            name="seeking_differs",
            label="Another authority seeks the data",
            help="Tick it where the data are for somebody else than the issuing authority.",
            article=article,
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            name="seeking_authority",
            label="Authority seeking the data",
            help="Its full name, and how to reach it.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=600,
            requirement=Requirement(REQUIRED.need, "seeking_differs", (True,)),
            missing="You ticked that another authority seeks the data, but it has no name. Name it.",
        ),
    )


def notified(article: str) -> tuple[FieldSpec, ...]:
    """That the provider's Party was notified at the same time, where it asks for that."""
    return (
        FieldSpec(
            name="notified",
            label="The provider's Party is notified at the same time",
            help="Where that Party declared that it wants to be (the country's page lists declarations).",
            article=article,
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            name="notified_authority",
            label="Notified authority",
            help="Its name, and when it was notified.",
            article=article,
            shape=Shape.TEXT,
            requirement=optional_when("notified", True),
        ),
    )
