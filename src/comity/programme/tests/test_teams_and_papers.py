"""Teams of offices, what meetings decide, and papers from the plan to the resource tool."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from comity.atlas.models import LoadedPack
from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.ledger.models import Entry
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled
from comity.programme.actions.add_study_version import add_study_version
from comity.programme.actions.admit_member import Seat, admit_member, end_membership
from comity.programme.actions.edit_study import edit_study
from comity.programme.actions.form_team import form_team
from comity.programme.actions.move_study import move_study
from comity.programme.actions.note_decision import note_decision
from comity.programme.actions.plan_study import plan_study
from comity.programme.actions.track_recommendations import track_recommendations
from comity.programme.queries.decisions import meetings_of
from comity.programme.queries.studies import published_studies, studies_of, study_file, study_view
from comity.programme.queries.study_story import study_story
from comity.programme.queries.teams import teams_of
from comity.programme.rules.decision import DecisionKind
from comity.programme.rules.study import (
    LARGEST,
    MEDIA_TYPES,
    NEXT,
    StudyKind,
    StudyState,
    StudyWords,
    may_move,
    media_type,
)
from comity.programme.rules.team import MemberRole, TeamKind
from comity.stateofplay.queries.follow_ups import recommendation_list as tracked
from comity.stateofplay.rules.refusal import ChangedMeanwhile

II = "cybercrime-eap-ii"
PDF = b"%PDF-1.7 a paper"
TODAY = date(2017, 10, 2)
NOW = datetime(2017, 10, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize("ending", MEDIA_TYPES)
def test_a_file_is_what_its_name_says(ending: str) -> None:
    kind, beginning = MEDIA_TYPES[ending]
    assert media_type(f"Study.{ending.upper()}", beginning + b"rest") == kind


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("study.exe", b"MZ", "not a kind of file"),
        ("study.pdf", b"", "is empty"),
        ("study.pdf", b"PK\x03\x04", "is no PDF file"),
        ("study.docx", b"%PDF-", "is no DOCX file"),
        ("study", PDF, "not a kind of file"),
    ],
)
def test_other_files_are_refused(name: str, content: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        media_type(name, content)


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(Refused, match="larger than 20 MB"):
        media_type("study.pdf", b"%PDF-" + bytes(LARGEST))


@pytest.mark.parametrize("state", StudyState)
@pytest.mark.parametrize("to", StudyState)
def test_only_the_steps_that_follow_can_be_taken(state: StudyState, to: StudyState) -> None:
    if to in NEXT[state]:
        may_move(state, to, versions=1, own=False)
    else:
        with pytest.raises(Refused, match="cannot become"):
            may_move(state, to, versions=1, own=False)


def test_nothing_without_a_version_is_reviewed_and_nobody_accepts_their_own() -> None:
    with pytest.raises(Refused, match="no version"):
        may_move(StudyState.UNDER_WAY, StudyState.IN_REVIEW, versions=0, own=False)
    with pytest.raises(Refused, match="Another programme officer"):
        may_move(StudyState.IN_REVIEW, StudyState.FINAL, versions=1, own=True)


@pytest.mark.django_db
@pytest.mark.usefixtures("adopted")
class TestTeams:
    @pytest.fixture(autouse=True)
    def _in_2017(self, frozen_clock) -> None:
        frozen_clock(NOW)

    def test_a_team_has_seats_that_begin_and_end(self, officer) -> None:
        team = form_team(II, TeamKind.COUNTRY, "Country team", CountryCode("GE"), by=officer)
        seat = Seat("duty officer", "24/7 point of contact", None, MemberRole.CHAIR, date(2016, 1, 1))
        member = admit_member(team, seat, by=officer)
        (view,) = teams_of(II, TODAY)
        assert (view.sitting, view.seats[0].country) == (1, "Georgia")

        end_membership(member, date(2017, 9, 30), by=officer)

        assert teams_of(II, TODAY)[0].sitting == 0
        assert teams_of(II, date(2017, 9, 30))[0].sitting == 1
        with pytest.raises(Refused, match="ended on 2017-09-30 already"):
            end_membership(member, TODAY, by=officer)

    def test_what_is_wrong_is_refused_with_its_field(self, officer, drafter) -> None:
        with pytest.raises(Refused, match="choose it"):
            form_team(II, TeamKind.COUNTRY, "Country team", None, by=officer)
        with pytest.raises(NotEntitled):
            form_team(II, TeamKind.PROJECT, "Team", None, by=drafter)
        team = form_team(II, TeamKind.PROJECT, "Team", None, by=officer)
        with pytest.raises(Refused, match="already"):
            form_team(II, TeamKind.PROJECT, "Team", None, by=officer)
        with pytest.raises(Refused, match="before it begins"):
            admit_member(team, Seat("x", "", None, MemberRole.MEMBER, TODAY, date(2017, 1, 1)), by=officer)


@pytest.mark.django_db
@pytest.mark.usefixtures("adopted")
class TestDecisions:
    @pytest.fixture(autouse=True)
    def _in_2017(self, frozen_clock) -> None:
        frozen_clock(NOW)

    def test_recommendations_of_a_meeting_are_followed_up_country_by_country(self, officer) -> None:
        note_decision(II, "interpol-europol", DecisionKind.DECISION, "To meet again.", by=officer)
        note_decision(II, "interpol-europol", DecisionKind.RECOMMENDATION, "Test the 24/7 line each month.", by=officer)
        assert meetings_of(II, TODAY)[0].untracked == 1

        name = track_recommendations(II, "interpol-europol", by=officer)

        view = tracked(name, TODAY)
        assert [row.item.says for row in view.rows] == ["Test the 24/7 line each month."]
        assert {each.words.status.value for each in view.rows[0].follow_ups} == {"unknown"}
        assert "INTERPOL/Europol" in view.rows[0].fact.source
        assert meetings_of(II, TODAY)[0].untracked == 0

    def test_a_later_recommendation_joins_the_list_and_other_meetings_keep_their_source(self, officer) -> None:
        for activity in ("interpol-europol", "advisory-24-7", "interpol-europol"):
            note_decision(II, activity, DecisionKind.RECOMMENDATION, f"Asked at {activity}.", by=officer)
            track_recommendations(II, activity, by=officer)

        lists = node_snapshot().recommendations
        assert len(lists[f"{II}-interpol-europol"].recommendations) == 2
        assert len(lists[f"{II}-advisory-24-7"].recommendations) == 1
        assert LoadedPack.objects.get(name="sources/meetings", current=True).version == 3

    def test_nothing_is_tracked_or_noted_before_there_is_something(self, officer) -> None:
        with pytest.raises(Refused, match="no recommendation yet"):
            track_recommendations(II, "interpol-europol", by=officer)
        with pytest.raises(Refused, match="begins on 2017-11-01"):
            note_decision(II, "t-cy-octopus", DecisionKind.DECISION, "x", by=officer)


@pytest.mark.django_db
@pytest.mark.usefixtures("adopted")
class TestPapers:
    @pytest.fixture(autouse=True)
    def _in_2017(self, frozen_clock) -> None:
        frozen_clock(NOW)

    def test_a_paper_goes_from_the_plan_to_the_resource_tool(self, officer, auditor) -> None:
        from comity.people.models.mandate import Mandate

        Mandate.objects.create(
            user=auditor, role="programme-officer", valid_from=date(2017, 1, 1), created_at=clock.now()
        )
        paper = plan_study(II, StudyWords(StudyKind.ANALYSIS, "Rules on assistance", date(2017, 9, 1), "1"), by=officer)
        assert studies_of(II, TODAY)[0].overdue
        add_study_version(paper, "C:\\drafts\\analysis.pdf", PDF, "First", by=officer)
        assert study_view(II, paper, TODAY).state is StudyState.UNDER_WAY
        for to in (StudyState.IN_REVIEW, StudyState.FINAL, StudyState.PUBLISHED):
            version = study_view(II, paper, TODAY).version
            move_study(paper, to, "", version=version, by=auditor)

        (published,) = published_studies(TODAY)

        assert published.newest is not None
        assert published.newest.name == "analysis.pdf"
        assert study_file(paper, 1, inside=False).content == PDF
        assert Entry.objects.filter(subject=f"study:{paper}").count() == 5

    def test_visitors_get_only_the_newest_version_of_what_is_published(self, officer) -> None:
        paper = plan_study(II, StudyWords(StudyKind.STUDY, "Draft"), by=officer)
        add_study_version(paper, "draft.pdf", PDF, "", by=officer)
        with pytest.raises(NotFound):
            study_file(paper, 1, inside=False)
        assert study_file(paper, 1, inside=True).content == PDF

    def test_a_step_on_what_changed_meanwhile_is_refused(self, officer) -> None:
        paper = plan_study(II, StudyWords(StudyKind.STUDY, "Draft"), by=officer)
        add_study_version(paper, "draft.pdf", PDF, "", by=officer)
        with pytest.raises(ChangedMeanwhile):
            move_study(paper, StudyState.IN_REVIEW, "", version=1, by=officer)

    def test_what_is_said_of_a_paper_changes_while_it_is_open(self, officer) -> None:
        words = StudyWords(StudyKind.STUDY, "Draft", date(2017, 9, 1))
        paper = plan_study(II, words, by=officer)
        plan_study(II, StudyWords(StudyKind.STUDY, "Other"), by=officer)
        later = replace(words, due=date(2017, 11, 1), result="2", countries=("GE", "AM"))

        edit_study(paper, later, version=1, by=officer)
        edit_study(paper, later, version=2, by=officer)

        assert study_view(II, paper, TODAY).words == replace(later, countries=("AM", "GE"))
        assert [step.sentence for step in study_story(paper)] == ["Planned.", "Changed: due, result, countries."]
        assert "Due: 1 November 2017" in study_story(paper)[-1].details
        for wrong, field in (({"title": "Other"}, "title"), ({"result": "9"}, "result"), ({"title": " "}, "title")):
            with pytest.raises(Refused) as refusal:
                edit_study(paper, replace(later, **wrong), version=2, by=officer)
            assert refusal.value.field == field

    def test_the_words_of_a_final_paper_stand(self, officer, auditor) -> None:
        words = StudyWords(StudyKind.STUDY, "Draft")
        paper = plan_study(II, words, by=officer)
        move_study(paper, StudyState.DROPPED, "Overtaken by the reform", version=1, by=officer)
        with pytest.raises(Refused, match="Take it back to work first"):
            edit_study(paper, replace(words, title="Anew"), version=2, by=officer)
        with pytest.raises(NotEntitled):
            edit_study(paper, words, version=2, by=auditor)
        assert study_story(paper)[-1].details == ("Overtaken by the reform",)
