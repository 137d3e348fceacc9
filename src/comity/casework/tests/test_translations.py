"""Long texts in the letter's second language: what counts as one, what the letter and its data make of it."""

from __future__ import annotations

from typing import Any

import pytest

from comity.casework.rules.arrival.copy import Copy, copy_of
from comity.casework.rules.attachment import attachment, attachment_bytes
from comity.casework.rules.content import changed, from_form
from comity.casework.rules.fields import Shape
from comity.casework.rules.forged import forged
from comity.casework.rules.gate import advise, check
from comity.casework.rules.letter import letter, signatory
from comity.casework.rules.registry import kind, kinds
from comity.casework.rules.translations import joined, label_of, only_in, place, said_in, split, untranslated
from comity.casework.tests.complete import TODAY, complete, complete_of
from comity.documents.adapters.reading.inspection import inspect
from comity.documents.adapters.typesetting.letters import typeset
from comity.documents.adapters.words.catalogues import letter_words
from comity.documents.rules.judgement import judge
from comity.documents.rules.letter import Letter
from comity.kernel import clock

OURS = kind("preservation")
REFERENCE = "GE-2026-00012"
TEXTS = {"summary.uk": "Сервери лікарні зашифровано.", "necessity.uk": " Записи — єдиний слід. "}


def paper(content: dict[str, Any], *languages: str) -> Letter:
    words = [letter_words(code) for code in languages]
    return letter(OURS, REFERENCE, content, today=TODAY, signatory=signatory("Duty officer", content), catalogues=words)


def rows(one: Letter, language: str) -> dict[str, Any]:
    return {row.value: row.label for row in one.rows() if row.language == language}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("summary.uk", ("summary", "uk")),
        ("requesting_address.ka", ("requesting_address", "ka")),
        ("summary", None),
        ("summary.de", None),
        ("summary.uk.uk", None),
        ("court.uk", None),
        ("identifiers.uk", None),
        ("data_period.from", None),
        ("nothing.uk", None),
        (7, None),
    ],
)
def test_only_long_texts_have_one_and_only_in_the_nine_languages(name: Any, told: Any) -> None:
    found = place(OURS, name)
    assert (found and (found[0].name, found[1])) == told


def test_no_field_of_any_kind_has_a_name_that_could_be_a_translation() -> None:
    assert [spec.name for each in kinds().values() for spec in each if "." in spec.name] == []


def test_a_posted_form_gives_it_and_says_nothing_of_those_that_it_does_not_show() -> None:
    typed = from_form(OURS, {"summary": ["A"], "summary.uk": ["Б\r\nВ"], "court.uk": ["x"]})
    assert (typed["summary"], typed["summary.uk"]) == ("A", "Б\nВ")
    assert "summary.ka" not in typed
    assert [gap.field for gap in forged(OURS, typed)] == ["court.uk"]


@pytest.mark.parametrize("value", [["x"], {"uk": "x"}, 7, True, "x" * 131_000, "\x00"])
def test_what_no_form_sends_is_refused(value: Any) -> None:
    (gap,) = forged(OURS, {"summary.uk": value})
    assert gap.label == "Brief summary of the facts, in Ukrainian"


def test_it_is_bounded_as_its_field_is() -> None:
    longest = OURS.fields["necessity"].longest
    full = ("я " * longest)[: longest - 1] + "я"
    assert check(OURS, complete() | {"necessity.uk": full}, TODAY) == ()
    (gap,) = check(OURS, complete() | {"necessity.uk": f"{full}я"}, TODAY)
    assert (gap.field, gap.label) == ("necessity", "Necessity of the preservation, in Ukrainian")
    assert "1 characters longer" in gap.sentence


def test_both_columns_together_must_fit_on_paper() -> None:
    half = "слово " * 15_000
    mla = kind("mla-stored-data")
    content = complete_of(mla) | {"summary": half}
    assert check(mla, content, TODAY) == ()
    (gap,) = check(mla, content | {"summary.uk": half}, TODAY)
    assert gap.sentence.startswith("The letter is too long")
    assert "attach the translation instead" in gap.sentence
    (gap,) = check(OURS, complete() | {"necessity.uk": "а\u202eб"}, TODAY)
    assert "turns the direction of writing" in gap.sentence


