"""The request for subscriber information, field by field, in the order of the template T-CY(2018)10."""

from __future__ import annotations

from comity.atlas.rules.measure import Measure
from comity.casework.rules.blocks.assistance import TEMPLATE, expedited, opening
from comity.casework.rules.blocks.confidentiality import confidentiality
from comity.casework.rules.blocks.custodian import custodian
from comity.casework.rules.blocks.data import description, relation
from comity.casework.rules.blocks.facts import NARRATIVE, facts
from comity.casework.rules.blocks.instructions import answer, special_procedures
from comity.casework.rules.blocks.offence import offence
from comity.casework.rules.blocks.previous import new_or_following
from comity.casework.rules.blocks.refusals import ASSISTANCE_POSTPONEMENT, ASSISTANCE_REFUSAL
from comity.casework.rules.blocks.subscriber import subscriber_items
from comity.casework.rules.blocks.traces import identifiers, period
from comity.casework.rules.blocks.urgency import necessity, urgency
from comity.casework.rules.blocks.use_limitation import use_undertaking
from comity.casework.rules.declaration import Kind, Section

PROVENANCE = (
    "Sections 1 to 11 stand in the order of T-CY(2018)10; what section 11 says of treaties is ours. The order from "
    "section 12 on is assumed: it follows the template's contents from general knowledge of the field. Verify it "
    "against the published form before use."
)


def _at(number: int) -> str:
    return f"{TEMPLATE}, field {number}"


KIND = Kind(
    name="mla-subscriber",
    label="Request for subscriber information",
    article="Article 31",
    letter_kind="request",
    letter_version=3,
    measures=(Measure.SUBSCRIBER, Measure.DOMAIN_REGISTRATION),
    title="Request for subscriber information",
    subtitle="Mutual assistance under Article 31 of the Convention on Cybercrime (ETS No. 185)",
    closing=(
        "The requesting authority thanks the requested authority for its co-operation, and asks to be told promptly of "
        "the outcome, of reasons for any refusal or postponement, and of whatever makes execution impossible or delays "
        "it significantly."
    ),
    provenance=PROVENANCE,
    follows=("preservation", "extension", "mla-subscriber", "spontaneous-information", "emergency-disclosure"),
    clocks=("oral-confirmation", "receipt", "answer", "more-information"),
    refusal=ASSISTANCE_REFUSAL,
    postponement=ASSISTANCE_POSTPONEMENT,
    sections=(
        *opening(_at),
        Section(
            "12",
            "Offence and legal provisions",
            "Dual criminality, where the requested Party asks for it, is judged by the conduct (Article 25(5)).",
            offence(_at(12)),
        ),
        Section(
            "13",
            "Summary of the facts",
            "And how the data are linked to the offence.",
            facts(_at(13), longest=NARRATIVE),
        ),
        Section(
            "14",
            "Subscriber information sought",
            "By the items of Article 18(3).",
            (*subscriber_items("Article 18(3)"), *description(_at(14)), *relation(_at(14), "disclosed")),
        ),
        Section(
            "15",
            "Identifiers",
            "What the provider needs to find the subscriber. Local times without a zone are of no use to it.",
            (*identifiers(_at(15)), *period(_at(15))),
        ),
        Section("16", "Service provider", "Whatever information is available.", custodian(_at(16))),
        Section(
            "17",
            "Necessity and urgency",
            "Article 31(3) wants an expedited answer where data are vulnerable.",
            (*necessity(_at(17), "disclosure"), *urgency(_at(17)), *expedited("Article 31(3)")),
        ),
        Section(
            "18",
            "Confidentiality",
            "The requested authority says so if it cannot keep it (Article 27(8)).",
            confidentiality("Article 27(8)"),
        ),
        Section(
            "19",
            "Special procedures and form of the answer",
            "They are followed unless the requested Party's law forbids it (Article 27(3)).",
            (*special_procedures("Article 27(3)"), *answer(_at(19))),
        ),
        Section(
            "20",
            "Use of the information",
            "The requested Party may make it a condition (Article 28).",
            use_undertaking("Article 28(2)"),
        ),
    ),
    checks=(new_or_following,),
)
