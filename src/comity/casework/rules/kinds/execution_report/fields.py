"""Fields that only a report on execution has."""

from __future__ import annotations

from comity.casework.rules.fields import REQUIRED, Choice, FieldSpec, Shape, optional_when, required_when

EXECUTED = "executed"
PARTLY = "partly"
PRESERVED = "preserved"
NO_DATA = "no-data"
DELAYED = "delayed"
IMPOSSIBLE = "impossible"

_GIVEN = (EXECUTED, PARTLY)
_SHORT = (PARTLY, NO_DATA, DELAYED, IMPOSSIBLE)


def outcome(article: str) -> tuple[FieldSpec, ...]:
    """How it ended, or why it has not."""
    return (
        FieldSpec(
            name="outcome",
            label="Outcome",
            help="What became of the request.",
            article=article,
            shape=Shape.CHOICE,
            choices=(
                Choice(EXECUTED, "Executed: data or assistance given"),
                Choice(PARTLY, "Executed in part"),
                Choice(PRESERVED, "The data are preserved"),
                Choice(NO_DATA, "There were no data"),
                Choice(DELAYED, "Execution is significantly delayed"),
                Choice(IMPOSSIBLE, "Execution is impossible"),
            ),
            requirement=REQUIRED,
            missing="The outcome is missing. Choose one.",
        ),
        FieldSpec(
            name="executed_on",
            label="Day of execution",
            help="The day on which the data were obtained, preserved or looked for.",
            article=article,
            shape=Shape.DATE,
            not_after_today=True,
        ),
        FieldSpec(
            name="given",
            label="What is given",
            help="Each item with its hash value, and how it comes.",
            article=article,
            shape=Shape.LONG_TEXT,
            requirement=required_when("outcome", *_GIVEN),
            missing="Nothing says what is given. List it.",
        ),
        FieldSpec(
            name="preserved_until",
            label="Preserved until",
            help="The last day of preservation, if it has one.",
            article="Article 29(7)",
            shape=Shape.DATE,
            requirement=optional_when("outcome", PRESERVED),
        ),
        FieldSpec(
            name="not_given",
            label="What is not given, and why",
            help="Reasons that make execution impossible or delay it are owed.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=4000,
            requirement=required_when("outcome", *_SHORT),
            missing="The reasons are missing. Say what is not given, and why.",
        ),
        FieldSpec(
            name="new_estimate",
            label="Expected now by",
            help="Your best estimate.",
            article=article,
            shape=Shape.DATE,
            not_before_today=True,
            requirement=optional_when("outcome", DELAYED),
        ),
    )


def execution(article: str) -> tuple[FieldSpec, ...]:
    """Who executed it and how, so that the data stand in court."""
    return (
        FieldSpec(
            name="executing_authority",
            label="Executing authority",
            help="Who obtained the data, on which decision of which law.",
            article="Practice",
            shape=Shape.LONG_TEXT,
            max_length=2000,
        ),
        FieldSpec(
            name="procedures_followed",
            label="The special procedures asked for were followed",
            help="If any were asked for and your law allowed them.",
            article=article,
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            name="other_providers",
            label="Providers in other States that took part",
            help="Enough traffic data to identify them and the path are disclosed at once (Article 30(1)).",
            article="Article 30(1)",
            shape=Shape.LONG_TEXT,
            max_length=2000,
        ),
    )
