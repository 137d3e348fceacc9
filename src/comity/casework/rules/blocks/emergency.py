"""An emergency: a significant and imminent risk to somebody's life or safety (CETS 224, Article 3(2)(c))."""

from __future__ import annotations

from comity.casework.rules.fields import (
    RECOMMENDED,
    REQUIRED,
    Choice,
    FieldSpec,
    Shape,
    optional_when,
    required_when,
)

DANGERS = (
    Choice("life", "Threat to life: killing, suicide, terrorism"),
    Choice("abduction", "Abduction or a missing person at risk"),
    Choice("child", "Ongoing sexual abuse of a child"),
    Choice("harm", "Threat of serious bodily harm"),
    Choice("infrastructure", "Attack on infrastructure on which lives depend"),
    Choice("other", "Other danger to life or safety"),
)


def emergency(article: str, sought: str = "data") -> tuple[FieldSpec, ...]:
    """The danger, and what the data (or whatever else is `sought`) have to do with it."""
    return (
        FieldSpec(
            name="danger",
            label="Danger",
            help="A significant and imminent risk to the life or safety of a natural person.",
            article="Article 3(2)(c), CETS 224",
            shape=Shape.CHOICE,
            choices=DANGERS,
            only_chosen=True,
            requirement=REQUIRED,
            missing="Nothing says what the danger is. Choose one.",
        ),
        FieldSpec(
            name="emergency_facts",
            label="Facts that show the emergency",
            help="Who is in danger, from what, and how soon. Facts, and where you have them from.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=4000,
            requirement=REQUIRED,
            missing="The facts that show the emergency are missing. Say who is in danger, from what, and how soon.",
        ),
        FieldSpec(
            name="emergency_link",
            label=f"Link between the {sought} and the emergency",
            help="What you will do with the answer to avert the danger.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=4000,
            requirement=REQUIRED,
            missing=f"The link between the {sought} and the danger is missing. Say how the answer helps to avert it.",
        ),
        FieldSpec(
            name="emergency_until",
            label="When the answer comes too late",
            help="Day, time and zone, or “every minute counts”.",
            article="Practice",
            shape=Shape.TEXT,
            requirement=RECOMMENDED,
        ),
    )


def oral(article: str) -> tuple[FieldSpec, ...]:
    """That this confirms what was asked by telephone."""
    return (
        FieldSpec(
            name="oral_first",
            label="This confirms a request made orally",
            help="What was asked by telephone is confirmed electronically.",
            article=article,
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            name="oral_when",
            label="When and with whom",
            help="Day, time and zone, and the function of whoever took the call.",
            article=article,
            shape=Shape.TEXT,
            requirement=required_when("oral_first", True),
            missing="You ticked that this confirms an oral request. Say when it was made, and with whom.",
        ),
    )


def call_back(article: str) -> tuple[FieldSpec, ...]:
    """How the other side can make sure that this is genuine."""
    return (
        FieldSpec(
            name="call_back_number",
            label="Number for a call-back",
            help="One that stands in the 24/7 directory or on your official page, so that it can be checked.",
            article=article,
            shape=Shape.TELEPHONE,
            requirement=REQUIRED,
            missing="There is no number for a call-back. Nobody discloses data before calling back: give one.",
        ),
        FieldSpec(
            name="call_back_listed",
            label="Where that number can be checked",
            help="For example “24/7 directory” or the address of your official page.",
            article=article,
            shape=Shape.TEXT,
            requirement=RECOMMENDED,
        ),
    )


def follow_on(article: str) -> tuple[FieldSpec, ...]:
    """That a request in the ordinary form will follow, where the other side wants one."""
    return (
        FieldSpec(
            name="follow_on",
            label="A request in the ordinary form will follow",
            help="Some Parties and providers ask for one after an emergency.",
            article=article,
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            name="follow_on_date",
            label="Expected date of that request",
            help="Your best estimate.",
            article=article,
            shape=Shape.DATE,
            not_before_today=True,
            requirement=optional_when("follow_on", True),
        ),
    )
