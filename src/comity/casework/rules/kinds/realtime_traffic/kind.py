"""The request for real-time collection of traffic data, in the order of T-CY(2018)10 as far as it fits."""

from __future__ import annotations

from comity.atlas.rules.measure import Measure
from comity.casework.rules.blocks.assistance import TEMPLATE, opening
from comity.casework.rules.blocks.confidentiality import confidentiality
from comity.casework.rules.blocks.custodian import custodian
from comity.casework.rules.blocks.data import description, relation
from comity.casework.rules.blocks.facts import NARRATIVE, facts
from comity.casework.rules.blocks.future import collection_period, delivery
from comity.casework.rules.blocks.instructions import special_procedures
from comity.casework.rules.blocks.offence import offence
from comity.casework.rules.blocks.previous import new_or_following
from comity.casework.rules.blocks.refusals import ASSISTANCE_POSTPONEMENT, ASSISTANCE_REFUSAL
from comity.casework.rules.blocks.traces import identifiers
from comity.casework.rules.blocks.urgency import necessity, urgency
from comity.casework.rules.blocks.use_limitation import use_undertaking
from comity.casework.rules.declaration import Kind, Section
from comity.casework.rules.fields import REQUIRED


def _at(number: int) -> str:
    return f"As {TEMPLATE}, field {number}"


KIND = Kind(
    name="realtime-traffic",
    label="Request for real-time traffic data",
    article="Article 33",
    letter_kind="request",
    letter_version=3,
    measures=(Measure.REALTIME_TRAFFIC,),
    title="Request for real-time collection of traffic data",
    subtitle="Mutual assistance under Article 33 of the Convention on Cybercrime (ETS No. 185)",
    closing=(
        "The requesting authority thanks the requested authority for its co-operation, and asks to be told promptly "
        "when collection begins, of reasons for any refusal or postponement, and of whatever makes execution "
        "impossible or delays it significantly."
    ),
    provenance=(
        "There is no T-CY template for this request. Its sections follow the order of T-CY(2018)10, with what Article "
        "33 needs. The choice of fields is assumed, from general knowledge of the field. Verify it against your own "
        "forms before use."
    ),
    follows=(
        "preservation",
        "extension",
        "mla-subscriber",
        "mla-stored-data",
        "realtime-traffic",
        "spontaneous-information",
    ),
    clocks=("receipt", "answer", "more-information"),
    refusal=ASSISTANCE_REFUSAL,
    postponement=ASSISTANCE_POSTPONEMENT,
    sections=(
        *opening(_at, basis=REQUIRED),
        Section(
            "12",
            "Offence and legal provisions",
            "At least the offences for which the requested Party would do it in a case of its own (Article 33(2)).",
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
                *identifiers("Article 33(1)"),
                *description("Article 33(1)", REQUIRED),
                *relation("Article 33(1)", "collected"),
            ),
        ),
        Section(
            "15",
            "Period and delivery",
            "From today on.",
            (*collection_period("Article 33(1)"), *delivery("Practice")),
        ),
        Section("16", "Service provider or location of the system", "As far as known.", custodian(_at(16))),
        Section(
            "17",
            "Necessity, proportionality and urgency",
            "Article 15 asks for proportionality.",
            (*necessity("Article 15(1)", "collection"), *urgency(_at(17))),
        ),
        Section(
            "18",
            "Confidentiality",
            "The requested authority says so if it cannot keep it (Article 27(8)).",
            confidentiality("Article 27(8)"),
        ),
        Section(
            "19",
            "Special procedures",
            "They are followed unless the requested Party's law forbids it (Article 27(3)).",
            special_procedures("Article 27(3)"),
        ),
        Section(
            "20",
            "Use of the data",
            "The requested Party may make it a condition (Article 28).",
            use_undertaking("Article 28(2)"),
        ),
    ),
    checks=(new_or_following,),
)
