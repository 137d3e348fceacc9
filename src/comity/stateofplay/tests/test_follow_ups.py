"""Following up recommendations: what each status needs, what is overdue, and that nothing said is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.atlas.tests.law import load_law
from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled, Role
from comity.stateofplay.actions.keep_follow_up import keep_follow_up
from comity.stateofplay.queries.follow_up_history import follow_up_history
from comity.stateofplay.queries.follow_ups import due_follow_ups, follow_up_view, recommendation_list
from comity.stateofplay.rules.follow_up import FollowUpStatus, FollowUpWords, Timing, checked, timing
from comity.stateofplay.rules.refusal import ChangedMeanwhile

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
TODAY = date(2026, 3, 2)
LIST = "tcy-mla-2014"
GE = CountryCode("GE")
S = FollowUpStatus


@pytest.mark.parametrize(
    ("status", "due", "expected"),
    [
        (S.UNDER_WAY, date(2026, 3, 1), Timing.OVERDUE),
        (S.UNDER_WAY, TODAY, Timing.SOON),
        (S.UNDER_WAY, date(2026, 4, 1), Timing.SOON),
        (S.UNDER_WAY, date(2026, 4, 2), Timing.LATER),
        (S.UNKNOWN, date(2026, 3, 1), Timing.OVERDUE),
        (S.DONE, date(2026, 3, 1), Timing.NONE),
        (S.NOT_APPLICABLE, date(2026, 3, 1), Timing.NONE),
        (S.UNDER_WAY, None, Timing.NONE),
    ],
)
def test_what_is_overdue(status: FollowUpStatus, due: date | None, expected: Timing) -> None:
    assert timing(status, due, TODAY) is expected


@given(st.sampled_from(FollowUpStatus), st.dates(), st.dates(), st.dates())
def test_once_overdue_always_overdue(status: FollowUpStatus, due: date, one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    if timing(status, due, earlier) is Timing.OVERDUE:
        assert timing(status, due, later) is Timing.OVERDUE


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (FollowUpWords(S.UNDER_WAY), "source"),
        (FollowUpWords(S.DONE, source="a law"), "evidence"),
        (FollowUpWords(S.NOT_APPLICABLE, source="a law"), "evidence"),
        (FollowUpWords(S.UNKNOWN, responsible="x" * 201), "responsible"),
        (FollowUpWords(S.UNKNOWN, next_step="\x00"), "next_step"),
    ],
)
def test_what_a_status_needs(words: FollowUpWords, field: str) -> None:
    with pytest.raises(Refused) as refusal:
        checked(words)
    assert refusal.value.field == field


@pytest.fixture
def node(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with clock.frozen(NOW):
        load_law(monkeypatch)
        yield


def _user(name: str, *roles: Role) -> User:
    user = User.objects.create(username=name, display_name=name, created_at=NOW)
    for role in roles:
        Mandate.objects.create(user=user, role=role, valid_from=date(2025, 1, 1), created_at=NOW)
    return user


def test_a_follow_up_is_kept_with_every_version(node: None) -> None:
    editor = _user("editor", Role.EDITOR)
    assert follow_up_view(LIST, "5", "GE", TODAY)[2].words.status is S.UNKNOWN
    begun = FollowUpWords(
        S.UNDER_WAY, "Ministry of Justice", date(2026, 2, 1), next_step="Draft rules", source="a letter"
    )
    keep_follow_up(LIST, "5", GE, begun, version=0, by=editor)
    assert [each.timing for _, _, each in due_follow_ups(TODAY)] == [Timing.OVERDUE]
    assert recommendation_list(LIST, TODAY).overdue == 1
    with pytest.raises(ChangedMeanwhile):
        keep_follow_up(LIST, "5", GE, begun, version=0, by=editor)
    done = FollowUpWords(S.DONE, "Ministry of Justice", date(2026, 2, 1), "Rules adopted", source="a law")
    keep_follow_up(LIST, "5", GE, done, version=1, by=editor)
    assert not due_follow_ups(TODAY)
    newest, oldest = follow_up_history(LIST, "5", "GE")
    assert (oldest.status, newest.status) == (S.UNDER_WAY, S.DONE)
    assert dict(newest.changed) == {"Evidence": "Rules adopted", "Next step": "nothing any more", "Source": "a law"}


def test_only_editors_and_only_what_countries_are_asked(node: None) -> None:
    words = FollowUpWords(S.NOT_STARTED, source="a letter")
    with pytest.raises(NotEntitled):
        keep_follow_up(LIST, "5", GE, words, version=0, by=_user("reader"))
    editor = _user("editor", Role.EDITOR)
    with pytest.raises(Refused, match="Council of Europe"):
        keep_follow_up(LIST, "16", GE, words, version=0, by=editor)
    for name, number, country in ((LIST, "99", "GE"), ("none", "1", "GE"), (LIST, "1", "FR")):
        with pytest.raises(NotFound):
            keep_follow_up(name, number, CountryCode(country), words, version=0, by=editor)
