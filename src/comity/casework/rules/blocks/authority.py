"""The authorities of a request: who asks, who is asked, who investigates, who prosecutes or judges."""

from __future__ import annotations

from comity.casework.rules.blocks.reach import reach
from comity.casework.rules.fields import OPTIONAL, RECOMMENDED, REQUIRED, FieldSpec, Shape, optional_when, required_when


def requested_authority(article: str) -> tuple[FieldSpec, ...]:
    """Who is asked."""
    return (
        FieldSpec(
            name="requested_country",
            label="Requested country",
            help="Where the data, or whoever holds them, are believed to be.",
            article=article,
            shape=Shape.COUNTRY,
            requirement=REQUIRED,
            missing="The requested country is missing. Choose the country whose authority shall act.",
        ),
        FieldSpec(
            name="requested_authority",
            label="Requested authority",
            help="The authority that receives the request, by its full name; for Article 29 usually the 24/7 contact.",
            article=article,
            shape=Shape.TEXT,
            requirement=REQUIRED,
            missing="The requested authority is missing. Name the authority that the route leads to.",
        ),
    )


def requesting_authority(article: str, template: str) -> tuple[FieldSpec, ...]:
    """Who asks, with everything needed to answer. `article` demands the authority, `template` the rest."""
    return (
        FieldSpec(
            name="requesting_country",
            label="Requesting country",
            help="The Party on whose behalf this is written.",
            article=article,
            shape=Shape.COUNTRY,
            requirement=REQUIRED,
            missing="The requesting country is missing. Choose your own country.",
        ),
        FieldSpec(
            name="requesting_organisation",
            label="Organisation",
            help="The authority that writes, by its full name.",
            article=article,
            shape=Shape.TEXT,
            requirement=REQUIRED,
            missing="The authority that asks is missing. Give your organisation's full name.",
        ),
        FieldSpec(
            name="requesting_person",
            label="Person in charge of the request",
            help="Name or post of whoever answers questions about it, for example “Duty officer”.",
            article=template,
            shape=Shape.TEXT,
            requirement=REQUIRED,
            missing="Nobody is in charge of this yet. Give a name, or a post such as “Duty officer”.",
        ),
        *reach("requesting", template, required=("email",), recommended=("address", "telephone")),
        FieldSpec(
            name="requesting_hours",
            label="Office hours",
            help="For example “24/7” or “Monday to Friday, 09:00 to 18:00”.",
            article=template,
            shape=Shape.TEXT,
            requirement=RECOMMENDED,
        ),
        FieldSpec(
            name="requesting_zone",
            label="Time zone",
            help="The zone in which the office hours are meant.",
            article=template,
            shape=Shape.ZONE,
            requirement=REQUIRED,
            missing="The time zone of your office is missing. Without it nobody abroad knows when to call: choose it.",
        ),
        FieldSpec(
            name="response_expedited",
            label="Response by e-mail or other expedited means preferred",
            help="Tick it unless an answer on paper is needed.",
            article=template,
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            name="response_means",
            label="Response preferred by means of",
            help="Another channel, if you prefer one; name it.",
            article=template,
            shape=Shape.TEXT,
        ),
    )


def confirmation_contact(template: str) -> tuple[FieldSpec, ...]:
    """Whom to ask should the requested authority need confirmation."""
    words = (
        ("name", "Name", "A person, or the post that answers."),
        ("title", "Job title", "As it stands on the person's card."),
        ("function", "Function", "What the person does in this case."),
    )
    return (
        *(
            FieldSpec(
                name=f"confirmation_{key}",
                label=label,
                help=help_,
                article=template,
                shape=Shape.TEXT,
                requirement=RECOMMENDED if key == "name" else OPTIONAL,
            )
            for key, label, help_ in words
        ),
        *reach("confirmation", template, ("telephone", "cell", "email"), recommended=("telephone",)),
    )


def investigative_authority(template: str) -> tuple[FieldSpec, ...]:
    """Who is in charge of the case, if that is not the requesting authority."""
    differs = "investigating_differs"
    return (
        FieldSpec(
            name=differs,
            label="Another authority is in charge of the case",
            help="Tick it where the case is not investigated by the requesting authority itself.",
            article=template,
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            name="investigating_organisation",
            label="Organisation in charge of the case",
            help="The investigative or operational authority, by its full name.",
            article=template,
            shape=Shape.TEXT,
            requirement=required_when(differs, True),
            missing="You ticked that another authority is in charge of the case, but it has no name. Name it.",
        ),
        FieldSpec(
            name="investigating_person",
            label="Person in charge of the case",
            help="Name or post.",
            article=template,
            shape=Shape.TEXT,
            requirement=optional_when(differs, True),
        ),
        *reach("investigating", template, otherwise=optional_when(differs, True)),
    )


def judicial_authority(template: str) -> tuple[FieldSpec, ...]:
    """Prosecution office or court in charge, with their case numbers."""
    return tuple(
        FieldSpec(name=name, label=label, help=help_, article=template, shape=Shape.TEXT)
        for name, label, help_ in (
            ("prosecution_office", "Prosecution office in charge", "If there is one already."),
            ("prosecution_case", "Case number of the prosecution office", "As that office writes it."),
            ("court", "Court in charge", "If a court has the case."),
            ("court_case", "Case number of the court", "As the court writes it."),
        )
    )
