"""The language that a user chose, kept with the account."""

from __future__ import annotations

import pytest

from comity.kernel.languages import language_of
from comity.ledger.queries.entries import entries_about
from comity.people.actions.choose_language import choose_language
from comity.people.actions.create_user import create_user

pytestmark = pytest.mark.django_db


def test_a_choice_is_kept_and_recorded_once() -> None:
    user = create_user(username="drafter", display_name="Drafter", password="a lamp in the north window", by=None)
    assert user.language == ""
    for code in ("uk", "uk", "ka"):
        choose_language(user, language_of(code))
    user.refresh_from_db()
    assert user.language == "ka"
    entries = [entry for entry in entries_about(user.subject) if entry.name == "language-chosen"]
    assert [entry.payload for entry in entries] == [
        {"username": "drafter", "language": "uk"},
        {"username": "drafter", "language": "ka"},
    ]
    assert {entry.actor_reference for entry in entries} == {user.subject}
