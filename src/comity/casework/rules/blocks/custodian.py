"""Who holds the data, and where the system stands, as far as anybody knows."""

from __future__ import annotations

from comity.casework.rules.fields import REQUIRED, Choice, FieldSpec, Shape, optional_when, required_when

KNOWN = "known"
NOT_KNOWN = "not-known"


def custodian(article: str) -> tuple[FieldSpec, ...]:
    """Article 29(2)(d) asks for any *available* information: saying that none is available is an answer too."""
    return (
        FieldSpec(
            name="custodian_known",
            label="Custodian of the data or location of the system",
            help="Whatever is available; if nothing is, say so.",
            article=article,
            shape=Shape.CHOICE,
            choices=(Choice(KNOWN, "Known, at least in part"), Choice(NOT_KNOWN, "No information is available")),
            requirement=REQUIRED,
            missing="Nothing says who holds the data or where. Give what is available, or say that nothing is.",
        ),
        FieldSpec(
            name="service_provider",
            label="Service provider or other custodian",
            help="Its legal name if you know it, and the name of the service.",
            article=article,
            shape=Shape.TEXT,
            requirement=required_when("custodian_known", KNOWN),
            missing="You said that the custodian is known, but it has no name. Name the provider or other custodian.",
        ),
        FieldSpec(
            name="system_location",
            label="Location of the computer system",
            help="Town, data centre or network, as far as known.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=1000,
            requirement=optional_when("custodian_known", KNOWN),
        ),
    )
