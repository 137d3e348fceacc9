"""Which data the request is about, and what they have to do with the offence."""

from __future__ import annotations

from comity.casework.rules.fields import OPTIONAL, REQUIRED, Choice, FieldSpec, Requirement, Shape

SUBSCRIBER = "subscriber"
TRAFFIC = "traffic"
CONTENT = "content"

DATA = (
    Choice(SUBSCRIBER, "Subscriber information"),
    Choice(TRAFFIC, "Traffic data"),
    Choice(CONTENT, "Content data"),
)


def data(article: str, verb: str, among: tuple[Choice, ...] = DATA, related: str = "") -> tuple[FieldSpec, ...]:
    """Kinds, description, relation to the offence; `related` is what asks for the last, where it is another article."""
    return (*data_kinds(article, verb, among), *description(article), *relation(related or article, verb))


def data_kinds(article: str, verb: str, among: tuple[Choice, ...] = DATA) -> tuple[FieldSpec, ...]:
    """`verb` is what shall be done with them, “preserved” or “disclosed”; `among` the kinds that may be ticked."""
    return (
        FieldSpec(
            name="data",
            label=f"Data to be {verb}",
            help="Subscriber: who is behind it. Traffic: who spoke to whom, when. Content: what was said or stored.",
            article=article,
            shape=Shape.CHOICES,
            choices=among,
            requirement=REQUIRED,
            missing=f"Nothing says which data shall be {verb}. Tick at least one kind.",
        ),
    )


def description(article: str, requirement: Requirement = OPTIONAL) -> tuple[FieldSpec, ...]:
    """The data in words."""
    return (
        FieldSpec(
            name="data_description",
            label="Description of the data",
            help="As exact as you can, for example “log-in records with source addresses and ports”.",
            article=article,
            shape=Shape.LONG_TEXT,
            requirement=requirement,
            missing="The data are not described. Say in words which data shall be given, as exactly as you can.",
        ),
    )


def relation(article: str, verb: str) -> tuple[FieldSpec, ...]:
    """What the data have to do with the offence."""
    return (
        FieldSpec(
            name="relation",
            label="Relation of the data to the offence",
            help="Why these data tell something about this offence.",
            article=article,
            shape=Shape.LONG_TEXT,
            requirement=REQUIRED,
            missing=f"What the data have to do with the offence is missing. Say why they shall be {verb}.",
        ),
    )
