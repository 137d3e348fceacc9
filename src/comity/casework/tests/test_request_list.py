"""The list of requests: filtered by its address, page after page without a gap, exported and acted on row by row."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.casework.actions.acknowledge_requests import acknowledge_requests
from comity.casework.actions.delete_filter import delete_filter
from comity.casework.actions.rename_filter import rename_filter
from comity.casework.actions.save_filter import save_filter
from comity.casework.actions.seed_requests import seed_requests
from comity.casework.models import Request
from comity.casework.queries.request_export import COLUMNS, exported, exported_ones
from comity.casework.queries.request_list import request_list
from comity.casework.queries.saved_filters import saved_filters
from comity.casework.rules.handling.open_states import OPEN_STATES
from comity.casework.rules.lists.mark import Mark, mark
from comity.casework.rules.lists.request_filter import Order, RequestFilter, request_filter
from comity.casework.rules.refusal import NotFound, Refused
from comity.casework.rules.transitions import State
from comity.people.rules.roles import NotEntitled

ALL = RequestFilter()


@pytest.fixture
def seeded(cast: Any, node: Any) -> Any:
    seed_requests(300, years=1)
    return cast


def _walk(user: Any, wanted: RequestFilter) -> list[str]:
    found, after = [], None
    while True:
        page = request_list(user, wanted, after=after)
        found += [line.reference for line in page.lines]
        after = page.after
        if after is None:
            return found


@pytest.mark.django_db
@pytest.mark.parametrize("order", list(Order))
def test_pages_follow_each_other_without_gap_or_repetition(seeded: Any, order: Order) -> None:
    Request.objects.update(changed_at=datetime(2026, 1, 1, tzinfo=UTC))  # only their numbers tell them apart
    every = _walk(seeded.drafter, RequestFilter(order=order))
    assert len(every) == len(set(every)) == Request.objects.exclude(case__restricted=True).count()


@pytest.mark.django_db
@pytest.mark.parametrize("order", list(Order))
def test_one_comes_back_the_way_one_went(seeded: Any, order: Order) -> None:
    wanted = RequestFilter(order=order)
    pages = [request_list(seeded.drafter, wanted)]
    while pages[-1].after:
        pages.append(request_list(seeded.drafter, wanted, after=pages[-1].after))
    assert pages[0].before is None
    assert len(pages) > 5
    for earlier, later in pairwise(pages):
        back = request_list(seeded.drafter, wanted, before=later.before)
        assert [line.reference for line in back.lines] == [line.reference for line in earlier.lines]
    assert request_list(seeded.drafter, wanted, before=pages[1].before).before is None


@pytest.mark.django_db
def test_each_part_of_the_filter_chooses(seeded: Any) -> None:
    rows = Request.objects.exclude(case__restricted=True)
    some = rows.filter(direction="incoming").first()
    for said, expected in [
        ({"direction": "incoming"}, rows.filter(direction="incoming")),
        ({"state": "open"}, rows.filter(state__in=OPEN_STATES)),
        ({"state": "executed"}, rows.filter(state="executed")),
        ({"kind": some.kind}, rows.filter(kind=some.kind)),
        ({"country": some.counterpart.lower()}, rows.filter(counterpart=some.counterpart)),
        ({"urgent": "yes"}, rows.filter(urgent=True)),
        ({"mine": "yes"}, rows.none()),
        ({"q": some.reference}, rows.filter(pk=some.pk)),
        ({"q": some.case.title}, rows.filter(case=some.case)),
        ({"state": "executed", "direction": "incoming"}, rows.filter(state="executed", direction="incoming")),
    ]:
        found = _walk(seeded.duty, request_filter(said))
        assert set(found) == set(expected.values_list("reference", flat=True)), said


@pytest.mark.parametrize(
    "nonsense",
    [
        {"state": "gone"},
        {"direction": "up"},
        {"kind": "<b>"},
        {"country": "XXX"},
        {"order": "random"},
        {"urgent": "no"},
        {"q": " \x00 "},
    ],
)
def test_what_an_address_says_wrongly_counts_as_not_said(nonsense: dict[str, str]) -> None:
    assert request_filter(nonsense) == ALL


def test_a_filter_reads_back_from_its_address() -> None:
    from urllib.parse import parse_qsl

    wanted = RequestFilter(
        text="tax & “portal”", direction=None, state="open", kind="preservation", country="UA", urgent=True, mine=True
    )
    assert request_filter(dict(parse_qsl(wanted.query))) == wanted
    assert ALL.query == ""


@given(st.integers(0, 10**17 - 1), st.integers(0, 10**18 - 1))
def test_a_mark_reads_back(microseconds: int, row: int) -> None:
    one = Mark(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=microseconds), row)
    assert mark(str(one)) == one


@pytest.mark.parametrize("text", ["", "7", "a.b", "1.2.3", "-1.5", "1" * 18 + ".1", "9" * 17 + ".1"])
def test_no_mark_no_page(text: str) -> None:
    found = mark(text)
    assert found is None or found.at < datetime.max.replace(tzinfo=UTC)


@pytest.mark.django_db
def test_an_export_has_what_the_list_has(seeded: Any) -> None:
    wanted = RequestFilter(state="open")
    rows = list(exported(seeded.duty, wanted))
    assert [row["reference"] for row in rows] == _walk(seeded.duty, wanted)
    assert all(tuple(row) == COLUMNS for row in rows)
    chosen = [str(row["reference"]) for row in rows[:3]]
    assert {row["reference"] for row in exported_ones(seeded.duty, chosen)} == set(chosen)
    assert not list(exported(seeded.editor, ALL))


@pytest.mark.django_db
def test_many_are_acknowledged_and_each_says_what_became_of_it(seeded: Any) -> None:
    sent = Request.objects.filter(state=State.RECEIVED, case__restricted=False).order_by("pk").first()
    if sent is None:
        sent = Request.objects.filter(state=State.SENT, case__restricted=False).first()
    done = Request.objects.filter(state=State.EXECUTED, case__restricted=False).first()
    outcomes = acknowledge_requests([sent.reference, done.reference, "GE-1999-00001", sent.reference], by=seeded.duty)
    assert [one.done for one in outcomes] == [True, False, False]
    assert "not possible now" in outcomes[1].sentence
    assert "no such request" in outcomes[2].sentence
    sent.refresh_from_db()
    assert sent.state == State.ACKNOWLEDGED


@pytest.mark.django_db
def test_no_more_than_a_hundred_at_once_and_none_silently(cast: Any) -> None:
    outcomes = acknowledge_requests([f"GE-1999-{number:05d}" for number in range(103)], by=cast.duty)
    assert len(outcomes) == 103
    assert all("at once" in one.sentence for one in outcomes[100:])


@pytest.mark.django_db
def test_a_filter_is_kept_renamed_replaced_and_deleted(cast: Any) -> None:
    key = save_filter("  Open, Ukraine ", RequestFilter(state="open", country="UA"), by=cast.duty)
    assert [(one.name, one.query) for one in saved_filters(cast.duty)] == [("Open, Ukraine", "state=open&country=UA")]
    assert save_filter("Open, Ukraine", RequestFilter(country="UA"), by=cast.duty) == key
    rename_filter(key, "Ukraine", by=cast.duty)
    assert [(one.name, one.query) for one in saved_filters(cast.duty)] == [("Ukraine", "country=UA")]
    assert saved_filters(cast.drafter) == ()
    for act in (lambda: rename_filter(key, "Mine", by=cast.drafter), lambda: delete_filter(key, by=cast.drafter)):
        with pytest.raises(NotFound):
            act()
    delete_filter(key, by=cast.duty)
    assert saved_filters(cast.duty) == ()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "wanted"), [("", RequestFilter(urgent=True)), ("x" * 61, RequestFilter(urgent=True)), ("All", ALL)]
)
def test_what_cannot_be_kept_is_refused(cast: Any, name: str, wanted: RequestFilter) -> None:
    with pytest.raises(Refused):
        save_filter(name, wanted, by=cast.duty)


@pytest.mark.django_db
def test_two_filters_never_share_a_name(cast: Any) -> None:
    save_filter("One", RequestFilter(urgent=True), by=cast.duty)
    key = save_filter("Two", RequestFilter(mine=True), by=cast.duty)
    with pytest.raises(Refused, match="already"):
        rename_filter(key, "One", by=cast.duty)
    rename_filter(key, "Two", by=cast.duty)
    with pytest.raises(NotEntitled):
        save_filter("One", RequestFilter(urgent=True), by=cast.admin)
