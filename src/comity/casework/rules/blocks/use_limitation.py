"""What data may be used for: conditions that one side sets, and undertakings that the other gives."""

from __future__ import annotations

from comity.casework.rules.fields import FieldSpec, Shape, optional_when, required_when


def use_undertaking(article: str) -> tuple[FieldSpec, ...]:
    """What the requesting side promises about use."""
    return (
        FieldSpec(
            name="use_undertaking",
            label="The data will be used only for the investigations or proceedings named here",
            help="Where it is promised, it binds. Any other use needs consent.",
            article=article,
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            name="use_explained",
            label="Use that is intended",
            help="For example “evidence at trial; disclosure to the defence as the law demands”.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=2000,
        ),
    )


def use_conditions(article: str) -> tuple[FieldSpec, ...]:
    """Conditions under which information or data are given."""
    return (
        FieldSpec(
            name="conditions_set",
            label="The information is given under conditions",
            help="Confidentiality, or no other use. They bind whoever accepts the information.",
            article=article,
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            name="use_conditions",
            label="Conditions",
            help="For example “confidential; not as evidence without prior consent”.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=2000,
            requirement=required_when("conditions_set", True),
            missing="You ticked that there are conditions, but none is written. Write them.",
        ),
        FieldSpec(
            name="conditions_accepted",
            label="The receiving side has accepted the conditions",
            help="Ask before you give: conditions bind once they are accepted.",
            article=article,
            shape=Shape.YES_NO,
            requirement=optional_when("conditions_set", True),
        ),
    )
