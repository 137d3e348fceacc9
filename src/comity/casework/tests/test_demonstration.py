"""The demonstration world comes about by the same actions as everything else, and only once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from comity.casework.actions.load_demonstration import load_demonstration
from comity.casework.models import Case, Request
from comity.casework.queries.desk import desk
from comity.casework.queries.request_page import request_page
from comity.casework.rules.clocks.clock import Colour
from comity.documents.adapters.keys.node_key import node_key
from comity.kernel.country import CountryCode
from comity.ledger.models import Entry
from comity.ledger.queries.chain import verify_chain
from comity.people.models.mandate import Mandate

ALL = 16


def _states(direction: str) -> list[str]:
    return sorted(Request.objects.filter(direction=direction).values_list("state", flat=True))


def test_every_state_is_on_show_and_loading_again_changes_nothing(
    cast: Any, law: None, frozen_clock: Callable[[datetime], None]
) -> None:
    Mandate.objects.update(valid_from="2026-11-24")  # the cast was hired today
    frozen_clock(datetime(2026, 11, 24, 9, tzinfo=UTC))
    users = {"duty": cast.duty, "drafter": cast.drafter, "approver": cast.approver}
    load_demonstration(users)
    assert _states("outgoing") == [
        "acknowledged",
        "approved",
        "draft",
        "draft",
        "draft",
        "executed",
        "in-review",
        "in-review",
        "ready",
        "sent",
    ]
    assert _states("incoming") == [
        "acknowledged",
        "executed",
        "forwarded",
        "more-needed",
        "received",
        "refused",
    ]
    assert verify_chain().whole
    running = {item.request.case_title: item.request.clock for item in desk(cast.duty).running}
    hospital = running["Ransomware at a regional hospital"]
    assert hospital is not None
    assert (hospital.days_left, hospital.colour) == (12, Colour.AMBER)
    assert [item.request.case_title for item in desk(cast.drafter).arrived] == [
        "Asked by Moldova: threats by messenger",
        "Emptied virtual wallets",
        "False log-in page of a bank",
    ]
    assert "Asked by Ukraine: attack on a grid operator" in [
        item.request.case_title for item in desk(cast.approver).waiting
    ]
    chain = request_page(cast.duty, Request.objects.get(kind="extension").reference)
    assert [(link.kind, link.depth) for link in chain.chain] == [
        ("preservation", 0),
        ("extension", 1),
        ("mla-stored-data", 1),
    ]
    assert len(chain.conditions) == 1
    refused = request_page(cast.auditor, Request.objects.get(state="refused").reference)
    assert "refused the request (Article 25(5))" in refused.timeline[-1].sentence
    portal = Request.objects.get(case__title="Tax portal out of reach")
    gaps = {gap.article for gap in request_page(cast.drafter, portal.reference).form.gaps}
    assert {"Article 29(2)(b)", "Article 29(2)(c)", "Article 29(2)(e)", "Article 29(2)(f)"} <= gaps
    assert Case.objects.filter(restricted=True).count() == 1
    before = (Entry.objects.count(), Request.objects.count())
    load_demonstration(users)
    assert (Entry.objects.count(), Request.objects.count()) == before


def test_a_node_with_a_young_key_loads_it_all_as_of_today(
    cast: Any, law: None, node: Path, frozen_clock: Callable[[datetime], None]
) -> None:
    frozen_clock(datetime(2026, 11, 24, 9, tzinfo=UTC))
    node_key(node, country="GE", organisation="24/7 point of contact")
    load_demonstration({"duty": cast.duty, "drafter": cast.drafter, "approver": cast.approver})
    assert Request.objects.count() == ALL
    running = {item.request.case_title: item.request.clock for item in desk(cast.duty).running}
    hospital = running["Ransomware at a regional hospital"]
    assert hospital is not None
    assert hospital.days_left == 60


@pytest.mark.parametrize("hour", [0, 20, 21, 23])
def test_it_loads_at_any_hour_also_when_the_countries_have_different_days(
    cast: Any, law: None, frozen_clock: Callable[[datetime], None], hour: int
) -> None:
    frozen_clock(datetime(2026, 11, 24, hour, 30, tzinfo=UTC))
    load_demonstration({"duty": cast.duty, "drafter": cast.drafter, "approver": cast.approver})
    assert Request.objects.count() == ALL


@pytest.mark.parametrize("own", ["UA", "BY"])
def test_a_node_of_a_country_that_the_stories_ask_asks_georgia_instead(
    cast: Any, law: None, settings: Any, own: str
) -> None:
    """Belarus, which is no Party to the Convention, too."""
    settings.ENV = replace(settings.ENV, country=CountryCode(own))
    load_demonstration({"duty": cast.duty, "drafter": cast.drafter, "approver": cast.approver})
    sent = Request.objects.filter(direction="outgoing")
    assert sent.count() == 10
    assert not sent.filter(requested_country=own).exists()
    assert sent.filter(requested_country="GE").exists() == (own == "UA")
