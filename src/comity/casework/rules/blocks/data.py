"""Which data the request is about, and what they have to do with the offence."""

from __future__ import annotations

from comity.casework.rules.fields import REQUIRED, Choice, FieldSpec, Shape

SUBSCRIBER = "subscriber"
TRAFFIC = "traffic"
CONTENT = "content"

DATA = (
    Choice(SUBSCRIBER, "Subscriber information"),
    Choice(TRAFFIC, "Traffic data"),
    Choice(CONTENT, "Content data"),
)


def data(article: str, verb: str) -> tuple[FieldSpec, ...]:
    """`verb` is what shall be done with them, “preserved” or “disclosed”."""
    return (
        FieldSpec(
            name="data",
            label=f"Data to be {verb}",
            help="Subscriber: who is behind it. Traffic: who spoke to whom, when. Content: what was said or stored.",
            article=article,
            shape=Shape.CHOICES,
            choices=DATA,
            requirement=REQUIRED,
            missing=f"Nothing says which data shall be {verb}. Tick at least one kind.",
        ),
        FieldSpec(
            name="data_description",
            label="Description of the data",
            help="As exact as you can, for example “log-in records with source addresses and ports”.",
            article=article,
            shape=Shape.LONG_TEXT,
        ),
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
