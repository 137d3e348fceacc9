"""The notice that a request is withdrawn."""

from __future__ import annotations

from comity.casework.rules.blocks.answer_sides import addressee, without_answer
from comity.casework.rules.blocks.authority import requesting_authority
from comity.casework.rules.blocks.concerned import request_concerned
from comity.casework.rules.blocks.confidentiality import confidentiality
from comity.casework.rules.blocks.head import PRACTICE, head, numbered, sides
from comity.casework.rules.declaration import ANY_REQUEST, Kind, Lifecycle, Section
from comity.casework.rules.kinds.withdrawal.fields import says_what_becomes_of_it, withdrawn

KIND = Kind(
    name="withdrawal",
    label="Withdrawal",
    article="Practice",
    letter_kind="request",
    letter_version=3,
    measures=(),
    title="Withdrawal of a request",
    subtitle="The request named below is no longer pursued",
    closing="The requesting authority thanks the addressee for what was done so far.",
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
            helps=("To whom the request went.", "Who withdraws it."),
        ),
        request_concerned(PRACTICE, whose="Our"),
        Section("", "Withdrawal", "Why, and what becomes of the data.", withdrawn(PRACTICE)),
        Section("", "Confidentiality", "It goes on after the withdrawal.", confidentiality(PRACTICE)),
    ),
    checks=(says_what_becomes_of_it,),
)
