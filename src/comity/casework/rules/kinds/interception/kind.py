"""The request for interception of content data, in the order of T-CY(2018)10 as far as it fits."""

from __future__ import annotations

from comity.atlas.rules.measure import Measure
from comity.casework.rules.blocks.assistance import TEMPLATE, opening
from comity.casework.rules.blocks.confidentiality import confidentiality
from comity.casework.rules.blocks.custodian import custodian
from comity.casework.rules.blocks.data import description, relation
from comity.casework.rules.blocks.facts import NARRATIVE, facts
from comity.casework.rules.blocks.future import collection_period, delivery, subsidiarity
from comity.casework.rules.blocks.instructions import special_procedures
from comity.casework.rules.blocks.offence import offence
from comity.casework.rules.blocks.previous import new_or_following
from comity.casework.rules.blocks.refusals import ASSISTANCE_POSTPONEMENT, ASSISTANCE_REFUSAL
from comity.casework.rules.blocks.traces import identifiers
from comity.casework.rules.blocks.urgency import necessity, urgency
from comity.casework.rules.blocks.use_limitation import use_undertaking
from comity.casework.rules.declaration import Kind, Section
from comity.casework.rules.fields import REQUIRED
from comity.casework.rules.kinds.interception.checks import within_authorisation
from comity.casework.rules.kinds.interception.fields import authorisation


def _at(number: int) -> str:
    return f"As {TEMPLATE}, field {number}"


KIND = Kind(
    name="interception",
    label="Request for interception",
    article="Article 34",
    letter_kind="request",
    letter_version=3,
    measures=(Measure.INTERCEPTION,),
    title="Request for interception of content data",
    subtitle="Mutual assistance under Article 34 of the Convention on Cybercrime (ETS No. 185)",
    closing=(
        "The requesting authority thanks the requested authority for its co-operation, and asks to be told promptly "
        "when collection begins, of reasons for any refusal or postponement, and of whatever makes execution "
        "impossible or delays it significantly."
    ),
    provenance=(
        "There is no T-CY template for this request. Its sections follow the order of T-CY(2018)10, with what Article "
        "34 needs. The choice of fields is assumed, from general knowledge of the field. Verify it against your own "
        "forms before use."
    ),
    follows=("preservation", "extension", "mla-subscriber", "mla-stored-data", "realtime-traffic", "interception"),
    clocks=("receipt", "answer", "more-information"),
    refusal=ASSISTANCE_REFUSAL,
    postponement=ASSISTANCE_POSTPONEMENT,
    sections=(
        *opening(_at, basis=REQUIRED, decided=REQUIRED),
        Section(
            "12",
            "Offence and legal provisions",
            "Serious offences, as domestic law has them (Article 21(1)); treaties and law decide (Article 34).",
            offence(_at(12), threatened=REQUIRED),
        ),
        Section(
            "13",
            "Summary of the facts",
            "And how the communications are linked to the offence.",
            facts(_at(13), longest=NARRATIVE),
        ),
        Section(
            "14",
            "Communications and data",
            "Specified communications, not whatever a person says or does.",
            (
                *identifiers("Article 34"),
                *description("Article 34", REQUIRED),
                *relation("Article 34", "collected"),
            ),
        ),
        Section(
            "15",
            "Period and delivery",
            "From today on.",
            (*collection_period("Article 34"), *delivery("Practice")),
        ),
        Section("16", "Service provider or location of the system", "As far as known.", custodian(_at(16))),
        Section(
            "17",
            "Necessity, proportionality and urgency",
            "Article 15 asks for proportionality.",
            (*necessity("Article 15(1)", "interception"), *subsidiarity("Article 15(1)"), *urgency(_at(17))),
        ),
        Section(
            "18",
            "Authorisation in the requesting State",
            "Until when a court or prosecutor allows it, and how privileged talk is protected.",
            authorisation("Article 15(2)"),
        ),
        Section(
            "19",
            "Confidentiality",
            "The requested authority says so if it cannot keep it (Article 27(8)).",
            confidentiality("Article 27(8)"),
        ),
        Section(
            "20",
            "Special procedures",
            "They are followed unless the requested Party's law forbids it (Article 27(3)).",
            special_procedures("Article 27(3)"),
        ),
        Section(
            "21",
            "Use of the data",
            "The requested Party may make it a condition (Article 28).",
            use_undertaking("Article 28(2)"),
        ),
    ),
    checks=(new_or_following, within_authorisation),
)
