"""The order served on a provider abroad: what Article 7(3) demands, then what Article 7(4) adds."""

from __future__ import annotations

from comity.atlas.rules.measure import Measure
from comity.casework.rules.blocks.authority import requesting_authority
from comity.casework.rules.blocks.confidentiality import confidentiality
from comity.casework.rules.blocks.data import description
from comity.casework.rules.blocks.head import head, numbered, sides
from comity.casework.rules.blocks.instructions import answer, further_information, special_procedures
from comity.casework.rules.blocks.legal_basis import issued_by, legal_basis, notified, seeking_authority
from comity.casework.rules.blocks.offence import offence
from comity.casework.rules.blocks.order_checks import preservation_is_dated
from comity.casework.rules.blocks.previous import preservation_sought
from comity.casework.rules.blocks.protocol import under_protocol
from comity.casework.rules.blocks.provider import written_to
from comity.casework.rules.blocks.subscriber import subscriber_items
from comity.casework.rules.blocks.traces import identifiers, period
from comity.casework.rules.declaration import Addressee, Kind, Section
from comity.casework.rules.fields import RECOMMENDED, REQUIRED


def _p(paragraph: str) -> str:
    return f"Article 7{paragraph}, CETS 224"


KIND = Kind(
    name="provider-subscriber-order",
    label="Order to a provider for subscriber information",
    article="Article 7, CETS 224",
    letter_kind="request",
    letter_version=3,
    measures=(Measure.SUBSCRIBER,),
    bases=("cets224:7",),
    title="Order for subscriber information",
    subtitle="Direct disclosure under Article 7 of the Second Additional Protocol (CETS No. 224)",
    closing=(
        "If the provider informs us that it will not disclose the information, or does not disclose it within thirty "
        "days or the longer time stipulated, enforcement will be sought through its Party (Article 7, paragraph 7)."
    ),
    provenance=(
        "Sections as Article 7(3) demands them; what Article 7(4) adds is marked with its paragraph and recommended. "
        "No summary of the facts: the Article does not ask for one, and the provider is not an authority. What each "
        "paragraph asks for is general knowledge of the Protocol, to be verified against its text before use."
    ),
    follows=("preservation", "extension", "provider-preservation", "spontaneous-information"),
    addressee=Addressee.PROVIDER,
    clocks=("cets224-7-7", "receipt", "more-information"),
    refusal=("cets224:7(5)(c)",),
    sections=numbered(
        *head(_p("(3)(a)"), "Practice"),
        *sides(
            written_to(_p("(3)(c)"), REQUIRED),
            requesting_authority(_p("(3)(a)"), _p("(4)(c)")),
            titles=("Service provider", "Issuing authority"),
            helps=("Who is to be served.", "Who issues the order, and how to answer."),
        ),
        Section(
            "",
            "Statement and issuing authority",
            "The Protocol wants it said; some Parties accept orders of certain authorities only (Article 7(2)(b)).",
            (*under_protocol(_p("(3)(b)"), "order"), *issued_by(_p("(2)(b)")), *seeking_authority(_p("(3)(e)"))),
        ),
        Section(
            "",
            "Offence and legal provisions",
            "The offence is demanded; provisions and penalties are supplemental.",
            offence(_p("(3)(d)"), _p("(4)(b)"), RECOMMENDED, RECOMMENDED, listed=False),
        ),
        Section(
            "",
            "Subscriber information sought",
            "Only subscriber information can be ordered under this Article.",
            (*subscriber_items(_p("(3)(f)")), *description(_p("(3)(f)"), REQUIRED)),
        ),
        Section(
            "",
            "Identifiers",
            "What the provider needs to find the subscriber. Local times without a zone are of no use to it.",
            (*identifiers(_p("(3)(f)")), *period(_p("(3)(f)"))),
        ),
        Section("", "Domestic legal grounds", "Supplemental information.", legal_basis(_p("(4)(a)"))),
        Section(
            "",
            "Return of the information",
            "To whom, by when and how. Without a longer time, thirty days run (Article 7(7)).",
            answer(_p("(4)(d)"), RECOMMENDED, contact=_p("(4)(c)")),
        ),
        Section(
            "",
            "Preservation already sought",
            "With date and reference number, if these data were preserved.",
            preservation_sought(_p("(4)(e)")),
        ),
        Section("", "Special procedural instructions", "Supplemental information.", special_procedures(_p("(4)(f)"))),
        Section(
            "",
            "Notification",
            "Where the provider's Party declared that it wants to be notified at the same time (Article 7(5)(a)).",
            notified(_p("(4)(g)")),
        ),
        Section("", "Further information", "Whatever helps to get the data.", further_information(_p("(4)(h)"))),
        Section("", "Confidentiality", "Who must not learn of it.", confidentiality("Practice")),
    ),
    advice=(preservation_is_dated,),
)
