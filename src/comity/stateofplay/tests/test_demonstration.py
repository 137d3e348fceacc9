"""The demonstration world's trackers, drafts and begun assessment: made by the usual actions, marked as made up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from comity.atlas.actions.load_packs import load_packs
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.ledger.models import Entry
from comity.ledger.rules.actor import SYSTEM
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.stateofplay.actions.load_demonstration import load_demonstration
from comity.stateofplay.models import Amendment, AmendmentStep, Answer, Assessment, FollowUp
from comity.stateofplay.queries.follow_up_history import follow_up_history
from comity.stateofplay.queries.follow_ups import due_follow_ups
from comity.stateofplay.rules.demonstration import AMENDMENTS, ANSWERS, FOLLOW_UPS, MADE_UP
from comity.stateofplay.rules.follow_up import Timing

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    load_packs(Path(__file__).parents[4] / "packs", actor=SYSTEM)
    user = User.objects.create(username="editor", display_name="Editor", created_at=NOW)
    since = (NOW - timedelta(days=90)).date()
    Mandate.objects.create(user=user, role=Role.EDITOR, valid_from=since, created_at=NOW)
    return user


def test_a_first_visitor_finds_every_tracker_begun_and_marked_as_made_up(editor: User) -> None:
    with clock.frozen(NOW):
        load_demonstration(editor)
        overdue = [row for _, _, row in due_follow_ups(NOW.date()) if row.timing is Timing.OVERDUE]
        entries = Entry.objects.count()
        load_demonstration(editor)
    assert Entry.objects.count() == entries, "Loading again changes nothing."
    assert FollowUp.objects.count() == len(FOLLOW_UPS)
    assert set(FollowUp.objects.values_list("source", flat=True)) == {MADE_UP}
    assert set(FollowUp.objects.values_list("status", flat=True)) == {"not-started", "under-way", "done"}
    assert {row.country for row in overdue} == {"GE", "UA"}
    assert len(follow_up_history("tcy-mla-2014", "1", CountryCode("GE"))) == 2
    assert Amendment.objects.count() == len(AMENDMENTS)
    assert set(Amendment.objects.values_list("state", flat=True)) == {"draft", "in-consultation", "before-parliament"}
    assert all(amendment.remarks == MADE_UP for amendment in Amendment.objects.all())
    assert min(AmendmentStep.objects.values_list("day", flat=True)) < NOW.date() - timedelta(days=60)
    assessment = Assessment.objects.get()
    assert assessment.state == "draft", "Made for others to go on with; the overview repeats what is signed off only."
    assert Answer.objects.count() == len(ANSWERS)


def test_what_somebody_began_is_left_alone(editor: User) -> None:
    FollowUp.objects.create(list_id="eap-ii", number="1", country="GE", changed_at=NOW, changed_by=editor)
    Amendment.objects.create(country="GE", article="16", started_at=NOW, started_by=editor, changed_at=NOW)
    with clock.frozen(NOW):
        load_demonstration(editor)
    assert FollowUp.objects.count() == 1
    assert Amendment.objects.count() == 1
