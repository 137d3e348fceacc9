"""Emergency mutual assistance: a request for assistance, with the facts that show the emergency before all else."""

from __future__ import annotations

from comity.atlas.rules.measure import Measure
from comity.casework.rules.blocks.authority import (
    confirmation_contact,
    judicial_authority,
    requested_authority,
    requesting_authority,
)
from comity.casework.rules.blocks.confidentiality import confidentiality
from comity.casework.rules.blocks.emergency import call_back, emergency, oral
from comity.casework.rules.blocks.emergency_checks import link_is_a_reason, link_says_more
from comity.casework.rules.blocks.facts import NARRATIVE, facts
from comity.casework.rules.blocks.head import head, numbered, sides
from comity.casework.rules.blocks.instructions import answer, special_procedures
from comity.casework.rules.blocks.legal_basis import decision, legal_basis
from comity.casework.rules.blocks.offence import offence
from comity.casework.rules.blocks.previous import preservation_sought
from comity.casework.rules.blocks.refusals import ASSISTANCE_POSTPONEMENT, ASSISTANCE_REFUSAL
from comity.casework.rules.blocks.traces import identifiers, period
from comity.casework.rules.blocks.treaty import other_treaty
from comity.casework.rules.blocks.use_limitation import use_undertaking
from comity.casework.rules.declaration import Kind, Section
from comity.casework.rules.fields import OPTIONAL
from comity.casework.rules.kinds.emergency_mla.fields import assistance_needed


def _p(paragraph: str) -> str:
    return f"Article 10{paragraph}, CETS 224"


KIND = Kind(
    name="emergency-mla",
    label="Emergency mutual assistance request",
    article="Article 10, CETS 224",
    letter_kind="request",
    letter_version=3,
    measures=(Measure.EMERGENCY_MLA,),
    bases=("cets224:10",),
    title="Request for emergency mutual assistance",
    subtitle="Article 10 of the Second Additional Protocol (CETS No. 224) to the Convention on Cybercrime",
    closing=(
        "The requesting authority asks for an answer on a rapidly expedited basis, and is reachable at any hour for "
        "whatever the requested authority needs to know."
    ),
    provenance=(
        "Article 10(1) wants the contents of a request for mutual assistance, and the facts that show the emergency. "
        "The order of the sections is ours, the danger first. What each paragraph asks for is general knowledge of "
        "the Protocol, to be verified against its text before use."
    ),
    follows=("preservation", "extension", "emergency-disclosure", "spontaneous-information"),
    clocks=("emergency-10", "oral-confirmation", "receipt", "more-information"),
    refusal=("cets224:10-25(4)", "cets224:10-27(4)(a)", "cets224:10-27(4)(b)", *ASSISTANCE_REFUSAL),
    postponement=("cets224:10-27(5)", *ASSISTANCE_POSTPONEMENT),
    emergency=True,
    needs_call_back=True,
    sections=numbered(
        *head("Article 27(1)"),
        *sides(requested_authority(_p("(1)")), requesting_authority(_p("(1)"), _p("(1)"))),
        Section("", "Emergency", "What makes hours matter.", emergency(_p("(1)"), "assistance")),
        Section(
            "",
            "Call-back and oral request",
            "How the other side makes sure.",
            (*call_back("Practice"), *oral("Practice")),
        ),
        Section("", "Assistance sought", "What shall be done.", assistance_needed(_p("(1)"))),
        Section(
            "",
            "Identifiers",
            "Of data or systems, if the assistance concerns any.",
            (*identifiers("Practice", OPTIONAL), *period("Practice")),
        ),
        Section(
            "", "Offence and legal provisions", "As in every request for assistance.", offence(_p("(1)"), listed=False)
        ),
        Section("", "Summary of the facts", "Beyond the emergency itself.", facts(_p("(1)"), longest=NARRATIVE)),
        Section(
            "",
            "Authorities and decisions on the requesting side",
            "Who has the case, on which law.",
            (
                *judicial_authority("Practice"),
                *decision("Practice"),
                *legal_basis("Practice", OPTIONAL),
                *other_treaty("Article 27(1)"),
            ),
        ),
        Section(
            "", "Contact for confirmation", "Who confirms the request at any hour.", confirmation_contact("Practice")
        ),
        Section(
            "", "Preservation already asked for", "If data were preserved before.", preservation_sought("Practice")
        ),
        Section("", "Confidentiality", "Article 27(8) applies.", confidentiality("Article 27(8)")),
        Section(
            "",
            "Procedures, answer and use",
            "How the answer shall come, and what it will be used for.",
            (*special_procedures("Article 27(3)"), *answer(_p("(6)")), *use_undertaking("Article 28(2)")),
        ),
    ),
    checks=(link_says_more,),
    advice=(link_is_a_reason,),
)
