"""Activities as programme officers keep them: planned, changed, moved, confirmed; each on the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from comity.atlas.rules.packs.overview import ActivityKind, Precision
from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled
from comity.programme.actions.attach_document import attach_document
from comity.programme.actions.confirm_activity import confirm_activity
from comity.programme.actions.create_project import create_project
from comity.programme.actions.edit_activity import edit_activity
from comity.programme.actions.edit_project import edit_project
from comity.programme.actions.form_team import form_team
from comity.programme.actions.move_activity import move_activity
from comity.programme.actions.plan_activity import plan_activity
from comity.programme.actions.remove_document import remove_document
from comity.programme.models import Activity, Project, Result
from comity.programme.queries.activity_page import activity_page, document_file
from comity.programme.queries.activity_story import activity_story
from comity.programme.queries.project_draft import project_draft
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_words import ActivityWords
from comity.programme.rules.conflict import ConflictKind
from comity.programme.rules.project_draft import ProjectDraft
from comity.programme.rules.team import TeamKind
from comity.stateofplay.rules.refusal import ChangedMeanwhile

pytestmark = pytest.mark.django_db
DRAFT = ProjectDraft("Training of judges", date(2026, 1, 1), date(2027, 12, 31), countries=("GE", "UA"))
WORDS = ActivityWords("Workshop on CERTs", ActivityKind.WORKSHOP, date(2026, 3, 10), date(2026, 3, 11), host="GE")
PDF = b"%PDF-1.7 agenda"


@pytest.fixture
def project(officer, frozen_clock) -> str:
    frozen_clock(clock.now().replace(2026, 3, 2))
    code = create_project("judges", DRAFT, by=officer)
    Result.objects.create(project=Project.objects.get(code=code), level="result", number="1", says="Judges know")
    return code


@pytest.fixture
def activity(project, officer) -> str:
    return plan_activity(project, WORDS, by=officer)


def row(code: str) -> Activity:
    return Activity.objects.get(code=code)


def test_only_programme_officers_change(project, activity, drafter, auditor) -> None:
    for user in (drafter, auditor):
        for act in (
            lambda: create_project("other", DRAFT, by=user),  # noqa: B023  called at once
            lambda: edit_project(project, DRAFT, version=1, by=user),  # noqa: B023
            lambda: plan_activity(project, WORDS, by=user),  # noqa: B023
            lambda: edit_activity(project, activity, WORDS, version=1, by=user),  # noqa: B023
            lambda: move_activity(project, activity, ActivityState.CONFIRMED, version=1, by=user),  # noqa: B023
            lambda: confirm_activity(project, activity, version=1, by=user),  # noqa: B023
            lambda: attach_document(project, activity, PDF, name="a.pdf", by=user),  # noqa: B023
            lambda: remove_document(project, activity, 1, by=user),  # noqa: B023
        ):
            with pytest.raises(NotEntitled):
                act()


def test_an_activity_is_planned_with_its_result_and_its_partners(project, officer) -> None:
    create_project("prosecutors", replace(DRAFT, name="Training of prosecutors"), by=officer)
    words = replace(WORDS, precision=Precision.MONTH, result="1", shared_with=("prosecutors", project))

    code = plan_activity(project, words, idea=True, by=officer)

    made = row(code)
    assert (code, made.state, made.result.number) == ("workshop-on-certs", "idea", "1")
    assert (made.starts, made.ends) == (date(2026, 3, 1), date(2026, 3, 31))
    assert [each.code for each in made.shared_with.all()] == ["prosecutors"]
    assert plan_activity(project, words, by=officer) == "workshop-on-certs-2"


def test_a_team_of_the_project_is_at_activities_and_in_one_place_at_a_time(project, officer) -> None:
    form_team(project, TeamKind.COUNTRY, "Country team, Georgia", CountryCode("GE"), by=officer)
    at_it = replace(WORDS, teams=("Country team, Georgia",))
    first = plan_activity(project, at_it, by=officer)
    second = plan_activity(project, replace(at_it, host="UA"), by=officer)

    page = activity_page(project, first, clock.today(), inside=False)
    assert page.words.teams == ("Country team, Georgia",)
    assert [each.kinds for each in page.conflicts] == [(ConflictKind.TEAM,)]

    edit_activity(project, second, replace(WORDS, host="UA"), version=1, by=officer)
    assert activity_page(project, first, clock.today(), inside=False).conflicts == ()
    assert activity_story(project, second, adopted=False, inside=False)[-1].details == ("Teams: nothing any more",)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"teams": ("Nobody",)}, "teams"),
        ({"title": "  "}, "title"),
        ({"title": "x" * 301}, "title"),
        ({"result": "9"}, "result"),
        ({"shared_with": ("none",)}, "shared_with"),
        ({"countries": ("XX",)}, "countries"),
        ({"ends": date(2026, 3, 9)}, "ends"),
        ({"expected": "x" * 4001}, "expected"),
        ({"organisers": tuple(map(str, range(21)))}, "organisers"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_kept(project, officer, change, field) -> None:
    with pytest.raises(Refused) as refusal:
        plan_activity(project, replace(WORDS, **change), by=officer)
    assert refusal.value.field == field
    assert not Activity.objects.exists()


def test_two_who_change_at_once_do_not_overwrite_each_other(project, activity, officer) -> None:
    edit_activity(project, activity, replace(WORDS, title="Workshop"), version=1, by=officer)
    for act in (
        lambda: edit_activity(project, activity, WORDS, version=1, by=officer),
        lambda: move_activity(project, activity, ActivityState.CONFIRMED, version=1, by=officer),
        lambda: confirm_activity(project, activity, version=1, by=officer),
    ):
        with pytest.raises(ChangedMeanwhile):
            act()
    assert row(activity).title == "Workshop"


def test_its_way_from_a_plan_to_a_report_is_told_in_sentences(project, officer, frozen_clock) -> None:
    code = plan_activity(project, replace(WORDS, unconfirmed=True), by=officer)
    confirm_activity(project, code, remark="Letter of the ministry", version=1, by=officer)
    edit_activity(project, code, replace(WORDS, venue="Tbilisi"), version=2, by=officer)
    edit_activity(project, code, replace(WORDS, venue="Tbilisi"), version=3, by=officer)  # changes nothing
    move_activity(project, code, ActivityState.CONFIRMED, version=3, by=officer)
    with pytest.raises(Refused, match="begins on 10 March 2026"):
        move_activity(project, code, ActivityState.HELD, version=4, by=officer)
    frozen_clock(clock.now().replace(2026, 3, 12))
    move_activity(project, code, ActivityState.HELD, version=4, by=officer)
    with pytest.raises(Refused, match="what the activity brought"):
        move_activity(project, code, ActivityState.REPORTED, version=5, by=officer)
    move_activity(project, code, ActivityState.REPORTED, outcome="Twelve trained", version=5, by=officer)
    with pytest.raises(Refused, match="say what it brought"):
        edit_activity(project, code, WORDS, version=6, by=officer)

    story = activity_story(project, code, adopted=False, inside=True)
    assert [step.sentence for step in story] == [
        "Entered here, for 10 to 11 March 2026.",
        "Confirmed.",
        "Changed: venue.",
        "Confirmed.",
        "Held.",
        "Reported.",
    ]
    assert (story[1].details, story[-1].details) == (("Letter of the ministry",), ("Twelve trained",))
    assert row(code).outcome == "Twelve trained"


def test_what_is_cancelled_says_why_and_what_is_held_is_doubted_no_more(project, officer) -> None:
    code = plan_activity(project, replace(WORDS, starts=date(2026, 3, 1), unconfirmed=True), by=officer)
    with pytest.raises(Refused, match="why it is cancelled"):
        move_activity(project, code, ActivityState.CANCELLED, version=1, by=officer)
    move_activity(project, code, ActivityState.HELD, version=1, by=officer)
    assert not row(code).unconfirmed


def test_documents_are_kept_byte_for_byte_until_they_are_removed(project, activity, officer) -> None:
    shown = attach_document(project, activity, PDF, name="agenda.pdf", title="Agenda", public=True, by=officer)
    inner = attach_document(project, activity, b"Budget", name="notes.txt", by=officer)
    with pytest.raises(Refused, match="kept already, as “Agenda”"):
        attach_document(project, activity, PDF, name="again.pdf", by=officer)

    today = date(2026, 3, 2)
    assert [each.title for each in activity_page(project, activity, today, inside=False).documents] == ["Agenda"]
    assert [each.number for each in activity_page(project, activity, today, inside=True).documents] == [shown, inner]
    assert document_file(project, activity, shown).content == PDF
    remove_document(project, activity, shown, by=officer)
    for gone in (lambda: document_file(project, activity, shown), lambda: document_file(project, "none", inner)):
        with pytest.raises(NotFound):
            gone()
    assert [step.sentence for step in activity_story(project, activity, adopted=False, inside=True)][-1] == (
        "Document removed: Agenda."
    )
    outside = [step.sentence for step in activity_story(project, activity, adopted=False, inside=False)]
    assert not any("notes.txt" in sentence for sentence in outside)


@pytest.mark.parametrize(
    ("code", "change", "field"),
    [
        ("activities", {}, "code"),
        ("Two Words", {}, "code"),
        ("judges", {}, "code"),
        ("more", {"name": ""}, "name"),
        ("more", {"ends": date(2025, 1, 1)}, "ends"),
        ("more", {"currency": "euro"}, "currency"),
        ("more", {"budget": Decimal("1.005")}, "budget"),
        ("more", {"countries": ("ZZ",)}, "countries"),
    ],
)
def test_a_project_that_cannot_be_kept_is_refused_beside_its_field(project, officer, code, change, field) -> None:
    with pytest.raises(Refused) as refusal:
        create_project(code, replace(DRAFT, **change), by=officer)
    assert refusal.value.field == field
    assert Project.objects.count() == 1


def test_a_project_is_changed_once_at_a_time(project, officer) -> None:
    kept, version = project_draft(project)
    assert kept == DRAFT
    edit_project(project, replace(kept, theme="Evidence"), version=version, by=officer)
    with pytest.raises(ChangedMeanwhile):
        edit_project(project, kept, version=version, by=officer)
    assert project_draft(project) == (replace(kept, theme="Evidence"), 2)
