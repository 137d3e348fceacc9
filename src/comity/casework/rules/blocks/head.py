"""What every letter begins with: its date, its numbers, its two sides. Says nothing of what is asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from comity.casework.rules.declaration import Part, Section
from comity.casework.rules.fields import REQUIRED, FieldSpec, Shape

PRACTICE = "Practice"
"""What no article asks for, but whoever answers does."""


def numbered(*sections: Section) -> tuple[Section, ...]:
    """The sections with their numbers, from 1."""
    return tuple(replace(section, number=str(number)) for number, section in enumerate(sections, 1))


def head(article: str = PRACTICE, reference: str = "") -> tuple[Section, ...]:
    """Date and reference. `reference` is what asks for the second, where it is not `article`."""
    return (
        Section("", "Date", "The day on which it is made.", date_made(article), Part.HEAD),
        Section(
            "",
            "Reference or case number",
            "The node gives the reference; your own case number may stand beside it.",
            case_number(reference or article),
            Part.HEAD,
        ),
    )


def sides(
    requested: Iterable[FieldSpec],
    requesting: Iterable[FieldSpec],
    *,
    titles: tuple[str, str] = ("Requested authority", "Requesting authority"),
    helps: tuple[str, str] = ("Who shall act.", "Who asks, and how to answer."),
) -> tuple[Section, ...]:
    """The side that the letter is written to, then the side that writes."""
    return (
        Section("", titles[0], helps[0], tuple(requested), Part.REQUESTED),
        Section("", titles[1], helps[1], tuple(requesting), Part.REQUESTING),
    )


def date_made(article: str) -> tuple[FieldSpec, ...]:
    """The day of the letter."""
    return (
        FieldSpec(
            name="date",
            label="Date",
            help="The day on which it is made; it cannot lie in the future.",
            article=article,
            shape=Shape.DATE,
            not_after_today=True,
            requirement=REQUIRED,
            missing="The date is missing. Give the day on which this is made.",
        ),
    )


def case_number(article: str) -> tuple[FieldSpec, ...]:
    """The investigation's own number."""
    return (
        FieldSpec(
            name="case_number",
            label="Case number of the investigation",
            help="As your own files have it.",
            article=article,
            shape=Shape.TEXT,
            max_length=100,
        ),
    )
