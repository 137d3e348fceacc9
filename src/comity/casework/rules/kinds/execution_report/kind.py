"""The answer on the merits: what was given, what was not and why, and under which conditions."""

from __future__ import annotations

from comity.casework.rules.blocks.answer_sides import answer_sides
from comity.casework.rules.blocks.concerned import request_concerned
from comity.casework.rules.blocks.head import head, numbered
from comity.casework.rules.blocks.treaty import answered_treaty
from comity.casework.rules.blocks.use_limitation import use_conditions
from comity.casework.rules.declaration import ANY_REQUEST, Kind, Lifecycle, Section
from comity.casework.rules.kinds.execution_report.fields import execution, outcome

_ARTICLE = "Article 27(7)"

KIND = Kind(
    name="execution-report",
    label="Report on execution",
    article=_ARTICLE,
    letter_kind="request",
    letter_version=3,
    measures=(),
    title="Report on the execution of a request",
    subtitle="Article 27, paragraph 7, of the Convention on Cybercrime (ETS No. 185)",
    closing=(
        "If the requesting authority cannot comply with the conditions, it is asked to say so before using what is "
        "given; it may then be decided whether the information is provided nevertheless (Article 28, paragraph 3)."
    ),
    provenance=(
        "There is no template for this notice. Article 27(7) wants the outcome, and the reasons that make execution "
        "impossible or delay it significantly; the fields are assumed, from general knowledge of the field."
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
        Section("", "Outcome", "What became of the request.", outcome(_ARTICLE)),
        Section("", "Execution", "Who did what, and how.", execution("Article 27(3)")),
        Section(
            "",
            "Conditions and limits of use",
            "Article 28(2): confidentiality, or no use for other investigations or proceedings.",
            use_conditions("Article 28(2)"),
        ),
    ),
)
