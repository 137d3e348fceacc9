"""On which treaty a request rests, where it is another than the one its form is made for."""

from __future__ import annotations

from comity.casework.rules.fields import FieldSpec, Shape, required_when

NAMED = "treaty_named"


def other_treaty(article: str) -> tuple[FieldSpec, ...]:
    """Left alone, the request rests on the articles of its form; else the letter names what it rests on instead."""
    return (
        FieldSpec(
            name="treaty_differs",
            label="It rests on another treaty, or on reciprocity",
            help="Tick it where the treaty of this form does not bind both sides; the letter then names the other one.",
            article=article,
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            name=NAMED,
            label="Treaty and articles",
            help="For example “European Convention on Mutual Assistance (ETS No. 30), Articles 3 and 5”.",
            article=article,
            shape=Shape.TEXT,
            requirement=required_when("treaty_differs", True),
            missing="You ticked that it rests on another treaty without naming it. Name the treaty and its articles.",
        ),
    )
