"""The completeness gate: it lets through what is complete, and names each hole with its article."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.casework.rules.fields import Need, Shape
from comity.casework.rules.gate import advise, check, completeness
from comity.casework.rules.registry import NoSuchKind, kind, kinds
from comity.casework.rules.zones import day_where_written
from comity.casework.tests.complete import TODAY, complete

KIND = kind("preservation")
REQUIRED = [spec for spec in KIND if spec.requirement.applies(complete())]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def _gaps(**changes: Any) -> list[tuple[str, str]]:
    return [(gap.field, gap.sentence) for gap in check(KIND, complete() | changes, TODAY)]


def test_complete_content_covers_every_field_and_passes() -> None:
    # Another treaty takes the place of the form's own articles, so a complete request names none.
    assert set(complete()) == set(KIND.fields) - {"treaty_differs", "treaty_named"}
    assert check(KIND, complete(), TODAY) == ()
    assert advise(KIND, complete(), TODAY) == () or all(
        "203.0.113" in gap.sentence for gap in advise(KIND, complete(), TODAY)
    )
    assert completeness(KIND, complete(), TODAY) == (len(REQUIRED), len(REQUIRED))


@pytest.mark.parametrize("spec", REQUIRED, ids=lambda spec: spec.name)
@pytest.mark.parametrize("hole", ["absent", "blank"])
def test_each_required_field_left_out_is_exactly_one_gap_on_it(spec: Any, hole: str) -> None:
    content = complete()
    if hole == "absent":
        del content[spec.name]
    else:
        content[spec.name] = {Shape.YES_NO: False, Shape.CHOICES: [], Shape.IDENTIFIERS: [{"text": " "}]}.get(
            spec.shape, "" if spec.shape in {Shape.CHOICE, Shape.COUNTRY} else "  "
        )
    (gap,) = check(KIND, content, TODAY)
    assert (gap.field, gap.label, gap.article) == (spec.name, spec.label, spec.article)
    assert gap.sentence.endswith(".")
    done, total = completeness(KIND, content, TODAY)
    assert (done, total) == (total - 1, total)


@given(st.sets(st.sampled_from([spec.name for spec in REQUIRED if not spec.requirement.field])))
def test_any_set_of_holes_is_found(names: set[str]) -> None:
    content = {name: value for name, value in complete().items() if name not in names}
    assert names <= {gap.field for gap in check(KIND, content, TODAY)}
    assert all(gap.field in names for gap in check(KIND, content, TODAY))


@pytest.mark.parametrize(
    ("paragraph", "fields"),
    [
        ("(a)", {"requesting_country", "requesting_organisation"}),
        ("(b)", {"offences", "legal_qualification", "summary"}),
        ("(c)", {"data", "relation", "identifiers"}),
        ("(d)", {"custodian_known"}),
        ("(e)", {"necessity"}),
        ("(f)", {"assistance_intended"}),
    ],
)
def test_every_element_of_article_29_2_is_demanded(paragraph: str, fields: set[str]) -> None:
    gaps = check(KIND, {}, TODAY)
    assert fields <= {gap.field for gap in gaps if gap.article == f"Article 29(2){paragraph}"}


@given(JSON)
def test_never_raises_and_never_passes_arbitrary_json(content: Any) -> None:
    assert check(KIND, content, TODAY)
    advise(KIND, content, TODAY)
    completeness(KIND, content, TODAY)


@given(st.dictionaries(st.sampled_from(sorted(KIND.fields)), JSON))
def test_never_raises_on_arbitrary_values_of_its_own_fields(changes: dict[str, Any]) -> None:
    for gap in check(KIND, complete() | changes, TODAY):
        assert gap.sentence
        assert "invalid" not in gap.sentence.lower()
    advise(KIND, complete() | changes, TODAY)
    completeness(KIND, complete() | changes, TODAY)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("date", "2026-03-03", "lies in the future"),
        ("date", "31/12/2025", "not a day"),
        ("date", "2026-02-30", "not a day"),
        ("previous_date", "2026-03-09", "lies in the future"),
        ("assistance_expected", "2026-03-01", "has passed"),
        ("preservation_days", 59, "less than 60"),
        ("preservation_days", "sixty", "not a whole number"),
        ("requesting_email", "duty at example.org", "not an e-mail address"),
        ("requesting_telephone", "032 000", "Begin with +"),
        ("requesting_zone", "Tbilisi", "not a time zone"),
        ("requested_country", "XX", "not a country code"),
        ("summary", "x" * 8001, "1 characters longer"),
        ("data_period", {"from": "2026-02-27", "to": "2026-02-20"}, "comes before the first"),
        ("data_period", {"from": "2026-02-27", "to": ""}, "last day is missing"),
        ("data", ["subscriber"], "Tick traffic data"),
    ],
)
def test_what_is_not_in_order_is_said(field: str, value: Any, says: str) -> None:
    gaps = _gaps(**{field: value})
    assert len(gaps) == 1
    assert says in gaps[0][1]
    assert gaps[0][0] == ("partial_disclosure" if field == "data" else field)


def test_a_day_of_the_other_sides_calendar_may_be_one_ahead_of_ours() -> None:
    told = {"status": "extension", "previous_reference": "UA-1"}
    assert not check(KIND, complete() | told | {"previous_date": "2026-03-03"}, TODAY)
    assert check(KIND, complete() | told | {"previous_date": "2026-03-04"}, TODAY)


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Asia/Tbilisi", 3), ("America/New_York", 2), ("Nowhere/At_All", 2), ("../etc", 2), (None, 2), (["UTC"], 2)],
)
def test_what_was_written_where_tomorrow_has_begun_does_not_lie_in_the_future(zone: Any, day: int) -> None:
    late = datetime(2026, 3, 2, 21, tzinfo=UTC)
    content = complete() | {"date": "2026-03-03", "requesting_zone": zone}
    assert day_where_written(content, late, ZoneInfo("Europe/Kyiv")) == date(2026, 3, day)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("signed_by", "me", "not a field of this form"),
        ("offences", ["2", "11"], "not among the choices"),
        ("offences", ["2", "2"], "given twice"),
        ("offences", "2", "A list belongs here; this is a text."),
        ("urgency", "<script>", "not among the choices"),
        ("urgency", ["urgent"], "A text belongs here"),
        ("assistance_intended", "yes", "box to tick"),
        ("preservation_days", True, "A text belongs here"),
        ("preservation_days", 10**9, "A text belongs here"),
        ("identifiers", [{"text": "203.0.113.4", "complete": True}], "Only text belong"),
        ("data_period", {"from": "2026-02-20", "to": "2026-02-27", "zone": "UTC"}, "Only from and to"),
        ("summary", "a\x00b", "cannot be stored"),
        ("summary", "\ud800", "cannot be stored"),
        ("summary", "x" * 20001, "at most 20000"),
    ],
)
def test_what_no_form_sends_is_refused(field: str, value: Any, says: str) -> None:
    gaps = _gaps(**{field: value})
    assert [name for name, _ in gaps] == [field]
    assert says in gaps[0][1]


def test_an_identifier_without_zone_is_a_gap_of_article_29_2_c() -> None:
    content = complete() | {"identifiers": [{"text": "203.0.113.45:51514 2026-02-27 02:14:09"}]}
    (gap,) = check(KIND, content, TODAY)
    assert (gap.field, gap.article) == ("identifiers", "Article 29(2)(c)")
    assert "zone" in gap.sentence


def test_text_that_is_no_identifier_is_a_gap() -> None:
    assert "not recognised" in _gaps(identifiers=[{"text": "somebody on the internet"}])[0][1]


def test_a_connection_in_the_future_is_a_gap() -> None:
    assert "future" in _gaps(identifiers=[{"text": "203.0.113.45:51514 2027-02-27 02:14:09 UTC+4"}])[0][1]


def test_what_is_out_of_place_is_not_looked_at() -> None:
    content = complete() | {"status": "new", "previous_date": "nonsense", "urgency": "routine", "urgency_reason": ""}
    assert check(KIND, content, TODAY) == ()


def test_what_paper_cannot_show_is_a_gap_that_names_the_place() -> None:
    ((field, sentence),) = _gaps(summary="turned \u202e round")
    assert field == ""
    assert "turns the direction" in sentence


def test_recommended_fields_and_long_periods_are_advice_only() -> None:
    content = complete() | {"preservation_days": 180, "penalties": ""}
    assert check(KIND, content, TODAY) == ()
    assert {"preservation_days", "penalties"} <= {gap.field for gap in advise(KIND, content, TODAY)}


def test_the_day_of_the_law_is_the_day_given() -> None:
    assert check(KIND, complete(), date(2026, 4, 15)) == ()
    assert [gap.field for gap in check(KIND, complete(), date(2026, 4, 16))] == ["assistance_expected"]


def test_the_kind_is_found_by_its_folder_and_says_what_is_assumed() -> None:
    assert kinds()["preservation"] is KIND
    assert "assumed" in KIND.provenance
    assert all(spec.missing for spec in KIND if spec.requirement.need is Need.REQUIRED)
    with pytest.raises(NoSuchKind, match="preservation"):
        kind("extradition")
