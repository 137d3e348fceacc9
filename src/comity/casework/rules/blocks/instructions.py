"""How the answer shall come: by when, to whom, in which manner, under which procedures."""

from __future__ import annotations

from comity.casework.rules.fields import OPTIONAL, RECOMMENDED, FieldSpec, Requirement, Shape


def answer(article: str, requirement: Requirement = RECOMMENDED, contact: str = "") -> tuple[FieldSpec, ...]:
    """Time frame and manner of the answer; with `contact` (the article that asks) also where it goes."""
    where = (
        FieldSpec(
            name="return_contact",
            label="Where the answer goes",
            help="The authority that receives the data and answers questions, and how to reach it.",
            article=contact,
            shape=Shape.LONG_TEXT,
            max_length=600,
            requirement=requirement,
            missing="Nothing says where the answer goes. Give the authority, and how to reach it.",
        ),
    )
    return (
        *(where if contact else ()),
        FieldSpec(
            name="answer_within",
            label="Time frame",
            help="By when, for example “within 20 days of service”.",
            article=article,
            shape=Shape.TEXT,
            requirement=requirement,
            missing="The time frame is missing. Say by when the answer is needed.",
        ),
        FieldSpec(
            name="answer_manner",
            label="Manner",
            help="How and in which form, for example “encrypted e-mail, CSV with times in UTC”.",
            article=article,
            shape=Shape.TEXT,
            requirement=requirement,
            missing="The manner of the answer is missing. Say how and in which form the data shall come.",
        ),
    )


def special_procedures(article: str) -> tuple[FieldSpec, ...]:
    """Procedures that the requesting side asks for, so that the answer stands in its courts."""
    return (
        FieldSpec(
            name="special_procedures",
            label="Special procedures",
            help="For example “a statement of authenticity by the person who extracts the data”.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=4000,
            requirement=OPTIONAL,
        ),
        FieldSpec(
            name="authenticity",
            label="A statement of authenticity is asked for",
            help="Who took the data out, when and how, with hash values.",
            article=article,
            shape=Shape.YES_NO,
        ),
    )


def further_information(article: str) -> tuple[FieldSpec, ...]:
    """Whatever else may help."""
    return (
        FieldSpec(
            name="further_information",
            label="Further information",
            help="Anything else that helps to find or give the data.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=4000,
        ),
    )
