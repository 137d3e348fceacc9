"""On which treaty a request rests, where it is another than the one its form is made for."""

from __future__ import annotations

from comity.casework.rules.fields import FieldSpec, Shape, required_when

DIFFERS = "treaty_differs"
NAMED = "treaty_named"


def other_treaty(article: str, *, only_chosen: bool = False) -> tuple[FieldSpec, ...]:
    """Left alone, the request rests on the articles of its form; else the letter names what it rests on instead.

    With `only_chosen` the box is not printed while it is not ticked.
    """
    return (
        FieldSpec(
            name=DIFFERS,
            label="It rests on another treaty, or on reciprocity",
            help="Tick it where the treaty of this form does not bind both sides; the letter then names the other one.",
            article=article,
            shape=Shape.YES_NO,
            only_chosen=only_chosen,
        ),
        FieldSpec(
            name=NAMED,
            label="Treaty and articles",
            help="For example “European Convention on Mutual Assistance (ETS No. 30), Articles 3 and 5”.",
            article=article,
            shape=Shape.TEXT,
            requirement=required_when(DIFFERS, True),
            missing="You ticked that it rests on another treaty without naming it. Name the treaty and its articles.",
        ),
    )


def answered_treaty(article: str) -> tuple[FieldSpec, ...]:
    """The same in an answer, which rests on what the request rested on."""
    return other_treaty(article, only_chosen=True)
