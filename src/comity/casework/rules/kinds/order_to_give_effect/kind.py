"""The order that another Party is asked to give effect to, with the supporting information of Article 8(3)(b)."""

from __future__ import annotations

from comity.atlas.rules.measure import Measure
from comity.casework.rules.blocks.authority import requested_authority, requesting_authority
from comity.casework.rules.blocks.confidentiality import confidentiality
from comity.casework.rules.blocks.data import DATA, SUBSCRIBER, TRAFFIC, data
from comity.casework.rules.blocks.facts import NARRATIVE, facts
from comity.casework.rules.blocks.head import head, numbered, sides
from comity.casework.rules.blocks.instructions import answer, special_procedures
from comity.casework.rules.blocks.legal_basis import issued_by, legal_basis, seeking_authority
from comity.casework.rules.blocks.offence import offence
from comity.casework.rules.blocks.order_checks import preservation_is_dated
from comity.casework.rules.blocks.previous import preservation_sought
from comity.casework.rules.blocks.protocol import under_protocol
from comity.casework.rules.blocks.provider import holder
from comity.casework.rules.blocks.traces import identifiers, period
from comity.casework.rules.blocks.urgency import urgency
from comity.casework.rules.declaration import Kind, Section
from comity.casework.rules.fields import REQUIRED
from comity.casework.rules.kinds.order_to_give_effect.fields import other_means, possession

ALLOWED = tuple(choice for choice in DATA if choice.value in {SUBSCRIBER, TRAFFIC})
"""Article 8(1): subscriber information and traffic data. Content needs mutual assistance."""


def _p(paragraph: str) -> str:
    return f"Article 8{paragraph}, CETS 224"


KIND = Kind(
    name="order-to-give-effect",
    label="Order to be given effect",
    article="Article 8, CETS 224",
    letter_kind="request",
    letter_version=3,
    measures=(Measure.SUBSCRIBER, Measure.TRAFFIC),
    bases=("cets224:8",),
    title="Order to be given effect",
    subtitle="Expedited production under Article 8 of the Second Additional Protocol (CETS No. 224)",
    closing=(
        "The requesting authority asks the requested Party to give effect to this order, and to be told promptly if it "
        "needs more, sets conditions, postpones or refuses (Article 8)."
    ),
    provenance=(
        "The order as in Article 8(3)(a), the supporting information as in Article 8(3)(b), the instructions as in "
        "Article 8(3)(c); supporting information is not shown to the provider without consent. What each paragraph "
        "asks for is general knowledge of the Protocol, to be verified against its text before use."
    ),
    follows=("provider-subscriber-order", "preservation", "extension"),
    serves=True,
    clocks=("cets224-8-serve", "cets224-8-subscriber", "cets224-8-traffic", "receipt", "more-information"),
    refusal=("cets224:8(8)-25(4)", "cets224:8(8)-27(4)(a)", "cets224:8(8)-27(4)(b)"),
    postponement=("cets224:8(8)-27(5)",),
    sections=numbered(
        *head(_p("(3)(a)(i)"), "Practice"),
        *sides(
            requested_authority(_p("(1)")),
            requesting_authority(_p("(3)(a)(i)"), _p("(3)(b)(vi)")),
            titles=("Requested authority", "Issuing authority"),
        ),
        Section(
            "",
            "Statement and issuing authority",
            "The Protocol wants it said.",
            (
                *under_protocol(_p("(3)(a)(ii)"), "order"),
                *issued_by(_p("(3)(a)(i)")),
                *seeking_authority(_p("(3)(a)(v)")),
            ),
        ),
        Section("", "Service provider to be served", "Name and address.", holder(_p("(3)(a)(iii)"), REQUIRED)),
        Section(
            "",
            "Offence and legal provisions",
            "The offence belongs to the order, provisions and penalties to the supporting information.",
            offence(_p("(3)(a)(iv)"), _p("(3)(b)(ii)"), threatened=REQUIRED, listed=False),
        ),
        Section(
            "",
            "Information or data sought",
            "Subscriber information and traffic data only; some Parties reserved traffic data.",
            data(_p("(3)(a)(vi)"), "produced", ALLOWED, _p("(3)(b)(v)")),
        ),
        Section(
            "",
            "Identifiers",
            "What the provider needs to find the data. Local times without a zone are of no use to it.",
            (*identifiers(_p("(3)(a)(vi)")), *period(_p("(3)(a)(vi)"))),
        ),
        Section(
            "",
            "Supporting information: legal grounds and provider",
            "On which law the order was issued, and why this provider.",
            (*legal_basis(_p("(3)(b)(i)"), REQUIRED), *possession(_p("(3)(b)(iii)"))),
        ),
        Section(
            "",
            "Supporting information: facts",
            "A summary that shows the relevance.",
            facts(_p("(3)(b)(iv)"), longest=NARRATIVE),
        ),
        Section(
            "",
            "Supporting information: preservation already sought",
            "With date and reference number.",
            preservation_sought(_p("(3)(b)(vii)")),
        ),
        Section("", "Supporting information: other means", "What was tried before.", other_means(_p("(3)(b)(viii)"))),
        Section(
            "",
            "Instructions",
            "Served within 45 days; subscriber information within 20, traffic data within 45 days of service.",
            (*special_procedures(_p("(3)(c)")), *answer(_p("(3)(c)")), *urgency("Practice")),
        ),
        Section("", "Confidentiality", "Who must not learn of it.", confidentiality("Practice")),
    ),
    advice=(preservation_is_dated,),
)
