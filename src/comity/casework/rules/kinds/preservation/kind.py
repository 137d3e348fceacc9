"""The preservation request, field by field, in the order of the template T-CY(2018)11.

Fields 1 to 7 follow the template as published. The order from field 8 on is general knowledge of the field, of medium
confidence: see `PROVENANCE`, which pages show.
"""

from __future__ import annotations

from comity.atlas.rules.measure import Measure
from comity.casework.rules.blocks.authority import (
    confirmation_contact,
    investigative_authority,
    judicial_authority,
    requested_authority,
    requesting_authority,
)
from comity.casework.rules.blocks.confidentiality import confidentiality
from comity.casework.rules.blocks.custodian import custodian
from comity.casework.rules.blocks.data import data
from comity.casework.rules.blocks.facts import facts
from comity.casework.rules.blocks.offence import offence
from comity.casework.rules.blocks.previous import EXTENSION, request_status
from comity.casework.rules.blocks.refusals import PRESERVATION_REFUSAL
from comity.casework.rules.blocks.traces import identifiers, period
from comity.casework.rules.blocks.treaty import other_treaty
from comity.casework.rules.blocks.urgency import necessity, urgency
from comity.casework.rules.declaration import Kind, Part, Section
from comity.casework.rules.fields import REQUIRED, Choice, FieldSpec, Shape
from comity.casework.rules.kinds.preservation.checks import days_above_domestic_limit, disclosure_needs_traffic_data
from comity.casework.rules.kinds.preservation.fields import assistance, partial_disclosure, preservation_period

TEMPLATE = "T-CY(2018)11"

PROVENANCE = (
    "Fields 1 to 7 stand in the order of T-CY(2018)11. The order from field 8 on is assumed: it follows the template's "
    "contents from general knowledge of the field. Verify it against the published form before use."
)


def _at(number: int) -> str:
    return f"{TEMPLATE}, field {number}"


KIND = Kind(
    name="preservation",
    label="Preservation request",
    article="Article 29",
    letter_kind="preservation",
    letter_version=3,
    measures=(Measure.PRESERVE,),
    title="Data preservation request",
    subtitle="Articles 29 and 30 of the Convention on Cybercrime (ETS No. 185)",
    closing=(
        "The requesting authority thanks the requested authority for its co-operation, and asks to be told promptly of "
        "the measures taken, or of whatever stands in their way (Article 29, paragraphs 5 and 6)."
    ),
    provenance=PROVENANCE,
    follows=("provider-preservation", "spontaneous-information"),
    preserves=True,
    cites=("29", "30"),
    clocks=("ets185-29-7", "ets185-16-2", "preserved-until", "oral-confirmation", "receipt", "more-information"),
    refusal=PRESERVATION_REFUSAL,
    sections=(
        Section(
            "1",
            "Date",
            "The day of the request.",
            (
                FieldSpec(
                    name="date",
                    label="Date",
                    help="The day of the request; it cannot lie in the future.",
                    article=_at(1),
                    shape=Shape.DATE,
                    not_after_today=True,
                    requirement=REQUIRED,
                    missing="The date of the request is missing. Give the day on which it is made.",
                ),
            ),
            Part.HEAD,
        ),
        Section(
            "2",
            "Reference or case number",
            "The node gives the reference; your own case number may stand beside it.",
            (
                FieldSpec(
                    name="case_number",
                    label="Case number of the investigation",
                    help="As your own files have it.",
                    article=_at(2),
                    shape=Shape.TEXT,
                    max_length=100,
                ),
            ),
            Part.HEAD,
        ),
        Section(
            "3",
            "Request status",
            "New, or following another request.",
            request_status(_at(3), Choice(EXTENSION, "Extension of previous request")),
            Part.STATUS,
        ),
        Section("4", "Requested authority", "Who shall act.", requested_authority(_at(4)), Part.REQUESTED),
        Section(
            "5",
            "Requesting authority",
            "Who asks, and how to answer. Article 29(2)(a) demands the authority.",
            requesting_authority("Article 29(2)(a)", _at(5)),
            Part.REQUESTING,
        ),
        Section(
            "6",
            "Contact for confirmation",
            "Whom to ask, should the requested authority need confirmation.",
            confirmation_contact(_at(6)),
        ),
        Section(
            "7",
            "Investigative or operational authority in charge of the case",
            "Only if it is not the requesting authority.",
            investigative_authority(_at(7)),
        ),
        Section(
            "8",
            "Prosecution office or court in charge",
            "If applicable.",
            judicial_authority(_at(8)),
        ),
        Section(
            "9",
            "Offence and legal provisions",
            "Article 29(2)(b) demands the offence. Dual criminality is no condition of preservation (Article 29(3)).",
            (*offence("Article 29(2)(b)"), *other_treaty("Practice", only_chosen=True)),
        ),
        Section(
            "10", "Summary of the facts", "Article 29(2)(b) demands it, and wants it brief.", facts("Article 29(2)(b)")
        ),
        Section(
            "11",
            "Data to be preserved",
            "Article 29(2)(c) demands the data and their relation to the offence.",
            data("Article 29(2)(c)", "preserved"),
        ),
        Section(
            "12",
            "Identifiers",
            "What the provider needs to find the data. Local times without a zone are of no use to it.",
            (*identifiers("Article 29(2)(c)"), *period("Article 29(2)(c)")),
        ),
        Section(
            "13",
            "Custodian, service provider, location of the system",
            "Article 29(2)(d) demands whatever information is available.",
            custodian("Article 29(2)(d)"),
        ),
        Section(
            "14",
            "Necessity and urgency",
            "Article 29(2)(e) demands the necessity.",
            (*necessity("Article 29(2)(e)", "preservation"), *urgency(_at(14))),
        ),
        Section("15", "Partial disclosure of traffic data", "Article 30.", partial_disclosure("Article 30(1)")),
        Section(
            "16",
            "Confidentiality",
            "The requested authority says so if it cannot keep it (Article 29(6)).",
            confidentiality(_at(16)),
        ),
        Section(
            "17",
            "Intention to request mutual assistance",
            "Article 29(2)(f): preservation serves a request that follows.",
            assistance("Article 29(2)(f)", _at(17)),
        ),
        Section(
            "18",
            "Preservation period",
            "At least 60 days; once the request for assistance is received, until it is decided (Article 29(7)).",
            preservation_period("Article 29(7)"),
        ),
    ),
    checks=(disclosure_needs_traffic_data,),
    advice=(days_above_domestic_limit,),
)
