"""The request for stored traffic or content data, in the order of T-CY(2018)10 as far as it fits."""

from __future__ import annotations

from comity.atlas.rules.measure import Measure
from comity.casework.rules.blocks.assistance import TEMPLATE, expedited, opening
from comity.casework.rules.blocks.confidentiality import confidentiality
from comity.casework.rules.blocks.custodian import custodian
from comity.casework.rules.blocks.data import data
from comity.casework.rules.blocks.facts import NARRATIVE, facts
from comity.casework.rules.blocks.instructions import answer, special_procedures
from comity.casework.rules.blocks.offence import offence
from comity.casework.rules.blocks.previous import new_or_following
from comity.casework.rules.blocks.refusals import ASSISTANCE_POSTPONEMENT, ASSISTANCE_REFUSAL
from comity.casework.rules.blocks.traces import identifiers, period
from comity.casework.rules.blocks.urgency import necessity, urgency
from comity.casework.rules.blocks.use_limitation import use_undertaking
from comity.casework.rules.declaration import Kind, Section
from comity.casework.rules.fields import REQUIRED
from comity.casework.rules.kinds.mla_stored_data.checks import content_needs_decision, content_needs_period
from comity.casework.rules.kinds.mla_stored_data.fields import assistance_sought

PROVENANCE = (
    "There is no T-CY template for this request. Its sections follow the order of T-CY(2018)10, the template for "
    "subscriber information, with what Article 31 adds. The choice of fields is assumed, from general knowledge of the "
    "field. Verify it against your own forms before use."
)


def _at(number: int) -> str:
    return f"As {TEMPLATE}, field {number}"


KIND = Kind(
    name="mla-stored-data",
    label="Request for stored data",
    article="Article 31",
    letter_kind="request",
    letter_version=3,
    measures=(Measure.TRAFFIC, Measure.CONTENT),
    title="Request for stored computer data",
    subtitle="Search, seizure or disclosure under Article 31 of the Convention on Cybercrime (ETS No. 185)",
    closing=(
        "The requesting authority thanks the requested authority for its co-operation, and asks to be told promptly of "
        "the outcome, of reasons for any refusal or postponement, and of whatever makes execution impossible or delays "
        "it significantly."
    ),
    provenance=PROVENANCE,
    follows=(
        "preservation",
        "extension",
        "mla-subscriber",
        "mla-stored-data",
        "spontaneous-information",
        "emergency-disclosure",
    ),
    clocks=("oral-confirmation", "receipt", "answer", "more-information"),
    refusal=ASSISTANCE_REFUSAL,
    postponement=ASSISTANCE_POSTPONEMENT,
    sections=(
        *opening(_at, basis=REQUIRED),
        Section(
            "12",
            "Offence and legal provisions",
            "Dual criminality, where the requested Party asks for it, is judged by the conduct (Article 25(5)).",
            offence(_at(12), threatened=REQUIRED),
        ),
        Section(
            "13",
            "Summary of the facts",
            "And how the data are linked to the offence.",
            facts(_at(13), longest=NARRATIVE),
        ),
        Section("14", "Assistance sought", "In the words of Article 31(1).", assistance_sought("Article 31(1)")),
        Section(
            "15",
            "Data sought",
            "As little as the investigation needs.",
            data("Article 31(1)", "disclosed"),
        ),
        Section(
            "16",
            "Identifiers",
            "What is needed to find the data. Local times without a zone are of no use.",
            (*identifiers(_at(15)), *period(_at(15))),
        ),
        Section("17", "Custodian, service provider, location of the system", "As far as known.", custodian(_at(16))),
        Section(
            "18",
            "Necessity, proportionality and urgency",
            "Article 15 asks for proportionality; Article 31(3) wants an expedited answer where data are vulnerable.",
            (*necessity("Article 15(1)", "disclosure"), *urgency(_at(17)), *expedited("Article 31(3)")),
        ),
        Section(
            "19",
            "Confidentiality",
            "The requested authority says so if it cannot keep it (Article 27(8)).",
            confidentiality("Article 27(8)"),
        ),
        Section(
            "20",
            "Special procedures and form of the answer",
            "They are followed unless the requested Party's law forbids it (Article 27(3)).",
            (*special_procedures("Article 27(3)"), *answer("Practice")),
        ),
        Section(
            "21",
            "Use of the data",
            "The requested Party may make it a condition (Article 28).",
            use_undertaking("Article 28(2)"),
        ),
    ),
    checks=(new_or_following,),
    advice=(content_needs_decision, content_needs_period),
)
