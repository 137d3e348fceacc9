"""What a new draft starts with, whichever its kind."""

from __future__ import annotations

from typing import Any

import pytest

from comity.casework.rules.declaration import Kind
from comity.casework.rules.forged import forged
from comity.casework.rules.gate import check
from comity.casework.rules.prefill import Asked, Requester, prefilled
from comity.casework.rules.registry import kind, kinds
from comity.casework.tests.complete import TODAY

US = Requester(
    country="GE",
    organisation="24/7 point of contact",
    person="Duty officer",
    zone="Asia/Tbilisi",
    email="contact@example.org",
    telephone="+995 32 000 00 00",
)


def _prefilled(declared: Kind) -> dict[str, Any]:
    return prefilled(
        declared,
        requester=US,
        asked=Asked("UA", "Example Telecom", "Europe/Kyiv"),
        identifiers=["203.0.113.45:51514 2026-02-27 02:14:09 UTC+4"],
        data=["subscriber", "traffic", "content"],
        urgent=True,
        today=TODAY,
    )


@pytest.mark.parametrize("declared", kinds().values(), ids=lambda declared: declared.name)
def test_nobody_types_what_the_node_knows(declared: Kind) -> None:
    content = _prefilled(declared)
    assert forged(declared, content) == ()
    assert content[declared.asked] == "Example Telecom"
    known = {"date", "status", "requested_country", declared.asked, "call_back_number"}
    open_ = {gap.field for gap in check(declared, content, TODAY)}
    assert not open_ & known
    assert not {name for name in open_ if name.startswith("requesting_")}


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("preservation", "status", "new"),
        ("extension", "status", "extension"),
        ("mla-subscriber", "status", ["new"]),
        ("order-to-give-effect", "data", ["subscriber", "traffic"]),
        ("preservation", "data", ["subscriber", "traffic", "content"]),
    ],
)
def test_only_what_the_form_offers_is_filled_in(name: str, field: str, value: Any) -> None:
    assert _prefilled(kind(name))[field] == value
