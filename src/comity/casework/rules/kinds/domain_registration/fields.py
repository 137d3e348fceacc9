"""Fields that only a request for domain name registration data has."""

from __future__ import annotations

from comity.casework.rules.fields import REQUIRED, Choice, FieldSpec, Shape

ELEMENTS = (
    Choice("registrant", "Name of the registrant"),
    Choice("address", "Postal address"),
    Choice("email", "E-mail address"),
    Choice("telephone", "Telephone number"),
    Choice("contacts", "Administrative and technical contacts"),
    Choice("dates", "Dates of registration, change and expiry"),
    Choice("registrar", "Registrar and reseller"),
    Choice("history", "Earlier registrants"),
    Choice("other", "Other, as described below"),
)


def domain(article: str) -> tuple[FieldSpec, ...]:
    """The domain names, and the particular data elements: Article 6(3)(b) wants a detailed list."""
    return (
        FieldSpec(
            name="identifiers",
            label="Domain name",
            help="One a line, for example “shop.example”.",
            article=article,
            shape=Shape.IDENTIFIERS,
            requirement=REQUIRED,
            missing="The domain name is missing. Give the name whose registration is asked for.",
        ),
        FieldSpec(
            name="data_elements",
            label="Data elements sought",
            help="Tick what you need, not everything there is.",
            article=article,
            shape=Shape.CHOICES,
            choices=ELEMENTS,
            requirement=REQUIRED,
            missing="Nothing says which registration data are sought. Tick at least one element.",
        ),
    )
