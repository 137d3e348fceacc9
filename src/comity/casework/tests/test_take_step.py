"""Steps with a request, both ways: recorded once, in order, never in the future, and told in sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.register_request import register_request
from comity.casework.actions.take_step import take_step
from comity.casework.models import Request
from comity.casework.queries.case_page import case_page
from comity.casework.queries.request_page import request_page
from comity.casework.queries.step_page import step_page
from comity.casework.rules.handling.table import Step
from comity.casework.rules.refusal import NotFound, Refused
from comity.casework.rules.transitions import NotAllowed
from comity.casework.tests.complete import complete
from comity.casework.tests.conftest import NOW
from comity.ledger.queries.entries import entries_about

Bring = Callable[..., str]
HOUR = timedelta(hours=1)


@pytest.fixture
def sent(cast: Any, at: Bring) -> str:
    reference = at("ready")
    mark_request_sent(reference, sent_on=date(2026, 3, 2), channel="24/7 network", by=cast.duty)
    return reference


@pytest.fixture
def received(cast: Any, node: Any) -> Callable[..., str]:
    def make(kind: str = "preservation", **changes: Any) -> str:
        content = complete() | {"requesting_country": "UA", "requested_country": "GE"} | changes
        declared = {name: value for name, value in content.items() if name in _names(kind)}
        return register_request(
            kind, declared, received_at=NOW - HOUR, channel="24/7 network", case_title="Asked", by=cast.duty
        )

    return make


def _names(kind: str) -> set[str]:
    from comity.casework.rules.registry import kind as declared

    return set(declared(kind).fields)


def _sentences(user: Any, reference: str) -> list[str]:
    return [told.sentence for told in request_page(user, reference).timeline]


def test_an_incoming_request_from_receipt_to_answer(cast: Any, law: None, received: Any) -> None:
    reference = received()
    take_step(reference, Step.ACKNOWLEDGE, {"their_reference": "UA-2026-00017"}, by=cast.duty)
    take_step(reference, Step.ASK, {"missing": ["port", "translation"], "words": "Which port?"}, by=cast.duty)
    take_step(reference, Step.COMPLETE, {}, by=cast.duty)
    take_step(reference, Step.CONSULT, {"about": "Confidentiality may fail"}, by=cast.duty)
    take_step(reference, Step.RESUME, {}, by=cast.duty)
    take_step(reference, Step.PRESERVE, {"until": "2026-06-01"}, by=cast.approver)
    row = Request.objects.get(reference=reference)
    assert (row.state, row.their_reference) == ("executed", "UA-2026-00017")
    page = request_page(cast.auditor, reference)
    assert [told.sentence.partition(", Georgia ")[2] for told in page.timeline] == [
        "registered the request from Ukraine, received by 24/7 network.",
        "acknowledged receipt, their reference UA-2026-00017.",
        "asked for more: source port of a shared address; translation.",
        "noted that what was missing has come.",
        "began to consult the other side.",
        "took it up again.",
        "noted that the data are preserved until 1 June 2026.",
    ]
    assert [told.reason for told in page.timeline][2:5] == ["Which port?", "", "Confidentiality may fail."]
    assert not any(choice.possible for choice in page.handling)


def test_an_outgoing_request_and_what_the_other_side_did(cast: Any, law: None, sent: str) -> None:
    take_step(sent, Step.ACKNOWLEDGE, {"their_reference": "N-7"}, by=cast.drafter)
    take_step(sent, Step.PRESERVE, {}, by=cast.drafter)
    take_step(sent, Step.CONDITION, {"condition": "Only for this case"}, by=cast.drafter)
    assert [line.partition(", Georgia ")[2] for line in _sentences(cast.duty, sent)[-3:]] == [
        "noted that receipt was acknowledged, their reference N-7.",
        "noted that they preserve the data.",
        "recorded their condition of use.",
    ]
    page = request_page(cast.duty, sent)
    assert [condition.text for condition in page.conditions] == ["Only for this case"]
    assert page.requested.reference == "N-7"
    assert [each.text for each in case_page(cast.duty, page.line.case_reference).conditions] == ["Only for this case"]


def test_a_refusal_needs_a_ground_of_its_article(cast: Any, law: None, received: Any) -> None:
    reference = received()
    with pytest.raises(Refused, match="not among the choices"):
        take_step(reference, Step.REFUSE, {"ground": "ets185:27(4)(a)-other", "reason": "x"}, by=cast.duty)
    form = step_page(cast.duty, reference, "refuse")
    grounds = [choice.value for choice in form.fields[0].choices]
    assert grounds
    assert all(ground.startswith("ets185:29(") for ground in grounds)
    assert form.consult_first
    take_step(reference, Step.REFUSE, {"ground": grounds[0], "reason": "Security."}, by=cast.duty)
    assert Request.objects.get(reference=reference).state == "refused"
    assert "(Article 29(" in _sentences(cast.duty, reference)[-1]


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (NOW + HOUR, "lies in the future"),
        (NOW - 2 * HOUR, "arrived only at 2026-03-02 09:00"),
        (datetime(2026, 3, 2, 9, 30), "no time zone"),  # noqa: DTZ001  as a caller may err
    ],
)
def test_a_step_happens_between_arrival_and_now(
    cast: Any, law: None, received: Any, moment: datetime, said: str
) -> None:
    reference = received()
    with pytest.raises(Refused, match=said):
        take_step(reference, Step.ACKNOWLEDGE, {}, happened_at=moment, by=cast.duty)
    assert Request.objects.get(reference=reference).state == "received"


def test_nothing_happens_before_dispatch_there(cast: Any, law: None, sent: str) -> None:
    before = datetime(2026, 3, 1, 21, 59, tzinfo=UTC)  # 23:59 in Kyiv
    with pytest.raises(Refused, match="left only at"):
        take_step(sent, Step.ACKNOWLEDGE, {}, happened_at=before, by=cast.duty)
    take_step(sent, Step.ACKNOWLEDGE, {}, happened_at=before + timedelta(minutes=1), by=cast.duty)
    assert request_page(cast.duty, sent).timeline[-1].happened_at == before + timedelta(minutes=1)


def test_steps_out_of_order_are_refused_and_leave_nothing(cast: Any, law: None, received: Any) -> None:
    reference = received()
    count = len(entries_about(f"request:{reference}"))
    for step, answers in ((Step.COMPLETE, {}), (Step.RESUME, {})):
        with pytest.raises(NotAllowed, match="not possible now"):
            take_step(reference, step, answers, by=cast.duty)
    with pytest.raises(NotAllowed, match="role of"):
        take_step(reference, Step.PRESERVE, {}, by=cast.drafter)
    with pytest.raises(NotAllowed):
        take_step(reference, Step.ACKNOWLEDGE, {}, by=cast.auditor)
    with pytest.raises(NotFound):
        take_step(reference, Step.ACKNOWLEDGE, {}, by=cast.editor)
    assert len(entries_about(f"request:{reference}")) == count


def test_a_draft_takes_no_step(cast: Any, law: None, at: Bring) -> None:
    reference = at("draft")
    for step in Step:
        with pytest.raises(NotAllowed):
            take_step(reference, step, {}, by=cast.duty)
    assert request_page(cast.duty, reference).next_handling is None
    assert request_page(cast.duty, reference).follow_ups == ()


def test_what_is_missing_is_proposed_for_asking(cast: Any, law: None, received: Any) -> None:
    reference = received(summary="", necessity="")
    form = step_page(cast.duty, reference, "ask")
    assert form.proposed == {"missing": ["facts", "necessity"]}
    with pytest.raises(NotFound):
        step_page(cast.duty, reference, "nonsense")
    with pytest.raises(NotFound):
        step_page(cast.duty, reference, "execute")


def test_fifty_megabytes_are_refused_in_words(cast: Any, law: None, received: Any) -> None:
    with pytest.raises(Refused, match="at most 20000"):
        take_step(received(), Step.ACKNOWLEDGE, {"note": "x" * 50_000_000}, by=cast.duty)


def test_what_an_end_leaves_without_ground_is_shown(cast: Any, law: None, sent: str) -> None:
    follower = register_request(
        "mla-subscriber",
        {"requesting_country": "UA"},
        received_at=NOW,
        channel="e-mail",
        follows=sent,
        by=cast.duty,
    )
    assert [link.reference for link in step_page(cast.duty, sent, "withdraw").dependents] == [follower]
    assert step_page(cast.duty, sent, "acknowledge").dependents == ()
