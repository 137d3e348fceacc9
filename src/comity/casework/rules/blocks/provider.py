"""The service provider: as the one who is written to, or as the one who holds the data."""

from __future__ import annotations

from comity.casework.rules.fields import OPTIONAL, RECOMMENDED, REQUIRED, FieldSpec, Requirement, Shape


def written_to(article: str, address: Requirement = RECOMMENDED) -> tuple[FieldSpec, ...]:
    """The provider that the letter goes to, with its country."""
    return (
        FieldSpec(
            name="requested_country",
            label="Country of the provider",
            help="Where the provider is established and will be served.",
            article=article,
            shape=Shape.COUNTRY,
            requirement=REQUIRED,
            missing="The country of the provider is missing. Choose where the provider is established.",
        ),
        *holder(article, address),
        FieldSpec(
            name="provider_channel",
            label="Portal or mailbox for such requests",
            help="As the provider publishes it. Check it today: forged addresses are common.",
            article="Practice",
            shape=Shape.TEXT,
            requirement=RECOMMENDED,
        ),
    )


def holder(article: str, address: Requirement = OPTIONAL) -> tuple[FieldSpec, ...]:
    """Name, address and service of the provider that has the data."""
    return (
        FieldSpec(
            name="service_provider",
            label="Service provider",
            help="The legal name of the entity that holds the data, not only its brand.",
            article=article,
            shape=Shape.TEXT,
            requirement=REQUIRED,
            missing="There is no provider, and without one nobody can act. Name the entity that holds the data.",
        ),
        FieldSpec(
            name="provider_address",
            label="Address of the provider",
            help="Street, town, postal code, country.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=600,
            requirement=address,
            missing="The address of the provider is missing. Give the address at which it is served.",
        ),
        FieldSpec(
            name="provider_service",
            label="Service",
            help="The product by the name its users know, for example “mail” or “cloud storage”.",
            article="Practice",
            shape=Shape.TEXT,
        ),
    )
