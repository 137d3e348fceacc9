"""Statements that the Second Additional Protocol (CETS 224) wants word for word in what is sent under it."""

from __future__ import annotations

from comity.casework.rules.fields import REQUIRED, FieldSpec, Shape


def under_protocol(article: str, what: str) -> tuple[FieldSpec, ...]:
    """That it is issued under the Protocol; `what` is "order" or "request"."""
    return (
        FieldSpec(
            name="protocol_statement",
            label=f"This {what} is issued pursuant to the Second Additional Protocol (CETS No. 224)",
            help="The Protocol wants this said. It must bind both Parties today: see the route.",
            article=article,
            shape=Shape.YES_NO,
            requirement=REQUIRED,
            missing=f"It is not stated that the {what} is issued under the Protocol. Tick it.",
        ),
    )


def purpose(article: str) -> tuple[FieldSpec, ...]:
    """That the information is relevant to one investigation and will serve only it."""
    return (
        FieldSpec(
            name="relevance_statement",
            label="The information is relevant to a specific criminal investigation or proceeding",
            help="The one named in this request.",
            article=article,
            shape=Shape.YES_NO,
            requirement=REQUIRED,
            missing="It is not stated that the information is relevant to a specific investigation. Tick it.",
        ),
        FieldSpec(
            name="only_use_statement",
            label="The information will only be used for that investigation or proceeding",
            help="Whoever signs answers for it.",
            article=article,
            shape=Shape.YES_NO,
            requirement=REQUIRED,
            missing="It is not stated that the information will be used for this investigation only. Tick it.",
        ),
    )
