"""Who must not learn of the request."""

from __future__ import annotations

from comity.casework.rules.fields import FieldSpec, Shape


def confidentiality(article: str) -> tuple[FieldSpec, ...]:
    """Both ticks are independent: a provider may know while its customer must not."""
    return (
        FieldSpec(
            name="confidential",
            label="Keep the request and its substance confidential",
            help="Beyond what executing it makes necessary.",
            article=article,
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            name="do_not_alert",
            label="Do not alert the subscriber or user",
            help="The custodian shall not tell its customer.",
            article=article,
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            name="confidentiality_reason",
            label="Reason for confidentiality",
            help="For example “the suspect would delete what is stored elsewhere”.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=2000,
        ),
    )
