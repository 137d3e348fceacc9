"""The offence under investigation: the Convention's Articles 2 to 10, the domestic provisions, the penalties."""

from __future__ import annotations

from comity.casework.rules.fields import RECOMMENDED, REQUIRED, Choice, FieldSpec, Requirement, Shape, required_when

OTHER = "other"

OFFENCES = (
    Choice("2", "Illegal access (Article 2)"),
    Choice("3", "Illegal interception (Article 3)"),
    Choice("4", "Data interference (Article 4)"),
    Choice("5", "System interference (Article 5)"),
    Choice("6", "Misuse of devices (Article 6)"),
    Choice("7", "Computer-related forgery (Article 7)"),
    Choice("8", "Computer-related fraud (Article 8)"),
    Choice("9", "Offences related to child pornography (Article 9)"),
    Choice("10", "Offences related to infringements of copyright and related rights (Article 10)"),
    Choice(OTHER, "Other offence with evidence in electronic form"),
)
"""Articles 2 to 10 of the Budapest Convention (ETS 185), and every other offence that Article 23 brings in."""


def offence(
    article: str,
    provisions: str = "",
    qualified: Requirement = REQUIRED,
    threatened: Requirement = RECOMMENDED,
    listed: bool = True,
) -> tuple[FieldSpec, ...]:
    """What is investigated, and under which law: `provisions` is what asks for the provisions, where it is another.

    `qualified` and `threatened` say how much the provisions and their penalties are needed; with `listed` the letter
    prints the whole list of offences with its boxes, as the T-CY templates do.
    """
    return (
        FieldSpec(
            name="offences",
            label="Offence",
            help="Tick every offence of the Convention that the facts amount to.",
            article=article,
            shape=Shape.CHOICES,
            choices=OFFENCES,
            only_chosen=not listed,
            requirement=REQUIRED,
            missing="The offence that is investigated is missing. Tick at least one.",
        ),
        FieldSpec(
            name="offence_other",
            label="Other offence",
            help="In a few words, for example “extortion” or “drug trafficking”.",
            article=article,
            shape=Shape.TEXT,
            requirement=required_when("offences", OTHER),
            missing="You ticked another offence without naming it. Name it in a few words.",
        ),
        FieldSpec(
            name="legal_qualification",
            label="Legal qualification",
            help="The provisions of your law, with their wording or its gist.",
            article=provisions or article,
            shape=Shape.LONG_TEXT,
            requirement=qualified,
            missing="The legal qualification is missing. Give the provisions of your law that the facts fall under.",
        ),
        FieldSpec(
            name="penalties",
            label="Penalties",
            help="What the provisions threaten, for example “up to five years of imprisonment”.",
            article=provisions or article,
            shape=Shape.LONG_TEXT,
            max_length=2000,
            requirement=threatened,
            missing="The penalties are missing. Say what the provisions threaten.",
        ),
    )
