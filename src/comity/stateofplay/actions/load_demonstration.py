"""Loading the demonstration world's trackers, drafts and a begun assessment, by the same actions as people use.

Goes back in time by holding the clock, never by writing rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from django.db import transaction

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.people.models.user import User
from comity.stateofplay.actions.answer_item import answer_item
from comity.stateofplay.actions.edit_amendment import edit_amendment
from comity.stateofplay.actions.keep_follow_up import keep_follow_up
from comity.stateofplay.actions.move_amendment import move_amendment
from comity.stateofplay.actions.start_amendment import start_amendment
from comity.stateofplay.actions.start_assessment import start_assessment
from comity.stateofplay.models import Amendment, Assessment, FollowUp
from comity.stateofplay.queries.gaps import gap_of, model_law_of
from comity.stateofplay.rules.amendment import AmendmentWords
from comity.stateofplay.rules.demonstration import (
    AMENDMENTS,
    ANSWERS,
    AS_OF,
    ASSESSED,
    FOLLOW_UPS,
    MADE_UP,
    SLIDE,
    ToldAmendment,
    ToldFollowUp,
)
from comity.stateofplay.rules.follow_up import FollowUpWords

QUESTIONNAIRE = "state-of-play"


@transaction.atomic
def load_demonstration(editor: User) -> None:
    """Does nothing where somebody has begun; leaves out what the node's packs do not know."""
    snapshot = node_snapshot()
    if not FollowUp.objects.exists():
        for follow_up in FOLLOW_UPS:
            if follow_up.list_id in snapshot.recommendations and follow_up.country in snapshot.countries:
                _follow_up(follow_up, editor)
    if not Amendment.objects.exists():
        for amendment in AMENDMENTS:
            if _is_gap(snapshot, amendment):
                _amendment(amendment, editor)
    if not Assessment.objects.exists() and QUESTIONNAIRE in snapshot.questionnaires and ASSESSED in snapshot.countries:
        _assessment(editor)


def _follow_up(told: ToldFollowUp, editor: User) -> None:
    due = None if told.due_in is None else clock.today(editor.zone) + timedelta(days=told.due_in)
    words = FollowUpWords(
        told.status, told.responsible, due, told.evidence, told.next_step, told.activity, source=MADE_UP
    )
    country = CountryCode(told.country)
    with _days_ago(told.days_ago):
        keep_follow_up(told.list_id, told.number, country, words, version=0, by=editor)
    if told.later:
        with _days_ago(told.days_ago // 2):
            later = FollowUpWords(
                told.later, told.responsible, due, told.evidence, told.next_step, told.activity, source=MADE_UP
            )
            keep_follow_up(told.list_id, told.number, country, later, version=1, by=editor)


def _is_gap(snapshot: Snapshot, told: ToldAmendment) -> bool:
    law = model_law_of(snapshot)
    if law is None or told.article not in law.articles or told.country not in snapshot.countries:
        return False
    return all(
        gap_of(snapshot, CountryCode(told.country), told.article, day).open
        for day in (clock.today(), clock.today() - timedelta(days=told.steps[0][0]))
    )


def _amendment(told: ToldAmendment, editor: User) -> None:
    (began, _, _), *steps = told.steps
    with _days_ago(began):
        number = start_amendment(CountryCode(told.country), told.article, clock.today(editor.zone), by=editor)
        words = AmendmentWords(told.missing, told.wording, told.bill, MADE_UP, told.checks)
        edit_amendment(number, words, version=1, by=editor)
    for version, (days, state, remark) in enumerate(steps, 2):
        with _days_ago(days):
            today = clock.today(editor.zone)
            move_amendment(number, state, today, remark=remark, source=MADE_UP, version=version, by=editor)


def _assessment(editor: User) -> None:
    with _days_ago(5):
        number = start_assessment(CountryCode(ASSESSED), QUESTIONNAIRE, date.fromisoformat(AS_OF), by=editor)
        for item, value, evidence in ANSWERS:
            answer_item(number, item, value, evidence=evidence, source=SLIDE, by=editor)


@contextmanager
def _days_ago(days: int) -> Iterator[None]:
    with clock.frozen(clock.now() - timedelta(days=days)):
        yield
