"""The confirmation of receipt: our number, who deals with it, whether anything is missing."""

from __future__ import annotations

from comity.casework.rules.blocks.answer_sides import answer_sides
from comity.casework.rules.blocks.concerned import request_concerned
from comity.casework.rules.blocks.head import head, numbered
from comity.casework.rules.blocks.treaty import answered_treaty
from comity.casework.rules.declaration import ANY_REQUEST, Kind, Lifecycle, Section
from comity.casework.rules.kinds.receipt.fields import onward, received

_ASKED_BY = "T-CY(2013)17, recommendation 9"

KIND = Kind(
    name="receipt",
    label="Confirmation of receipt",
    article=_ASKED_BY,
    letter_kind="request",
    letter_version=3,
    measures=(),
    title="Confirmation of receipt",
    subtitle="Of the request named below",
    closing="Please quote our number in whatever you write about this request.",
    provenance=(
        "There is no template for this notice. The Cybercrime Convention Committee recommends to confirm receipt; the "
        "fields are assumed, from general knowledge of the field."
    ),
    lifecycle=Lifecycle.NOTICE,
    follows=(ANY_REQUEST, "spontaneous-information", "supplement", "withdrawal"),
    must_follow=True,
    answers=True,
    sections=numbered(
        *head(_ASKED_BY),
        *answer_sides(_ASKED_BY),
        request_concerned(_ASKED_BY, whose="Your", also=answered_treaty("Practice")),
        Section("", "Receipt", "When it arrived, and whether anything is missing.", received(_ASKED_BY)),
        Section("", "What happens next", "Who deals with it, and by when.", onward("Article 27(9)(c)")),
    ),
)
