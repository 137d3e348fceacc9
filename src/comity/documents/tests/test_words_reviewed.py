"""A review counts for exactly the words that were read: noted, recorded, and lost when a word changes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from comity.documents.actions.mark_words_reviewed import NotReviewable, note_words_reviewed
from comity.documents.queries.words_reviews import Review, words_reviews
from comity.documents.tests.speaking import UKRAINIAN, a_speaking_node, write_words
from comity.kernel.digest import Digest, canonical_json
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.actor import CONSOLE

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
WHO = "Legal adviser, Ministry of Justice"


@pytest.fixture(autouse=True)
def frontend(tmp_path: Path, frozen_clock: Callable[[datetime], None]) -> Iterator[Path]:
    frozen_clock(NOW)
    with a_speaking_node(tmp_path) as folder:
        yield folder


def test_a_review_is_kept_and_recorded() -> None:
    assert words_reviews(["uk", "ka"]) == {}
    note_words_reviewed("uk", f"  {WHO} ", actor=CONSOLE)
    assert words_reviews(["uk", "ka"]) == {"uk": Review(WHO, NOW)}
    (entry,) = entries_about("words:uk")
    assert (entry.name, entry.actor_display) == ("words-reviewed", CONSOLE.display)
    assert entry.payload == {"reviewer": WHO, "digest": Digest.of(canonical_json(UKRAINIAN))}


def test_a_changed_word_loses_the_review_and_the_old_word_has_it_again(frontend: Path) -> None:
    note_words_reviewed("uk", WHO, actor=CONSOLE)
    file = frontend / "locale/uk/LC_MESSAGES/letters.mo"
    write_words(frontend, "uk", UKRAINIAN | {"Date": "День"})
    os.utime(file, ns=(1, 1))
    assert words_reviews(["uk"]) == {}
    write_words(frontend, "uk", UKRAINIAN)
    os.utime(file, ns=(2, 2))
    assert set(words_reviews(["uk"])) == {"uk"}


@pytest.mark.parametrize(
    ("language", "who", "says"),
    [
        ("uk", " ", "who reviewed it"),
        ("uk", "x" * 201, "at most 200"),
        ("en", WHO, "no translation to review"),
        ("ka", WHO, "nothing to review"),
        ("tlh", WHO, "not a language"),
    ],
)
def test_what_cannot_be_noted_is_said(language: str, who: str, says: str) -> None:
    with pytest.raises(NotReviewable, match=says):
        note_words_reviewed(language, who, actor=CONSOLE)
    assert list(entries_about(f"words:{language}")) == []
