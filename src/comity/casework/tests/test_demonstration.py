"""The demonstration world comes about by the same actions as everything else, and only once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from comity.casework.actions.load_demonstration import load_demonstration
from comity.casework.models import Case, Request
from comity.casework.queries.desk import desk
from comity.casework.queries.request_page import request_page
from comity.casework.rules.clocks.clock import Colour
from comity.documents.adapters.node_key import node_key
from comity.ledger.models import Entry
from comity.ledger.queries.chain import verify_chain
from comity.people.models.mandate import Mandate


def test_every_state_is_on_show_and_loading_again_changes_nothing(
    cast: Any, law: None, frozen_clock: Callable[[datetime], None]
) -> None:
    Mandate.objects.update(valid_from="2026-11-24")  # the cast was hired today
    frozen_clock(datetime(2026, 11, 24, 9, tzinfo=UTC))
    users = {"duty": cast.duty, "drafter": cast.drafter, "approver": cast.approver}
    load_demonstration(users)
    states = sorted(Request.objects.values_list("state", flat=True))
    assert states == ["approved", "draft", "draft", "draft", "in-review", "ready", "sent"]
    assert verify_chain().whole
    (running,) = desk(cast.duty).running
    assert running.request.clock is not None
    assert (running.request.clock.days_left, running.request.clock.colour) == (12, Colour.AMBER)
    assert [item.request.case_title for item in desk(cast.drafter).arrived] == [
        "Emptied virtual wallets",
        "False log-in page of a bank",
    ]
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
    assert Request.objects.count() == 7
    assert [item.request.clock.days_left for item in desk(cast.duty).running if item.request.clock] == [60]


@pytest.mark.parametrize("hour", [0, 20, 21, 23])
def test_it_loads_at_any_hour_also_when_the_countries_have_different_days(
    cast: Any, law: None, frozen_clock: Callable[[datetime], None], hour: int
) -> None:
    frozen_clock(datetime(2026, 11, 24, hour, 30, tzinfo=UTC))
    load_demonstration({"duty": cast.duty, "drafter": cast.drafter, "approver": cast.approver})
    assert Request.objects.count() == 7
