"""The extension of a preservation: short, since everything else stands in the request that it extends."""

from __future__ import annotations

from comity.casework.rules.blocks.authority import confirmation_contact, requested_authority, requesting_authority
from comity.casework.rules.blocks.confidentiality import confidentiality
from comity.casework.rules.blocks.data import data
from comity.casework.rules.blocks.head import head, numbered, sides
from comity.casework.rules.blocks.offence import offence
from comity.casework.rules.blocks.previous import EXTENSION, previous_request, status_ticks
from comity.casework.rules.blocks.refusals import PRESERVATION_REFUSAL
from comity.casework.rules.blocks.traces import identifiers, period
from comity.casework.rules.blocks.treaty import other_treaty
from comity.casework.rules.blocks.urgency import necessity, urgency
from comity.casework.rules.declaration import Kind, Part, Section
from comity.casework.rules.fields import RECOMMENDED, Choice
from comity.casework.rules.kinds.extension.fields import preserved_until
from comity.casework.rules.kinds.preservation.checks import days_above_domestic_limit
from comity.casework.rules.kinds.preservation.fields import assistance, preservation_period

_TEMPLATE = "T-CY(2018)11"

KIND = Kind(
    name="extension",
    label="Extension of a preservation",
    article="Article 29",
    letter_kind="request",
    letter_version=3,
    measures=(),
    title="Extension of data preservation",
    subtitle="Articles 16 and 29 of the Convention on Cybercrime (ETS No. 185)",
    closing=(
        "The requesting authority asks that the data remain preserved, and to be told promptly until when they are, or "
        "of whatever stands in the way (Article 29, paragraphs 6 and 7)."
    ),
    provenance=(
        "T-CY(2018)11 serves new requests and extensions with one form. Fields 1 to 5 stand in its order; the rest is "
        "assumed, and shorter, since the request that is extended says the rest. Verify it against the published form "
        "before use."
    ),
    follows=("preservation", "extension"),
    must_follow=True,
    preserves=True,
    cites=("29",),
    clocks=("ets185-29-7", "ets185-16-2", "preserved-until", "receipt", "more-information"),
    refusal=PRESERVATION_REFUSAL,
    sections=numbered(
        *head(f"{_TEMPLATE}, field 1", f"{_TEMPLATE}, field 2"),
        Section(
            "",
            "Request status",
            "The form is that of the preservation request.",
            status_ticks(f"{_TEMPLATE}, field 3", Choice(EXTENSION, "Extension of previous request")),
            Part.STATUS,
        ),
        *sides(
            requested_authority(f"{_TEMPLATE}, field 4"),
            requesting_authority("Article 29(2)(a)", f"{_TEMPLATE}, field 5"),
        ),
        Section(
            "", "Request that is extended", "By which both sides find it.", previous_request(f"{_TEMPLATE}, field 3")
        ),
        Section(
            "",
            "Contact for confirmation",
            "Whom to ask, should the requested authority need confirmation.",
            confirmation_contact(f"{_TEMPLATE}, field 6"),
        ),
        Section(
            "",
            "Offence and legal provisions",
            "As in the request that is extended, unless it has changed.",
            (
                *offence("Article 29(2)(b)", qualified=RECOMMENDED),
                *other_treaty("Practice", only_chosen=True),
            ),
        ),
        Section(
            "",
            "Data that shall remain preserved",
            "All that are preserved, or some of them.",
            (*data("Article 29(2)(c)", "preserved"), *identifiers("Article 29(2)(c)"), *period("Article 29(2)(c)")),
        ),
        Section(
            "",
            "Why the preservation shall go on",
            "What has kept the request for assistance from arriving in time.",
            (*necessity("Article 29(2)(e)", "extension"), *urgency(f"{_TEMPLATE}, field 14")),
        ),
        Section(
            "",
            "Period",
            "A domestic order may bind for 90 days at most, and be renewed (Article 16(2)).",
            (*preserved_until("Article 29(7)"), *preservation_period("Article 29(7)")),
        ),
        Section(
            "",
            "Intention to request mutual assistance",
            "Once that request is received, the data are preserved until it is decided (Article 29(7)).",
            assistance("Article 29(2)(f)", f"{_TEMPLATE}, field 17"),
        ),
        Section("", "Confidentiality", "As before.", confidentiality(f"{_TEMPLATE}, field 16")),
    ),
    advice=(days_above_domestic_limit,),
)
