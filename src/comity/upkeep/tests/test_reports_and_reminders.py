"""Reports of errors with their limit, owners of countries, and the reminders that they get."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.ledger.queries.entries import entries_about
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled
from comity.upkeep.actions.answer_error_report import answer_error_report
from comity.upkeep.actions.assign_owner import assign_owner
from comity.upkeep.actions.erase_senders import erase_senders
from comity.upkeep.actions.load_demonstration import load_demonstration
from comity.upkeep.actions.raise_reminders import raise_reminders
from comity.upkeep.actions.report_error import report_error
from comity.upkeep.actions.see_reminder import see_reminder
from comity.upkeep.models import CountryOwner, ErrorReport, Proposal, UpkeepReminder
from comity.upkeep.queries.desk import upkeep_desk
from comity.upkeep.queries.reports import error_reports, reports_waiting
from comity.upkeep.rules.refusal import NotFound, NotNow, TooMany
from comity.upkeep.tests.conftest import NOW

TEXT = "Article 16 was adopted in February 2026."
HOME, ELSEWHERE = "192.0.2.1", "192.0.2.2"
A_YEAR_ON = datetime(2027, 12, 1, 8, tzinfo=UTC)


def _report(address: str = HOME, text: str = TEXT, page: str = "/atlas/GE/") -> int:
    return report_error(page, text, place="countries/ge/powers.16.0", address=address)


def test_a_report_waits_until_an_editor_answers(editor: User, other: User, reader: User) -> None:
    number = _report()
    (shown,) = error_reports()
    assert (shown.number, shown.page, shown.text, reports_waiting()) == (number, "/atlas/GE/", TEXT, 1)
    with pytest.raises(NotEntitled):
        answer_error_report(number, "No.", corrected=False, by=reader)
    with pytest.raises(Refused, match="Say why"):
        answer_error_report(number, " ", corrected=False, by=editor)
    answer_error_report(number, "Proposed as number 1.", corrected=True, by=editor)
    with pytest.raises(NotNow, match="answered this report meanwhile"):
        answer_error_report(number, "No.", corrected=False, by=other)
    (answered,) = error_reports(answered=True)
    assert (answered.state, answered.answered_by, error_reports()) == ("corrected", editor.display_name, ())
    entries = entries_about(f"error-report:{number}")
    assert {entry.name for entry in entries} == {"error-reported", "error-report-answered"}
    assert TEXT not in str([entry.payload for entry in entries])
    with pytest.raises(NotFound):
        answer_error_report(number + 1, "No.", corrected=False, by=editor)


@pytest.mark.parametrize("text", ["", "too short", "x" * 2001, "a zero byte \x00 in it"])
def test_a_report_has_ten_to_two_thousand_characters(packs: None, text: str) -> None:
    with pytest.raises(Refused, match="10 to 2,000 characters"):
        _report(text=text)


@pytest.mark.parametrize("page", ["//elsewhere.example/", "elsewhere", "/" + "x" * 300])
def test_a_report_is_about_a_page_of_this_node(packs: None, page: str) -> None:
    with pytest.raises(Refused, match="no page of this node"):
        _report(page=page)


def test_five_an_hour_from_one_sender(packs: None) -> None:
    for _ in range(5):
        _report()
    with pytest.raises(TooMany, match="come back in an hour"):
        _report()
    _report(ELSEWHERE)
    with clock.frozen(NOW + timedelta(hours=1)):
        _report()
    senders = set(ErrorReport.objects.values_list("sender", flat=True))
    assert len(senders) == 2
    assert not any(HOME in sender for sender in senders)


def test_the_sender_is_erased_after_a_day(packs: None) -> None:
    _report()
    with clock.frozen(NOW + timedelta(hours=23)):
        _report()
        assert erase_senders() == 0
    with clock.frozen(NOW + timedelta(days=1)):
        assert erase_senders() == 1
    assert [bool(row.sender) for row in ErrorReport.objects.all()] == [False, True]


def test_one_owner_a_country(editor: User, other: User, reader: User) -> None:
    georgia = CountryCode("GE")
    with pytest.raises(NotEntitled):
        assign_owner(georgia, editor.username, by=reader)
    with pytest.raises(Refused, match="not an editor"):
        assign_owner(georgia, reader.username, by=editor)
    with pytest.raises(Refused, match="There is no user"):
        assign_owner(georgia, "nobody", by=editor)
    for username in (editor.username, other.username, other.username):
        assign_owner(georgia, username, by=editor)
    assert CountryOwner.objects.get().user == other
    assign_owner(georgia, "", by=editor)
    assert not CountryOwner.objects.exists()
    owners = [entry.payload["owner"] for entry in entries_about("country:GE")]
    assert sorted(owners) == ["", f"user:{editor.pk}", f"user:{other.pk}"]


def test_an_owner_is_reminded_once_a_week_of_what_is_due(editor: User, other: User) -> None:
    assign_owner(CountryCode("GE"), editor.username, by=editor)
    assert raise_reminders() == 0
    with clock.frozen(A_YEAR_ON):
        assert (raise_reminders(), raise_reminders()) == (1, 0)
        shown = upkeep_desk(editor)
        assert shown is not None and shown.reminder is not None  # noqa: PT018
        assert shown.reminder.countries[0][:2] == ("GE", "Georgia")
        assert shown.reminder.due > 20
        with pytest.raises(NotFound):
            see_reminder(shown.reminder.number, by=other)
        see_reminder(shown.reminder.number, by=editor)
        see_reminder(shown.reminder.number, by=editor)
        seen = upkeep_desk(editor)
        assert seen is not None and seen.reminder is None  # noqa: PT018
    with clock.frozen(A_YEAR_ON + timedelta(days=7)):
        assert raise_reminders() == 1
    assert [row.week.weekday() for row in UpkeepReminder.objects.all()] == [0, 0]


def test_whoever_is_no_editor_has_no_upkeep_on_the_desk(reader: User) -> None:
    assert upkeep_desk(reader) is None


def test_the_demonstration_has_one_proposal_and_one_report(make_editor: Callable[[str], User], editor: User) -> None:
    for _ in range(2):
        load_demonstration(editor)
    assert (Proposal.objects.count(), ErrorReport.objects.count(), CountryOwner.objects.count()) == (1, 1, 1)
