"""The request that an answer or notice is about, and what it refers to it by."""

from __future__ import annotations

from comity.casework.rules.blocks.previous import previous_date, previous_number
from comity.casework.rules.declaration import Section
from comity.casework.rules.fields import OPTIONAL, RECOMMENDED, REQUIRED, FieldSpec, Shape


def request_concerned(article: str, *, whose: str) -> Section:
    """Numbers, date and subject of the request; `whose` ("Your", "Our") says from which side it came."""
    return Section(
        "",
        f"{whose} request",
        "By which both sides find it.",
        (
            *previous_number(article, REQUIRED),
            FieldSpec(
                name="previous_own_reference",
                label="Our number of that request",
                help="The number it has with whoever writes this.",
                article=article,
                shape=Shape.TEXT,
                max_length=100,
                requirement=RECOMMENDED,
            ),
            *previous_date(article, OPTIONAL),
            FieldSpec(
                name="previous_kind",
                label="What was asked",
                help="For example “Preservation request”.",
                article=article,
                shape=Shape.TEXT,
                max_length=200,
                requirement=RECOMMENDED,
            ),
        ),
    )
