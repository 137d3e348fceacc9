"""The two sides of an answer: it goes back to whoever asked, from whoever was asked."""

from __future__ import annotations

from dataclasses import replace

from comity.casework.rules.blocks.authority import requesting_authority
from comity.casework.rules.blocks.head import sides
from comity.casework.rules.declaration import Section
from comity.casework.rules.fields import REQUIRED, FieldSpec, Shape


def answer_sides(article: str, *, sender: str = "Answering authority", to: str = "Addressee") -> tuple[Section, ...]:
    """Both sides by the names of fields that every kind uses: `requested_…` is written to, `requesting_…` writes."""
    return sides(
        addressee(article),
        without_answer(requesting_authority(article, article)),
        titles=(to, sender),
        helps=("To whom this goes.", "Who writes, and how to reach them."),
    )


def addressee(article: str) -> tuple[FieldSpec, ...]:
    """Authority or provider that this goes to."""
    return (
        FieldSpec(
            name="requested_country",
            label="Country",
            help="The country of whoever this goes to.",
            article=article,
            shape=Shape.COUNTRY,
            requirement=REQUIRED,
            missing="The country of the addressee is missing. Choose it.",
        ),
        FieldSpec(
            name="requested_authority",
            label="Authority or provider",
            help="The full name of whoever this goes to.",
            article=article,
            shape=Shape.TEXT,
            requirement=REQUIRED,
            missing="The addressee is missing. Name the authority or provider that this goes to.",
        ),
    )


def without_answer(fields: tuple[FieldSpec, ...]) -> tuple[FieldSpec, ...]:
    """A side without its wishes for the answer, where none is expected."""
    return tuple(_plain(spec) for spec in fields if not spec.name.startswith("response_"))


def _plain(spec: FieldSpec) -> FieldSpec:
    if spec.name != "requesting_country":
        return spec
    return replace(spec, label="Your country", missing="Your country is missing. Choose it.")
