"""The answer that a request is refused or postponed: only on a ground of its closed list, and with reasons."""

from __future__ import annotations

from comity.casework.rules.blocks.answer_sides import answer_sides
from comity.casework.rules.blocks.concerned import request_concerned
from comity.casework.rules.blocks.grounds import postponement_ground, reasons, refusal_ground
from comity.casework.rules.blocks.head import head, numbered
from comity.casework.rules.blocks.treaty import answered_treaty
from comity.casework.rules.declaration import ANY_REQUEST, Kind, Lifecycle, Section
from comity.casework.rules.kinds.refusal_notice.checks import partial_first
from comity.casework.rules.kinds.refusal_notice.fields import POSTPONED, REFUSED, consulted, decided

_ARTICLE = "Article 27(7)"

KIND = Kind(
    name="refusal-notice",
    label="Refusal or postponement",
    article=_ARTICLE,
    letter_kind="request",
    letter_version=3,
    measures=(),
    title="Refusal or postponement of a request",
    subtitle="Article 27, paragraphs 4 to 7, of the Convention on Cybercrime (ETS No. 185)",
    closing="The answering authority remains ready to consult on a request that can be executed.",
    provenance=(
        "There is no template for this notice. The grounds are the closed lists of the articles named; the other "
        "fields are assumed, from general knowledge of the field."
    ),
    lifecycle=Lifecycle.NOTICE,
    follows=(ANY_REQUEST, "supplement"),
    must_follow=True,
    answers=True,
    clocks=("receipt",),
    sections=numbered(
        *head(_ARTICLE),
        *answer_sides(_ARTICLE),
        request_concerned(_ARTICLE, whose="Your", also=answered_treaty("Practice")),
        Section(
            "",
            "Decision and ground",
            "A request is refused or postponed only on a ground of its article.",
            (
                *decided(_ARTICLE),
                *refusal_ground("Article 27(4)", "decided", REFUSED),
                *postponement_ground("Article 27(5)", "decided", POSTPONED),
            ),
        ),
        Section("", "Reasons", "They are owed.", reasons(_ARTICLE)),
        Section(
            "",
            "Consultation, and what would be possible",
            "Partial or conditional execution comes before refusal.",
            consulted("Article 27(6)"),
        ),
    ),
    advice=(partial_first,),
)
