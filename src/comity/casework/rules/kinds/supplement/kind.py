"""The notice that adds to a request, or corrects it: asked for, or found later."""

from __future__ import annotations

from comity.casework.rules.blocks.answer_sides import addressee, without_answer
from comity.casework.rules.blocks.authority import requesting_authority
from comity.casework.rules.blocks.concerned import request_concerned
from comity.casework.rules.blocks.head import PRACTICE, head, numbered, sides
from comity.casework.rules.blocks.traces import identifiers, period
from comity.casework.rules.declaration import ANY_REQUEST, Kind, Lifecycle, Section
from comity.casework.rules.fields import OPTIONAL
from comity.casework.rules.kinds.supplement.fields import supplied

KIND = Kind(
    name="supplement",
    label="Supplementary information",
    article="Practice",
    letter_kind="request",
    letter_version=3,
    measures=(),
    title="Supplementary information",
    subtitle="To the request named below",
    closing="The requesting authority asks that execution go on, and to be told if anything else is missing.",
    provenance="There is no template for this notice. Its fields are assumed, from general knowledge of the field.",
    lifecycle=Lifecycle.NOTICE,
    follows=(ANY_REQUEST,),
    must_follow=True,
    clocks=("receipt",),
    sections=numbered(
        *head(),
        *sides(
            addressee(PRACTICE),
            without_answer(requesting_authority(PRACTICE, PRACTICE)),
            titles=("Addressee", "Requesting authority"),
            helps=("To whom the request went.", "Who adds to it."),
        ),
        request_concerned(PRACTICE, whose="Our"),
        Section("", "Supplementary information", "What is added or corrected.", supplied(PRACTICE)),
        Section(
            "",
            "Identifiers, as they stand now",
            "Only if any is added or corrected; they replace those of the request.",
            (*identifiers(PRACTICE, OPTIONAL), *period(PRACTICE)),
        ),
    ),
)
