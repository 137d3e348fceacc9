"""Names, time zones and the sentence that says which role is missing: tables, without a database."""

from __future__ import annotations

import pytest

from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role, needs
from comity.people.rules.user import display_name_from, time_zone_from, username_from


@pytest.mark.parametrize(
    ("text", "username"),
    [("drafter", "drafter"), ("  Drafter.GE ", "drafter.ge"), ("a2", "a2"), ("x@example.org", "x@example.org")],
)
def test_usernames_are_lower_case(text: str, username: str) -> None:
    assert username_from(text) == username


@pytest.mark.parametrize("text", ["", "a", "-ab", "two words", "ნინო", "a" * 61, "a\x00b", "ab\n\nc"])
def test_what_is_no_username_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="cannot be a username") as refused:
        username_from(text)
    assert refused.value.field == "username"


def test_names_may_be_in_any_script() -> None:
    assert display_name_from(" მორიგე   ოფიცერი ") == "მორიგე ოფიცერი"


@pytest.mark.parametrize("text", ["", "   ", "x" * 121, "a\x00b", "a\u202eb"])
def test_names_that_cannot_be_shown_are_refused(text: str) -> None:
    with pytest.raises(Refused):
        display_name_from(text)


def test_time_zones_have_names() -> None:
    assert time_zone_from(" Asia/Tbilisi ") == "Asia/Tbilisi"
    for text in ("GMT+25", "../../etc/passwd", "", "Tbilisi"):
        with pytest.raises(Refused, match="not a time zone"):
            time_zone_from(text)


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_label_and_a_sentence(role: Role) -> None:
    assert role.label[0].isupper()
    assert role.sentence.endswith(".")


def test_the_missing_role_is_named() -> None:
    assert "the role of approver," in needs([Role.APPROVER])
    assert "the role of drafter, approver or duty officer," in needs([Role.DRAFTER, Role.APPROVER, Role.DUTY_OFFICER])
