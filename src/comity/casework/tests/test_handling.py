"""The table of handling: which step leads where, in which direction, for whom; and which comes next."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.casework.rules.direction import Direction
from comity.casework.rules.handling.events import EVENT_OF
from comity.casework.rules.handling.next_step import next_step
from comity.casework.rules.handling.table import (
    DECIDED,
    ENDED,
    TABLE,
    Step,
    Ticket,
    after_step,
    known,
    roles_for,
    why_not_step,
)
from comity.casework.rules.transitions import NotAllowed, State
from comity.people.rules.roles import Role

EVERYBODY = frozenset(Role)
OUT, IN = Direction.OUTGOING, Direction.INCOMING
DRAFTING = (State.DRAFT, State.IN_REVIEW, State.APPROVED, State.SIGNED, State.READY)

tickets = st.builds(
    Ticket,
    st.sampled_from(State),
    st.sampled_from(Direction),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


@pytest.mark.parametrize(
    ("state", "direction", "step", "target"),
    [
        (State.RECEIVED, IN, Step.ACKNOWLEDGE, State.ACKNOWLEDGED),
        (State.SENT, OUT, Step.ACKNOWLEDGE, State.ACKNOWLEDGED),
        (State.RECEIVED, IN, Step.ASK, State.MORE_NEEDED),
        (State.MORE_NEEDED, IN, Step.ASK, State.MORE_NEEDED),
        (State.MORE_NEEDED, OUT, Step.COMPLETE, State.ACKNOWLEDGED),
        (State.ACKNOWLEDGED, IN, Step.CONSULT, State.IN_CONSULTATION),
        (State.IN_CONSULTATION, IN, Step.RESUME, State.ACKNOWLEDGED),
        (State.POSTPONED, OUT, Step.RESUME, State.ACKNOWLEDGED),
        (State.RECEIVED, IN, Step.FORWARD, State.FORWARDED),
        (State.FORWARDED, OUT, Step.EXECUTE, State.EXECUTED),
        (State.FORWARDED, OUT, Step.ACKNOWLEDGE, None),
        (State.FORWARDED, IN, Step.EXECUTE, None),
        (State.FORWARDED, IN, Step.WITHDRAW, State.WITHDRAWN),
        (State.IN_CONSULTATION, IN, Step.REFUSE, State.REFUSED),
        (State.POSTPONED, IN, Step.POSTPONE, None),
        (State.SENT, OUT, Step.WITHDRAW, State.WITHDRAWN),
        (State.EXECUTED, OUT, Step.CONDITION, State.EXECUTED),
        (State.EXECUTED, OUT, Step.WITHDRAW, None),
        (State.REFUSED, OUT, Step.CONDITION, None),
        (State.WITHDRAWN, IN, Step.EXECUTE, None),
        (State.READY, OUT, Step.ACKNOWLEDGE, None),
    ],
)
def test_a_step_leads_where_it_should_or_nowhere(
    state: State, direction: Direction, step: Step, target: State | None
) -> None:
    ticket = Ticket(state, direction)
    if target is None:
        with pytest.raises(NotAllowed, match="not possible now"):
            after_step(step, ticket, EVERYBODY)
    else:
        assert after_step(step, ticket, EVERYBODY) is target


@given(tickets, st.sampled_from(Step), st.sets(st.sampled_from(Role)))
def test_every_refusal_is_a_sentence_and_nothing_else_goes_wrong(ticket: Ticket, step: Step, roles: set[Role]) -> None:
    sentence = why_not_step(step, ticket, roles)
    if sentence:
        assert sentence.endswith(".")
        assert sentence[0].isupper() or sentence[0] == "“"
        assert "invalid" not in sentence
    else:
        assert after_step(step, ticket, roles) in {TABLE[step].target, ticket.state}


@given(tickets)
def test_what_has_ended_stays_ended(ticket: Ticket) -> None:
    """But for data that are kept: whoever asked for that can let them go."""
    possible = [step for step in Step if not why_not_step(step, ticket, EVERYBODY)]
    if ticket.state in ENDED:
        kept = ticket.preserves and ticket.state is State.EXECUTED
        assert set(possible) <= {Step.CONDITION, *([Step.WITHDRAW] if kept else ())}
    if ticket.state in DRAFTING:
        assert possible == []


@pytest.mark.parametrize(("step", "direction"), list(product(Step, Direction)))
def test_auditors_editors_and_administrators_take_no_step(step: Step, direction: Direction) -> None:
    assert not roles_for(step, direction) & {Role.AUDITOR, Role.EDITOR, Role.ADMINISTRATOR}
    assert Role.DUTY_OFFICER in roles_for(step, direction)


@pytest.mark.parametrize("step", [Step.EXECUTE, Step.REFUSE, Step.POSTPONE, Step.FORWARD])
def test_a_drafter_records_their_decision_but_takes_none_of_ours(step: Step) -> None:
    assert "role of" in why_not_step(step, Ticket(State.RECEIVED, IN), {Role.DRAFTER})
    assert why_not_step(step, Ticket(State.SENT, OUT), {Role.DRAFTER}) == ""


def test_a_preservation_is_preserved_and_others_are_executed() -> None:
    assert known(Step.PRESERVE, Ticket(State.SENT, OUT, preserves=True))
    assert not known(Step.EXECUTE, Ticket(State.SENT, OUT, preserves=True))
    assert not known(Step.PRESERVE, Ticket(State.SENT, OUT))
    assert "no place" in why_not_step(Step.PRESERVE, Ticket(State.SENT, OUT), EVERYBODY)


@pytest.mark.parametrize("direction", [IN, OUT])
def test_only_an_order_is_served_and_service_changes_no_state(direction: Direction) -> None:
    order = Ticket(State.ACKNOWLEDGED, direction, serves=True)
    assert after_step(Step.SERVE, order, EVERYBODY) is State.ACKNOWLEDGED
    assert "no place" in why_not_step(Step.SERVE, Ticket(State.ACKNOWLEDGED, direction), EVERYBODY)
    assert "not possible now" in why_not_step(Step.SERVE, Ticket(State.EXECUTED, direction, serves=True), EVERYBODY)


def test_what_we_forwarded_others_serve_and_what_they_forwarded_they_may_serve_still() -> None:
    assert why_not_step(Step.SERVE, Ticket(State.FORWARDED, IN, serves=True), EVERYBODY)
    assert not why_not_step(Step.SERVE, Ticket(State.FORWARDED, OUT, serves=True), EVERYBODY)
    assert why_not_step(Step.SERVE, Ticket(State.ACKNOWLEDGED, IN, serves=True), {Role.DRAFTER})


def test_a_notice_expects_no_answer() -> None:
    notice = Ticket(State.RECEIVED, IN, expects_answer=False)
    assert [step for step in Step if known(step, notice)] == [Step.ACKNOWLEDGE, Step.CONDITION]


def test_nothing_is_disclosed_before_the_call_back() -> None:
    waiting = Ticket(State.ACKNOWLEDGED, IN, call_back_missing=True)
    for step in (Step.EXECUTE, Step.EXECUTE_PARTLY):
        assert "call-back has verified" in why_not_step(step, waiting, EVERYBODY)
    assert why_not_step(Step.REFUSE, waiting, EVERYBODY) == ""
    assert next_step(waiting, set(Step)) is Step.CALL_BACK


@pytest.mark.parametrize(
    ("ticket", "step"),
    [
        (Ticket(State.RECEIVED, IN), Step.ACKNOWLEDGE),
        (Ticket(State.ACKNOWLEDGED, IN), Step.EXECUTE),
        (Ticket(State.ACKNOWLEDGED, IN, preserves=True), Step.PRESERVE),
        (Ticket(State.ACKNOWLEDGED, IN, serves=True), Step.SERVE),
        (Ticket(State.FORWARDED, OUT, serves=True), Step.SERVE),
        (Ticket(State.ACKNOWLEDGED, IN, serves=True, served=True), Step.EXECUTE),
        (Ticket(State.RECEIVED, IN, serves=True), Step.ACKNOWLEDGE),
        (Ticket(State.MORE_NEEDED, OUT, serves=True), Step.COMPLETE),
        (Ticket(State.MORE_NEEDED, OUT), Step.COMPLETE),
        (Ticket(State.POSTPONED, OUT), Step.RESUME),
        (Ticket(State.FORWARDED, OUT), Step.EXECUTE),
        (Ticket(State.FORWARDED, IN), None),
        (Ticket(State.EXECUTED, OUT), None),
        (Ticket(State.DRAFT, OUT), None),
        (Ticket(State.RECEIVED, IN, call_back_missing=True), Step.ACKNOWLEDGE),
    ],
)
def test_one_step_comes_next(ticket: Ticket, step: Step | None) -> None:
    possible = {each for each in Step if not why_not_step(each, ticket, EVERYBODY)}
    assert next_step(ticket, possible) is step


def test_every_step_has_its_event_and_its_words() -> None:
    assert set(EVENT_OF) == set(TABLE) == set(Step)
    assert len({event.name for event in EVENT_OF.values()}) == len(Step)
    assert all(rule.ours and rule.theirs for rule in TABLE.values())
    assert DECIDED - {State.FORWARDED} < ENDED
