"""An assessment from its first answer to its sign-off by another person, and what is refused on the way."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, date, datetime
from typing import Any

import pytest

from comity.atlas.actions.publish_pack import publish_pack
from comity.atlas.models import LoadedPack, Origin
from comity.atlas.tests.law import load_law
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.actor import SYSTEM
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled, Role
from comity.stateofplay.actions.answer_item import answer_item
from comity.stateofplay.actions.carry_over_answers import carry_over_answers
from comity.stateofplay.actions.return_assessment import return_assessment
from comity.stateofplay.actions.send_for_review import send_for_review
from comity.stateofplay.actions.sign_off_assessment import sign_off_assessment
from comity.stateofplay.actions.start_assessment import start_assessment
from comity.stateofplay.queries.assessments import assessment_view, compared
from comity.stateofplay.queries.node_matrix import node_matrix
from comity.stateofplay.rules.assessment import NotNow
from comity.stateofplay.rules.refusal import ChangedMeanwhile, QuestionnaireChanged

pytestmark = pytest.mark.django_db
NAME = "assessments/state-of-play"
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
DAY = date(2026, 3, 1)
GIVEN = {"level": "full", "status": "yes", "entries": "Cyber Police\nSecurity Service", "text": "As law", "count": "7"}


@pytest.fixture(autouse=True)
def _law(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with clock.frozen(NOW):
        load_law(monkeypatch)
        yield


def _user(name: str, *roles: Role) -> User:
    user = User.objects.create(username=name, display_name=f"{name}, Georgia", created_at=NOW)
    for role in roles:
        Mandate.objects.create(user=user, role=role, valid_from=date(2025, 1, 1), created_at=NOW)
    return user


@pytest.fixture
def editor() -> User:
    return _user("first", Role.EDITOR)


@pytest.fixture
def other() -> User:
    return _user("second", Role.EDITOR)


def _filled(by: User, day: date = DAY, **values: str) -> int:
    number = start_assessment(CountryCode("GE"), "state-of-play", day, by=by)
    for answer in assessment_view(number).answers:
        value = values.get(answer.item.id.replace(".", "_").replace("-", "_"), GIVEN[answer.item.scale])
        answer_item(number, answer.item.id, value, source="a law", by=by)
    return number


def _version(number: int) -> int:
    return assessment_view(number).version


def test_signed_off_by_another_it_speaks_in_the_overview_from_its_day_on(editor: User, other: User) -> None:
    number = _filled(editor)
    send_for_review(number, version=_version(number), by=editor)
    with pytest.raises(NotNow, match="Another editor"):
        sign_off_assessment(number, version=_version(number), by=editor)
    assert node_matrix(DAY, countries=["GE"]).rows[2].cells[0].entries[0] == "Ministry of Internal Affairs"
    sign_off_assessment(number, version=_version(number), by=other)
    cell = node_matrix(DAY, countries=["GE"]).rows[2].cells[0]
    assert (cell.entries, cell.statements[0].assessment) == (("Cyber Police", "Security Service"), number)
    assert node_matrix(date(2020, 1, 1), countries=["GE"]).rows[2].cells[0].statements[0].assessment is None
    names = [entry.name for entry in entries_about(f"assessment:{number}")]
    assert {names[0], names[-1]} == {"assessment-started", "assessment-signed-off"}
    with pytest.raises(NotNow, match="stays as it is"):
        answer_item(number, "16.preservation", "none", source="a law", version=1, by=editor)


def test_it_is_sent_whole_and_returned_with_a_reason(editor: User, other: User) -> None:
    number = start_assessment(CountryCode("GE"), "state-of-play", DAY, by=editor)
    with pytest.raises(NotNow, match="56 questions have no answer yet"):
        send_for_review(number, version=1, by=editor)
    for answer in assessment_view(number).answers:
        answer_item(number, answer.item.id, "", known=False, by=editor)
    send_for_review(number, version=_version(number), by=editor)
    with pytest.raises(NotNow, match="in review"):
        answer_item(number, "19.1", "full", source="a law", version=1, by=editor)
    with pytest.raises(Refused, match="what should change"):
        return_assessment(number, " ", version=_version(number), by=other)
    return_assessment(number, "Article 19 has a source.", version=_version(number), by=other)
    assert assessment_view(number).returned_because == "Article 19 has a source."


@pytest.mark.parametrize(
    ("item", "value", "source", "sentence"),
    [
        ("16.preservation", "maybe", "a law", "is not one of: full, partial, none"),
        ("16.preservation", "full", "", "no source"),
        ("units.staff", "many", "a report", "is not a number"),
        ("units.staff", "٣", "a report", "is not a number"),
        ("units.cybercrime", "", "a report", "There is no answer"),
        ("units.cybercrime", "x" * 300, "a report", "more than 200 characters"),
    ],
)
def test_an_answer_that_does_not_fit_is_explained(
    editor: User, item: str, value: str, source: str, sentence: str
) -> None:
    number = start_assessment(CountryCode("GE"), "state-of-play", DAY, by=editor)
    with pytest.raises(Refused, match=sentence):
        answer_item(number, item, value, source=source, by=editor)


def test_an_answer_that_changed_meanwhile_is_not_overwritten(editor: User, other: User) -> None:
    number = start_assessment(CountryCode("GE"), "state-of-play", DAY, by=editor)
    answer_item(number, "19.1", "full", source="a law", by=other)
    with pytest.raises(ChangedMeanwhile):
        answer_item(number, "19.1", "none", source="a law", by=editor)


def test_a_questionnaire_changed_under_answers_is_refused_until_they_are_carried_over(editor: User) -> None:
    number = _filled(editor)
    _change_a_question()
    with pytest.raises(QuestionnaireChanged, match="edition 3 now, and one question must be answered"):
        send_for_review(number, version=_version(number), by=editor)
    with pytest.raises(QuestionnaireChanged):
        answer_item(number, "19.1", "none", source="a law", version=1, by=editor)
    assert carry_over_answers(number, version=_version(number), by=editor) == ("16.preservation",)
    kept = {answer.item.id: answer for answer in assessment_view(number).answers}
    assert kept["19.1"].answered
    assert (kept["16.preservation"].stale, kept["16.preservation"].given) == (True, "full")
    answer_item(number, "16.preservation", "partial", source="a law", version=1, by=editor)
    send_for_review(number, version=_version(number), by=editor)


def test_starting_is_for_editors_on_a_day_that_was_once(editor: User) -> None:
    with pytest.raises(NotEntitled):
        start_assessment(CountryCode("GE"), "state-of-play", DAY, by=_user("reader"))
    with pytest.raises(Refused, match="yet to come"):
        start_assessment(CountryCode("GE"), "state-of-play", date(2026, 4, 1), by=editor)
    start_assessment(CountryCode("GE"), "state-of-play", DAY, by=editor)
    with pytest.raises(Refused, match="under way already"):
        start_assessment(CountryCode("GE"), "state-of-play", DAY, by=editor)


def test_two_of_a_country_are_compared_question_by_question(editor: User) -> None:
    earlier, later = _filled(editor, date(2025, 3, 1)), _filled(editor, **{"19_1": "none"})
    (found,) = compared(assessment_view(earlier), assessment_view(later))
    assert (found.before, found.after) == ("full", "none")


def _change_a_question() -> None:
    row = LoadedPack.objects.get(name=NAME, current=True)
    content: dict[str, Any] = deepcopy(row.content)
    content["questionnaire"]["edition"] = 3
    item = next(i for s in content["questionnaire"]["sections"] for i in s["items"] if i["id"] == "16.preservation")
    item["text"] += " Without a court?"
    publish_pack(
        NAME, content, on=row.digest, origin=Origin.EDITED, came_from="user:first", why="Plainer.", actor=SYSTEM
    )
