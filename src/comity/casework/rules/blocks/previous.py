"""What was asked before: whether this is new or follows another request, and the numbers of what it follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.fields import (
    OPTIONAL,
    REQUIRED,
    Choice,
    FieldSpec,
    Requirement,
    Shape,
    optional_when,
    required_when,
)
from comity.casework.rules.gap import Gap
from comity.kernel.words import say

NEW = "new"
EXTENSION = "extension"
FOLLOW_UP = "follow-up"
FOLLOW_UP_ASSISTANCE = "follow-up-assistance"
FOLLOW_UP_PRESERVATION = "follow-up-preservation"


def request_status(template: str, *follow_ups: Choice) -> tuple[FieldSpec, ...]:
    """The ticks of the template, and the previous request where this one follows another."""
    following = tuple(choice.value for choice in follow_ups)
    return (
        FieldSpec(
            name="status",
            label="Request status",
            help="A new request, or one that follows another.",
            article=template,
            shape=Shape.CHOICE,
            choices=(Choice(NEW, "New request"), *follow_ups),
            requirement=REQUIRED,
            missing="The request status is missing. Say whether this is a new request.",
        ),
        *previous_number(template, required_when("status", *following)),
        *previous_date(template, optional_when("status", *following) if following else OPTIONAL),
    )


def status_ticks(template: str, *choices: Choice, several: bool = False) -> tuple[FieldSpec, ...]:
    """The ticks alone, where the numbers of what came before have sections of their own."""
    return (
        FieldSpec(
            name="status",
            label="Request status",
            help="A new request, or one that follows another.",
            article=template,
            shape=Shape.CHOICES if several else Shape.CHOICE,
            choices=choices,
            requirement=REQUIRED,
            missing="The request status is missing. Say whether this is new or follows another request.",
        ),
    )


def previous_request(
    article: str, number: Requirement = REQUIRED, further: Requirement = OPTIONAL
) -> tuple[FieldSpec, ...]:
    """The request that this one follows, with the sub-fields of T-CY(2018)10: date, numbers, both sides, channel."""
    return (
        *previous_number(article, number),
        FieldSpec(
            name="previous_own_reference",
            label="Your own number of the previous request",
            help="Where it differs from the number above.",
            article=article,
            shape=Shape.TEXT,
            max_length=100,
            requirement=further,
        ),
        *previous_date(article, further),
        *_who_and_how("previous", "made that request", article, further),
    )


def preservation_sought(
    article: str, number: Requirement = OPTIONAL, further: Requirement = OPTIONAL
) -> tuple[FieldSpec, ...]:
    """Whether preservation of these data was asked for already: the same sub-fields about that request."""
    return (
        FieldSpec(
            name="preservation_reference",
            label="Ticket or reference number of the preservation request",
            help="The other side's ticket number if you have it, else your own reference.",
            article=article,
            shape=Shape.TEXT,
            requirement=number,
            missing="This follows a preservation, but its number is missing. Give the ticket or reference number.",
        ),
        FieldSpec(
            name="preservation_date",
            label="Date of the preservation request",
            help="The day it was sent.",
            article=article,
            shape=Shape.DATE,
            not_after_today=True,
            requirement=further,
        ),
        *_who_and_how("preservation", "asked for preservation", article, further),
    )


def new_or_following(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """What is new follows nothing."""
    status = content.get("status", [])
    if NEW in status and len(status) > 1:
        yield Gap(
            "status",
            "Request status",
            say("A new request follows no other, but two things are ticked. Untick “New request”, or the others."),
            "Practice",
        )


def previous_number(article: str, requirement: Requirement) -> tuple[FieldSpec, ...]:
    """The number by which whoever is asked finds the previous request."""
    return (
        FieldSpec(
            name="previous_reference",
            label="Ticket or reference number of the previous request",
            help="The other side's ticket number if you have it, else your own reference.",
            article=article,
            shape=Shape.TEXT,
            requirement=requirement,
            missing="This follows another request, but its number is missing. Give the ticket or reference number.",
        ),
    )


def previous_date(article: str, requirement: Requirement) -> tuple[FieldSpec, ...]:
    """When the previous request was sent."""
    return (
        FieldSpec(
            name="previous_date",
            label="Date of the previous request",
            help="The day it was sent.",
            article=article,
            shape=Shape.DATE,
            not_after_today=True,
            requirement=requirement,
        ),
    )


def _who_and_how(prefix: str, did: str, article: str, requirement: Requirement) -> tuple[FieldSpec, ...]:
    words = (
        ("requester", f"Authority that {did}", "Its name and how to reach it.", Shape.LONG_TEXT),
        ("responder", "Authority that answered or executed it", "Its name and how to reach it.", Shape.LONG_TEXT),
        ("channel", "Channel that it went by", "For example “24/7 network” or “e-mail”.", Shape.TEXT),
    )
    return tuple(
        FieldSpec(
            name=f"{prefix}_{key}",
            label=label,
            help=help_,
            article=article,
            shape=shape,
            max_length=600 if shape is Shape.LONG_TEXT else 0,
            requirement=requirement,
        )
        for key, label, help_, shape in words
    )