def test_each_column_says_it_in_its_language_and_nothing_else_changes() -> None:
    plain, told = paper(complete(), "en", "uk"), paper(complete() | TEXTS, "en", "uk")
    assert told.beside is not None
    assert plain.beside is not None
    assert list(rows(told, "en")) == [complete()["summary"], complete()["necessity"]]
    assert list(rows(told.beside, "uk")) == ["Сервери лікарні зашифровано.", "Записи — єдиний слід."]
    assert [row for row in told.rows() if not row.language] == [
        row for row in plain.rows() if row.value not in rows(told, "en")
    ]
    assert not any("language" in row for section in plain.plain()["sections"] for row in section["rows"])


@pytest.mark.parametrize("languages", [("en",), ("uk",), ("en", "fr"), ("uk", "en")])
def test_a_letter_without_that_second_language_is_as_it_was(languages: tuple[str, ...]) -> None:
    assert paper(complete() | TEXTS, *languages).plain() == paper(complete(), *languages).plain()


def test_beside_a_field_that_says_nothing_nothing_is_said_and_the_drafter_is_told() -> None:
    content = complete() | TEXTS | {"necessity": " ", "urgency_reason": "", "urgency_reason.uk": "Стирають."}
    assert said_in(OURS, content, "uk") == {"summary": TEXTS["summary.uk"]}
    told = {gap.field: gap.sentence for gap in advise(OURS, content, TODAY)}
    assert told["urgency_reason"].startswith("It stands in Ukrainian only, and is not printed.")


def test_taken_apart_and_put_together_it_is_the_same() -> None:
    content = complete() | TEXTS
    fields, texts = split(content)
    assert (fields, [*texts]) == (complete(), ["uk"])
    assert joined(fields, texts) == content
    assert only_in("uk", content) == content
    assert only_in("", content) == only_in("fr", content) == complete()
    assert changed(complete(), content) == ("necessity.uk", "summary.uk")
    assert label_of(OURS, "summary.uk") == "Brief summary of the facts, in Ukrainian"


def test_untranslated_are_the_long_texts_and_no_addresses() -> None:
    found = {spec.name for spec in untranslated(OURS, complete() | TEXTS, "uk")}
    assert {"relation", "legal_qualification"} <= found
    assert not {"summary", "necessity", "requesting_address", "court"} & found
    every = {f"{spec.name}.uk": "x" for spec in OURS if spec.shape is Shape.LONG_TEXT}
    assert untranslated(OURS, complete() | every, "uk") == ()


def test_the_data_have_it_apart_from_the_content_and_only_where_there_is_any() -> None:
    data = attachment(OURS, REFERENCE, complete() | TEXTS)
    assert data["translations"] == {
        "uk": {"summary": "Сервери лікарні зашифровано.", "necessity": "Записи — єдиний слід."}
    }
    assert data["content"] == attachment(OURS, REFERENCE, complete())["content"]
    assert "translations" not in attachment(OURS, REFERENCE, complete())


def _read(beside: Any) -> Copy:
    return copy_of({**attachment(OURS, REFERENCE, complete()), "translations": beside})


@pytest.mark.parametrize(
    ("beside", "says"),
    [
        ({"uk": {"summary": ["x"]}}, "A text belongs here"),
        ({"uk": {"court": "x"}}, "“court.uk” is not a field of this form"),
        ({"tlh": {"summary": "x"}}, "“summary.tlh” is not a field of this form"),
        ({"uk": "x"}, "not given by language and field"),
        (["uk"], "not given by language and field"),
    ],
)
def test_what_cannot_be_taken_of_it_is_left_out_and_said(beside: Any, says: str) -> None:
    copy = _read(beside)
    assert copy.content == complete()
    assert len(copy.sentences) == 1
    assert says in copy.sentences[0]
    assert _read(None).sentences == ()


def test_the_letter_in_two_languages_gives_it_back() -> None:
    content = complete() | TEXTS
    made = typeset(paper(content, "en", "uk"), attachment_bytes(OURS, REFERENCE, content))
    copy = copy_of(judge(inspect(made, [], clock.now()), now=clock.now()).request)
    assert copy.sentences == ()
    assert attachment(OURS, REFERENCE, copy.content) == attachment(OURS, REFERENCE, content)
    assert copy.content["summary.uk"] == TEXTS["summary.uk"]
