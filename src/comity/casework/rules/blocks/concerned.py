"""The request that an answer or notice is about, and what it refers to it by."""

from __future__ import annotations

from comity.casework.rules.declaration import Section
from comity.casework.rules.fields import OPTIONAL, RECOMMENDED, REQUIRED, FieldSpec, Shape


def request_concerned(article: str, *, whose: str, also: tuple[FieldSpec, ...] = ()) -> Section:
    """Numbers, date and subject of the request; `whose` ("Your", "Our") says from which side it came.

    `also` are fields that stand with them: on what it rests.

    The fields have the names that follow-ups use for what they follow, so that they are filled alike.
    """
    return Section(
        "",
        f"{whose} request",
        "By which both sides find it.",
        (
            FieldSpec(
                name="previous_reference",
                label="Your number",
                help="The number that the request has with whoever this goes to. Leave it empty if you do not know it.",
                article=article,
                shape=Shape.TEXT,
                requirement=RECOMMENDED,
            ),
            FieldSpec(
                name="previous_own_reference",
                label="Our number",
                help="The number that the request has with whoever writes this.",
                article=article,
                shape=Shape.TEXT,
                max_length=100,
                requirement=REQUIRED,
                missing="Our number of the request is missing, so nobody finds it. Give the number that it has here.",
            ),
            FieldSpec(
                name="previous_date",
                label="Date of the request",
                help="The day it was sent.",
                article=article,
                shape=Shape.DATE,
                not_after_today=True,
                requirement=OPTIONAL,
            ),
            FieldSpec(
                name="previous_kind",
                label="What was asked",
                help="For example “Preservation request”.",
                article=article,
                shape=Shape.TEXT,
                max_length=200,
                requirement=RECOMMENDED,
            ),
            *also,
        ),
    )
