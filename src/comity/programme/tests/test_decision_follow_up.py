"""What becomes of a meeting's decision: open, carried out or dropped, by whom and when, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from comity.casework.rules.refusal import NotFound
from comity.ledger.models import Entry
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled
from comity.programme.actions.follow_up_decision import follow_up_decision
from comity.programme.actions.note_decision import note_decision
from comity.programme.queries.decisions import DecisionCounts, decision_counts, meetings_of
from comity.programme.rules.decision import DecisionKind
from comity.programme.rules.decision_follow_up import DecisionState, FollowUp, checked_follow_up, overdue
from comity.stateofplay.rules.refusal import ChangedMeanwhile

II, MEETING = "cybercrime-eap-ii", "interpol-europol"
MET, TODAY = date(2017, 9, 5), date(2017, 10, 2)
DONE = FollowUp(DecisionState.CARRIED_OUT, "project manager", date(2017, 9, 30), date(2017, 9, 20), "Met in Kyiv.")
GONE = replace(DONE, state=DecisionState.DROPPED, outcome="Overtaken by the reform.")
OPEN = FollowUp(answers="project manager", due=date(2017, 10, 1))
WHOLE = (FollowUp(), OPEN, DONE, GONE, replace(DONE, due=None, ended=MET), replace(DONE, ended=TODAY))


@pytest.mark.parametrize("said", WHOLE)
def test_what_is_whole_is_kept_as_it_is(said: FollowUp) -> None:
    assert checked_follow_up(said, met=MET, today=TODAY) == said


def test_stray_blanks_are_dropped() -> None:
    said = replace(DONE, answers=" project \n manager ", outcome=" Met in Kyiv. ")
    assert checked_follow_up(said, met=MET, today=TODAY) == DONE


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        (replace(OPEN, due=date(2017, 9, 4)), "due", "before the meeting, which began on 2017-09-05"),
        (replace(DONE, ended=date(2017, 9, 4)), "ended", "before the meeting"),
        (replace(DONE, ended=date(2017, 10, 3)), "ended", "still to come"),
        (replace(DONE, ended=None), "ended", "on which day it was carried out"),
        (replace(GONE, ended=None), "ended", "on which day it was dropped"),
        (replace(DONE, outcome=" "), "outcome", "what came of it"),
        (replace(GONE, outcome=" "), "outcome", "why it was dropped"),
        (replace(OPEN, ended=MET), "ended", "leave the day out"),
        (replace(OPEN, outcome="Met."), "outcome", "leave the outcome out"),
        (replace(OPEN, answers="x" * 201), "answers", "201 characters; 200 fit"),
        (replace(DONE, outcome="x" * 2001), "outcome", "2,001 characters; 2,000 fit"),
        (replace(DONE, outcome="a\x00b"), "outcome", "cannot be kept"),
    ],
)
def test_what_cannot_be_is_refused_with_words(said: FollowUp, field: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as refusal:
        checked_follow_up(said, met=MET, today=TODAY)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("state", "due", "late"),
    [
        (DecisionState.OPEN, date(2017, 10, 1), True),
        (DecisionState.OPEN, TODAY, False),
        (DecisionState.OPEN, None, False),
        (DecisionState.CARRIED_OUT, date(2017, 10, 1), False),
        (DecisionState.DROPPED, date(2017, 10, 1), False),
    ],
)
def test_only_what_is_open_past_its_day_is_overdue(state: DecisionState, due: date | None, late: bool) -> None:
    assert overdue(state, due, TODAY) is late


@pytest.mark.django_db
@pytest.mark.usefixtures("adopted", "noted")
class TestFollowingUp:
    @pytest.fixture
    def noted(self, frozen_clock, officer) -> None:
        frozen_clock(datetime(2017, 10, 2, 9, tzinfo=UTC))
        for kind in (DecisionKind.DECISION, DecisionKind.RECOMMENDATION, DecisionKind.DECISION):
            note_decision(II, MEETING, kind, f"A {kind.label}.", by=officer)

    def test_a_decision_stays_open_until_somebody_says_how_it_ended(self, officer) -> None:
        assert decision_counts(II, TODAY) == DecisionCounts(2, 2, 0)
        assert [each.stands for each in meetings_of(II, TODAY)[0].decisions] == [FollowUp(), None, FollowUp()]

        follow_up_decision(II, MEETING, "1", OPEN, version=1, by=officer)

        assert decision_counts(II, TODAY) == DecisionCounts(2, 2, 1)
        assert meetings_of(II, TODAY)[0].decisions[0].overdue

        follow_up_decision(II, MEETING, "1", DONE, version=2, by=officer)

        assert decision_counts(II, TODAY) == DecisionCounts(2, 1, 0)
        line = meetings_of(II, TODAY)[0].decisions[0]
        assert (line.stands, line.overdue, line.version) == (DONE, False, 3)

    def test_the_ledger_tells_each_step_and_nothing_where_nothing_changed(self, officer) -> None:
        follow_up_decision(II, MEETING, "3", GONE, version=1, by=officer)
        follow_up_decision(II, MEETING, "3", GONE, version=2, by=officer)
        follow_up_decision(II, MEETING, "3", FollowUp(), version=2, by=officer)

        dropped, reopened = Entry.objects.filter(name="meeting-decision-followed-up").order_by("pk")
        assert dropped.payload == {
            "number": "3",
            "state": "dropped",
            "answers": "project manager",
            "due": "2017-09-30",
            "ended": "2017-09-20",
            "outcome": "Overtaken by the reform.",
        }
        assert reopened.payload["state"] == "open"

    @pytest.mark.parametrize(
        ("project", "meeting", "number"),
        [("nowhere", MEETING, "1"), (II, "nothing", "1"), (II, MEETING, "4"), (II, "advisory-24-7", "1")],
    )
    def test_what_is_not_there_is_not_found(self, officer, project: str, meeting: str, number: str) -> None:
        with pytest.raises(NotFound, match="There is no such"):
            follow_up_decision(project, meeting, number, DONE, version=1, by=officer)

    def test_a_recommendation_is_followed_up_on_its_list_only(self, officer) -> None:
        with pytest.raises(Refused, match="country by country"):
            follow_up_decision(II, MEETING, "2", DONE, version=1, by=officer)

    def test_what_changed_meanwhile_or_is_refused_changes_nothing(self, officer, auditor, drafter) -> None:
        before = meetings_of(II, TODAY)[0].decisions
        with pytest.raises(ChangedMeanwhile):
            follow_up_decision(II, MEETING, "1", DONE, version=2, by=officer)
        with pytest.raises(Refused, match="before the meeting"):
            follow_up_decision(II, MEETING, "1", replace(DONE, ended=date(2016, 1, 1)), version=1, by=officer)
        for other in (auditor, drafter):
            with pytest.raises(NotEntitled):
                follow_up_decision(II, MEETING, "1", DONE, version=1, by=other)
        assert meetings_of(II, TODAY)[0].decisions == before
        assert not Entry.objects.filter(name="meeting-decision-followed-up").exists()
