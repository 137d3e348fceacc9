"""The request to whoever registers domain names: what Article 6(3) lists, in its order."""

from __future__ import annotations

from comity.atlas.rules.measure import Measure
from comity.casework.rules.blocks.authority import requesting_authority
from comity.casework.rules.blocks.confidentiality import confidentiality
from comity.casework.rules.blocks.data import description
from comity.casework.rules.blocks.head import head, numbered, sides
from comity.casework.rules.blocks.instructions import answer, further_information, special_procedures
from comity.casework.rules.blocks.offence import offence
from comity.casework.rules.blocks.protocol import purpose, under_protocol
from comity.casework.rules.blocks.provider import written_to
from comity.casework.rules.declaration import Addressee, Kind, Section
from comity.casework.rules.fields import OPTIONAL, REQUIRED
from comity.casework.rules.kinds.domain_registration.checks import names_a_domain, other_is_described
from comity.casework.rules.kinds.domain_registration.fields import domain


def _p(paragraph: str) -> str:
    return f"Article 6{paragraph}, CETS 224"


KIND = Kind(
    name="domain-registration",
    label="Request for domain registration data",
    article="Article 6, CETS 224",
    letter_kind="request",
    letter_version=3,
    measures=(Measure.DOMAIN_REGISTRATION,),
    bases=("cets224:6",),
    title="Request for domain registration data",
    subtitle="Article 6 of the Second Additional Protocol (CETS No. 224) to the Convention on Cybercrime",
    closing=(
        "If the information will not be disclosed, the requesting authority asks for the reasons, and will consult the "
        "authority that your Party has designated (Article 6, paragraphs 5 and 6)."
    ),
    provenance=(
        "Date, authority, domain name, data, statements, time frame and manner are those of Article 6(3). The offence "
        "is not asked for by the Article and may be left out. What each paragraph asks for is general knowledge of "
        "the Protocol, to be verified against its text before use."
    ),
    follows=("spontaneous-information",),
    addressee=Addressee.PROVIDER,
    clocks=("receipt", "answer", "more-information"),
    sections=numbered(
        *head(_p("(3)(a)"), "Practice"),
        *sides(
            written_to(_p("(1)")),
            requesting_authority(_p("(3)(a)"), _p("(3)(a)")),
            titles=("Entity that registers domain names", "Requesting authority"),
            helps=("Registry, registrar or reseller.", "Who asks, and how to answer."),
        ),
        Section(
            "",
            "Domain name and information sought",
            "Article 6(3)(b) wants a detailed list.",
            (*domain(_p("(3)(b)")), *description(_p("(3)(b)"))),
        ),
        Section(
            "",
            "Statements",
            "The Protocol wants them said.",
            (*under_protocol(_p("(3)(c)"), "request"), *purpose(_p("(3)(c)"))),
        ),
        Section(
            "",
            "Time frame, manner and special procedures",
            "By when and how the information shall come.",
            (*answer(_p("(3)(d)"), REQUIRED), *special_procedures(_p("(3)(d)"))),
        ),
        Section(
            "",
            "Investigation",
            "No more than the entity needs: it is not an authority.",
            (
                *offence("Practice", qualified=OPTIONAL, threatened=OPTIONAL, listed=False),
                *further_information("Practice"),
            ),
        ),
        Section(
            "", "Confidentiality", "The entity may be free to tell its customer: ask.", confidentiality("Practice")
        ),
    ),
    checks=(names_a_domain, other_is_described),
)
