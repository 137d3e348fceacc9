"""Information given without being asked for, with the conditions of Article 26(2)."""

from __future__ import annotations

from comity.atlas.rules.measure import Measure
from comity.casework.rules.blocks.answer_sides import without_answer
from comity.casework.rules.blocks.authority import requested_authority, requesting_authority
from comity.casework.rules.blocks.head import PRACTICE, head, numbered, sides
from comity.casework.rules.blocks.offence import offence
from comity.casework.rules.blocks.traces import identifiers, period
from comity.casework.rules.blocks.treaty import other_treaty
from comity.casework.rules.blocks.use_limitation import use_conditions
from comity.casework.rules.declaration import Kind, Lifecycle, Section
from comity.casework.rules.fields import OPTIONAL, RECOMMENDED
from comity.casework.rules.kinds.spontaneous_information.checks import conditions_come_first
from comity.casework.rules.kinds.spontaneous_information.fields import information

KIND = Kind(
    name="spontaneous-information",
    label="Spontaneous information",
    article="Article 26",
    letter_kind="request",
    letter_version=3,
    measures=(Measure.SPONTANEOUS,),
    title="Spontaneous information",
    subtitle="Article 26 of the Convention on Cybercrime (ETS No. 185)",
    closing=(
        "This information is given without prior request, within the limits of the informing Party's law. If the "
        "receiving Party cannot comply with the conditions, it is asked to say so before using it."
    ),
    provenance=(
        "There is no template for this letter. Article 26 says what may be given and under which conditions; the "
        "fields are assumed, from general knowledge of the field."
    ),
    lifecycle=Lifecycle.NOTICE,
    clocks=("receipt",),
    sections=numbered(
        *head(),
        *sides(
            requested_authority("Article 26(1)"),
            without_answer(requesting_authority("Article 26(1)", PRACTICE)),
            titles=("Receiving authority", "Informing authority"),
            helps=("Whom the information may help.", "Who gives it, and how to reach them."),
        ),
        Section(
            "",
            "Information",
            "What was found within own investigations.",
            (*information("Article 26(1)"), *other_treaty("Practice")),
        ),
        Section(
            "",
            "Identifiers",
            "If the information is about any; what is exact can be followed up.",
            (*identifiers("Article 26(1)", RECOMMENDED), *period("Article 26(1)")),
        ),
        Section(
            "",
            "Offence",
            "That it seems to concern.",
            offence("Article 26(1)", qualified=OPTIONAL, threatened=OPTIONAL, listed=False),
        ),
        Section(
            "",
            "Conditions",
            "Confidentiality, or limits of use. Ask before you give.",
            use_conditions("Article 26(2)"),
        ),
    ),
    advice=(conditions_come_first,),
)
