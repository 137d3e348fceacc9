"""Fields that only spontaneous information has."""

from __future__ import annotations

from comity.casework.rules.fields import RECOMMENDED, REQUIRED, FieldSpec, Shape


def information(article: str) -> tuple[FieldSpec, ...]:
    """What was found, where it comes from, and what it may be good for."""
    return (
        FieldSpec(
            name="information",
            label="Information",
            help="What you found within your own investigation. No more names than needed.",
            article=article,
            shape=Shape.LONG_TEXT,
            requirement=REQUIRED,
            missing="The information itself is missing. Say what you found.",
        ),
        FieldSpec(
            name="origin",
            label="How it was obtained, and how reliable it is",
            help="For example “from a server seized on 3 May; verified against its log files”.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=2000,
            requirement=RECOMMENDED,
        ),
        FieldSpec(
            name="usefulness",
            label="Why it may help",
            help="To begin or carry on an investigation there, or to a request to you.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=2000,
            requirement=REQUIRED,
            missing="Nothing says why the other side may need this. Say which investigation or request it may lead to.",
        ),
        FieldSpec(
            name="feedback",
            label="We ask to be told what came of it",
            help="Nobody owes it, but most will.",
            article="Practice",
            shape=Shape.YES_NO,
        ),
    )
