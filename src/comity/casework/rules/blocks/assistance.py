"""How a request for mutual assistance opens: the first eleven fields of the template T-CY(2018)10, in its order."""

from __future__ import annotations

from collections.abc import Callable

from comity.casework.rules.blocks.authority import (
    confirmation_contact,
    investigative_authority,
    judicial_authority,
    requested_authority,
    requesting_authority,
)
from comity.casework.rules.blocks.head import case_number, date_made
from comity.casework.rules.blocks.legal_basis import decision, legal_basis
from comity.casework.rules.blocks.previous import (
    FOLLOW_UP_ASSISTANCE,
    FOLLOW_UP_PRESERVATION,
    NEW,
    preservation_sought,
    previous_request,
    status_ticks,
)
from comity.casework.rules.blocks.treaty import other_treaty
from comity.casework.rules.declaration import Part, Section
from comity.casework.rules.fields import (
    OPTIONAL,
    RECOMMENDED,
    Choice,
    FieldSpec,
    Requirement,
    Shape,
    optional_when,
    required_when,
)

TEMPLATE = "T-CY(2018)10"

STATUS = (
    Choice(NEW, "New request"),
    Choice(FOLLOW_UP_ASSISTANCE, "Follow-up to a previous request for mutual assistance"),
    Choice(FOLLOW_UP_PRESERVATION, "Follow-up to a previous preservation request"),
)


def opening(
    at: Callable[[int], str], *, basis: Requirement = RECOMMENDED, decided: Requirement = OPTIONAL
) -> tuple[Section, ...]:
    """Sections 1 to 11; `at` gives what asks for the field of a number.

    `basis` and `decided` say how much the domestic legal basis and a decision of a court or prosecutor are needed.
    """
    return (
        Section("1", "Date", "The day of the request.", date_made(at(1)), Part.HEAD),
        Section(
            "2",
            "Reference or case number",
            "The node gives the reference; your own case number may stand beside it.",
            case_number(at(2)),
            Part.HEAD,
        ),
        Section(
            "3",
            "Request status",
            "New, or following other requests: tick both where it follows assistance and a preservation.",
            status_ticks(at(3), *STATUS, several=True),
            Part.STATUS,
        ),
        Section("4", "Requested authority", "Who shall act.", requested_authority(at(4)), Part.REQUESTED),
        Section(
            "5",
            "Requesting authority",
            "Who asks, and how to answer.",
            requesting_authority(at(5), at(5)),
            Part.REQUESTING,
        ),
        Section(
            "6",
            "Contact for confirmation",
            "Whom to ask, should the requested authority need confirmation.",
            confirmation_contact(at(6)),
        ),
        Section(
            "7",
            "Investigative or operational authority in charge of the case",
            "Only if it is not the requesting authority.",
            investigative_authority(at(7)),
        ),
        Section(
            "8",
            "Prosecution office or court in charge",
            "If applicable, with the decisions that relate to this request.",
            (*judicial_authority(at(8)), *decision(at(8), decided)),
        ),
        Section(
            "9",
            "Previous request for mutual assistance",
            "Only where this follows one.",
            previous_request(
                at(9), required_when("status", FOLLOW_UP_ASSISTANCE), optional_when("status", FOLLOW_UP_ASSISTANCE)
            ),
        ),
        Section(
            "10",
            "Previous preservation request",
            "Only where the data were preserved on an earlier request.",
            preservation_sought(
                at(10), required_when("status", FOLLOW_UP_PRESERVATION), optional_when("status", FOLLOW_UP_PRESERVATION)
            ),
        ),
        Section(
            "11",
            "Domestic legal basis",
            "On which law of yours the request rests; and on which treaty, if it is another than the Convention.",
            (*legal_basis(at(11), basis), *other_treaty("Article 27(1)")),
        ),
    )


def expedited(article: str) -> tuple[FieldSpec, ...]:
    """Why the answer should be expedited: Article 31(3) names two reasons."""
    return (
        FieldSpec(
            name="vulnerable",
            label="There are grounds to believe that the data are particularly vulnerable to loss or modification",
            help="Then the request is to be answered on an expedited basis.",
            article=article,
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            name="vulnerable_reason",
            label="Those grounds",
            help="For example “preserved until 12 May; the provider deletes after that”.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=2000,
            requirement=required_when("vulnerable", True),
            missing="You ticked that the data are vulnerable without saying why. Give the grounds.",
        ),
    )
