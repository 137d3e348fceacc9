"""What was asked before: whether this is new or an extension, and the ticket of the request it follows."""

from __future__ import annotations

from comity.casework.rules.fields import OPTIONAL, REQUIRED, Choice, FieldSpec, Shape, optional_when, required_when

NEW = "new"
EXTENSION = "extension"


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
        FieldSpec(
            name="previous_reference",
            label="Ticket or reference number of the previous request",
            help="The other side's ticket number if you have it, else your own reference.",
            article=template,
            shape=Shape.TEXT,
            requirement=required_when("status", *following),
            missing="This follows another request, but its number is missing. Give the ticket or reference number.",
        ),
        FieldSpec(
            name="previous_date",
            label="Date of the previous request",
            help="The day it was sent.",
            article=template,
            shape=Shape.DATE,
            not_after_today=True,
            requirement=optional_when("status", *following) if following else OPTIONAL,
        ),
    )
