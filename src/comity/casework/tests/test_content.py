"""From a posted form to content, and from content to what it says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.casework.rules.content import changed, from_form, said
from comity.casework.rules.forged import forged
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete

KIND = kind("preservation")


def _posted(content: dict[str, Any]) -> dict[str, list[str]]:
    """What a browser sends for `content`."""
    posted: dict[str, list[str]] = {"csrfmiddlewaretoken": ["x"], "version": ["3"]}
    for name, value in content.items():
        match value:
            case True:
                posted[name] = ["on"]
            case {"from": first, "to": last}:
                posted |= {f"{name}.from": [first], f"{name}.to": [last]}
            case [{"text": _}, *_]:
                posted[name] = ["\r\n".join(item["text"] for item in value) + "\r\n"]
            case [*items]:
                posted[name] = items
            case _:
                posted[name] = [str(value)]
    return posted


def test_a_browser_s_form_gives_the_content_back() -> None:
    own = frozenset({"csrfmiddlewaretoken", "version"})
    unsaid = {"treaty_differs": False, "treaty_named": ""}
    assert from_form(KIND, _posted(complete()), ignoring=own) == complete() | unsaid


def test_an_empty_form_gives_blanks_that_are_not_forged() -> None:
    content = from_form(KIND, {})
    assert set(content) == set(KIND.fields)
    assert forged(KIND, content) == ()
    assert said(KIND, content) == {}


def test_fields_that_a_stranger_adds_are_kept_for_the_gate_to_refuse() -> None:
    content = from_form(KIND, {"summary": ["x"], "approved_by": ["user:1"], "offences": ["2", "99"]})
    assert {gap.field for gap in forged(KIND, content)} == {"approved_by", "offences"}


@pytest.mark.parametrize(
    ("typed", "kept"), [(" 60 ", 60), ("-1", -1), ("sixty", "sixty"), ("", None), ("9" * 30, "9" * 30)]
)
def test_numbers_are_kept_as_typed_where_they_are_none(typed: str, kept: Any) -> None:
    assert from_form(KIND, {"preservation_days": [typed]})["preservation_days"] == kept


def test_saying_drops_blanks_and_what_is_out_of_place() -> None:
    content = complete() | {"status": "new", "summary": "  A summary. ", "penalties": " ", "requested_country": " ua "}
    values = said(KIND, content)
    assert not {"previous_reference", "previous_date", "penalties"} & set(values)
    assert (values["summary"], values["requested_country"]) == ("A summary.", "UA")
    assert list(values) == [name for name in KIND.fields if name in values]


def test_changes_are_named() -> None:
    assert changed({"a": 1, "b": 2, "c": [3]}, {"a": 1, "b": 3, "d": None}) == ("b", "c")


@given(st.dictionaries(st.sampled_from(sorted(KIND.fields)), st.lists(st.text(max_size=20), max_size=3)))
def test_whatever_is_posted_becomes_json(posted: dict[str, list[str]]) -> None:
    json.dumps(from_form(KIND, posted))
