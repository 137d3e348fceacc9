"""The emergency disclosure through the 24/7 network: what Article 9(3) lists, the danger first."""

from __future__ import annotations

from comity.atlas.rules.measure import Measure
from comity.casework.rules.blocks.authority import requested_authority, requesting_authority
from comity.casework.rules.blocks.confidentiality import confidentiality
from comity.casework.rules.blocks.data import data_kinds, description
from comity.casework.rules.blocks.emergency import call_back, emergency, follow_on, oral
from comity.casework.rules.blocks.emergency_checks import link_is_a_reason, link_says_more
from comity.casework.rules.blocks.head import head, numbered, sides
from comity.casework.rules.blocks.instructions import answer, further_information, special_procedures
from comity.casework.rules.blocks.offence import offence
from comity.casework.rules.blocks.previous import preservation_sought
from comity.casework.rules.blocks.protocol import under_protocol
from comity.casework.rules.blocks.provider import holder
from comity.casework.rules.blocks.traces import identifiers, period
from comity.casework.rules.declaration import Kind, Section
from comity.casework.rules.fields import REQUIRED
from comity.casework.rules.kinds.emergency_disclosure.checks import subscriber_only


def _p(paragraph: str) -> str:
    return f"Article 9{paragraph}, CETS 224"


KIND = Kind(
    name="emergency-disclosure",
    label="Emergency disclosure request",
    article="Article 9, CETS 224",
    letter_kind="request",
    letter_version=3,
    measures=(Measure.EMERGENCY_DISCLOSURE,),
    bases=("cets224:9",),
    title="Emergency disclosure request",
    subtitle="Expedited disclosure of stored computer data, Article 9 of the Second Additional Protocol (CETS No. 224)",
    closing=(
        "The requesting authority asks to be told on a rapidly expedited basis whether the data will be provided, "
        "under which conditions, and which other help is possible (Article 9, paragraph 6)."
    ),
    provenance=(
        "The fields are those of Article 9(3); their order is ours, the danger first. What each paragraph asks for is "
        "general knowledge of the Protocol, to be verified against its text before use."
    ),
    follows=("preservation", "extension", "spontaneous-information"),
    clocks=("emergency-9", "oral-confirmation", "receipt", "more-information"),
    refusal=("cets224:9(1)(b)", "cets224:9(6)-declined"),
    emergency=True,
    needs_call_back=True,
    sections=numbered(
        *head(_p("(3)(a)"), "Practice"),
        *sides(requested_authority(_p("(1)")), requesting_authority(_p("(3)(a)"), _p("(3)(a)"))),
        Section("", "Emergency", "What makes hours matter.", emergency(_p("(3)(e)"))),
        Section(
            "",
            "Call-back and oral request",
            "How the other side makes sure.",
            (*call_back("Practice"), *oral(_p("(4)"))),
        ),
        Section("", "Statement", "The Protocol wants it said.", under_protocol(_p("(3)(b)"), "request")),
        Section("", "Service provider", "Name and address.", holder(_p("(3)(c)"), REQUIRED)),
        Section(
            "",
            "Data sought",
            "As exactly as you can.",
            (*data_kinds(_p("(3)(f)"), "disclosed"), *description(_p("(3)(f)"), REQUIRED)),
        ),
        Section(
            "",
            "Identifiers",
            "What the provider needs to find the data. Local times without a zone are of no use to it.",
            (*identifiers(_p("(3)(f)")), *period(_p("(3)(f)"))),
        ),
        Section(
            "",
            "Offence and legal provisions",
            "The criminal investigation or proceeding, its provisions and their penalties.",
            offence(_p("(3)(d)"), threatened=REQUIRED, listed=False),
        ),
        Section(
            "",
            "Instructions and further information",
            "How the data shall come, and whatever helps to get them.",
            (*special_procedures(_p("(3)(g)")), *answer("Practice"), *further_information(_p("(3)(h)"))),
        ),
        Section(
            "",
            "Preservation already asked for",
            "If these data were preserved before.",
            preservation_sought(_p("(3)(h)")),
        ),
        Section(
            "",
            "Afterwards",
            "Some Parties ask for a request in another form after the data were given (Article 9(5)).",
            follow_on(_p("(5)")),
        ),
        Section("", "Confidentiality", "Who must not learn of it.", confidentiality("Practice")),
    ),
    checks=(link_says_more,),
    advice=(subscriber_only, link_is_a_reason),
)
