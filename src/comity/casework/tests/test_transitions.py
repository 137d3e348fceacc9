"""Who may do what with a request in which state, walked through completely."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.casework.rules.handling.table import TABLE as STEPS
from comity.casework.rules.transitions import TABLE, NotAllowed, Standing, State, Verb, after, why_not
from comity.people.rules.roles import Role

ALL_ROLES = frozenset(Role)
PEOPLE = ("user:1", "user:2")


def _step(standing: Standing, verb: Verb, person: str, roles: frozenset[Role] = ALL_ROLES) -> Standing | None:
    """What becomes of a request, kept as the actions keep it; None where the step is refused."""
    try:
        state = after(verb, standing, person=person, roles=roles)
    except NotAllowed:
        return None
    editors = standing.editors | {person} if verb is Verb.EDIT else standing.editors
    approved_by = person if verb is Verb.APPROVE else "" if verb is Verb.RETURN else standing.approved_by
    return Standing(state, editors, approved_by)


def _reachable() -> set[tuple[Standing, frozenset[str]]]:
    """Every standing that any order of steps by two people with every role, and the node, can reach."""
    start = (Standing(State.DRAFT, frozenset({"user:1"})), frozenset({"user:1"}))
    seen, todo = {start}, [start]
    while todo:
        standing, hands = todo.pop()
        for verb, person in product(Verb, (*PEOPLE, "system")):
            following = _step(standing, verb, person)
            if following is None:
                continue
            found = (following, hands | {person} if verb in {Verb.EDIT, Verb.APPROVE} else hands)
            if found not in seen:
                seen.add(found)
                todo.append(found)
    return seen


def test_no_way_leads_to_a_signature_without_two_persons() -> None:
    signed = [(standing, hands) for standing, hands in _reachable() if standing.state in {"signed", "ready", "sent"}]
    assert signed
    for standing, hands in signed:
        assert len(hands) >= 2
        assert standing.approved_by
        assert standing.approved_by not in standing.editors


def test_every_state_can_be_reached_and_what_is_over_stays_over() -> None:
    drafting = {standing.state for standing, _ in _reachable()}
    assert drafting == {State.DRAFT} | {transition.target for transition in TABLE.values()}
    assert drafting | {State.RECEIVED} | {rule.target for rule in STEPS.values() if rule.target} == set(State)
    for verb, state in product(Verb, (State.SENT, State.WITHDRAWN)):
        assert why_not(verb, Standing(state), person="user:1", roles=ALL_ROLES)


@pytest.mark.parametrize(("verb", "state"), list(product(Verb, State)))
def test_the_table_alone_decides_by_state_and_role(verb: Verb, state: State) -> None:
    standing = Standing(state, frozenset({"user:1"}), "user:9")
    transition = TABLE[verb]
    for role in Role:
        refusal = why_not(verb, standing, person="user:2", roles=frozenset({role}))
        assert (refusal == "") == (state in transition.sources and role in transition.roles), refusal
    assert why_not(verb, standing, person="user:2", roles=frozenset())


@given(st.sampled_from(Verb), st.sampled_from(State), st.frozensets(st.sampled_from(Role)))
def test_a_refusal_is_a_sentence_for_people(verb: Verb, state: State, roles: frozenset[Role]) -> None:
    refusal = why_not(verb, Standing(state, frozenset({"user:1"})), person="user:1", roles=roles)
    assert not refusal or (refusal[0].isupper() and refusal.endswith("."))
    assert "invalid" not in refusal.lower()


def test_nobody_approves_what_they_edited_whatever_their_roles() -> None:
    standing = Standing(State.IN_REVIEW, frozenset({"user:1", "user:2"}))
    for person in PEOPLE:
        with pytest.raises(NotAllowed, match="somebody else must approve"):
            after(Verb.APPROVE, standing, person=person, roles=ALL_ROLES)
    assert after(Verb.APPROVE, standing, person="user:3", roles=ALL_ROLES) is State.APPROVED


def test_a_second_approval_by_the_same_person_says_so() -> None:
    standing = Standing(State.APPROVED, frozenset({"user:1"}), "user:2")
    with pytest.raises(NotAllowed, match="second approval by the same person"):
        after(Verb.APPROVE, standing, person="user:2", roles=ALL_ROLES)
    with pytest.raises(NotAllowed, match="approved already"):
        after(Verb.APPROVE, standing, person="user:3", roles=ALL_ROLES)


def test_only_the_node_releases() -> None:
    standing = Standing(State.SIGNED, frozenset({"user:1"}), "user:2")
    with pytest.raises(NotAllowed, match="Only the node itself"):
        after(Verb.RELEASE, standing, person="user:2", roles=ALL_ROLES)
    assert after(Verb.RELEASE, standing, person="system", roles=frozenset()) is State.READY


def test_signing_is_for_approvers_and_duty_officers() -> None:
    standing = Standing(State.APPROVED, frozenset({"user:1"}), "user:2")
    assert TABLE[Verb.SIGN].roles == {Role.APPROVER, Role.DUTY_OFFICER}
    with pytest.raises(NotAllowed, match="approver or duty officer"):
        after(Verb.SIGN, standing, person="user:1", roles=frozenset({Role.DRAFTER}))
