"""The files that translators work on: a template, catalogues in step with it, and what is wrong with one."""

from __future__ import annotations

from io import BytesIO

import pytest
from babel.messages.pofile import read_po, write_po

from comity.documents.adapters.words.word_files import Coverage, coverage, empty, in_step, template, troubles

WORDS = {
    "Date": ("every letter: date",),
    "Article {number}": ("article, for example 29(2)(a)",),
    "Fax": tuple(f"label: kind {number}" for number in range(5)),
}
POT = template(WORDS)


def po(**strings: str) -> bytes:
    """A Ukrainian catalogue of WORDS; names are the English words without spaces and signs."""
    catalogue = read_po(BytesIO(empty("uk", POT)), locale="uk")
    for message in catalogue:
        if message.id:
            message.string = strings.get(str(message.id).partition(" ")[0], "")
    file = BytesIO()
    write_po(file, catalogue)
    return file.getvalue()


def test_the_template_gives_each_text_with_where_it_stands() -> None:
    text = POT.decode()
    assert text.count("msgid ") == len(WORDS) + 1
    assert '#. every letter: date\nmsgid "Date"' in text
    assert '#. and 2 more\nmsgid "Fax"' in text
    assert template(WORDS) == POT


def test_a_new_catalogue_lacks_everything_and_has_nothing_wrong() -> None:
    assert coverage("uk", empty("uk", POT), POT) == Coverage("uk", 0, 3)
    assert coverage("uk", None, POT) == Coverage("uk", 0, 3)
    assert list(troubles("uk", empty("uk", POT), POT)) == []


def test_what_is_translated_is_counted() -> None:
    covered = coverage("uk", po(Date="Дата", Article="Стаття {number}", Fax="Факс"), POT)
    assert covered == Coverage("uk", 3, 3)
    assert covered.whole


def test_translations_outlive_a_change_of_the_template_and_nothing_is_guessed() -> None:
    later = template({"Date": ("here",), "Dates": ("there",)})
    written = in_step("uk", po(Date="Дата", Fax="Факс"), later)
    assert coverage("uk", written, later) == Coverage("uk", 1, 2)
    assert b"fuzzy" not in written
    assert '#~ msgstr "Факс"' in written.decode()
    assert in_step("uk", written, later) == written
    assert in_step("uk", written, template(WORDS)).decode().count("Факс") == 1


@pytest.mark.parametrize(
    ("strings", "says"),
    [
        ({"Article": "Стаття"}, "does not have the same places: {number}"),
        ({"Article": "Стаття {nomer}"}, "does not have the same places"),
        ({"Date": "Дата {number}"}, "does not have the same places: none"),
        ({"Date": " Дата"}, "white space"),
    ],
)
def test_a_translation_that_would_break_a_letter_is_named(strings: dict[str, str], says: str) -> None:
    found = list(troubles("uk", po(**strings), POT))
    assert len(found) == 1
    assert says in found[0]


def test_a_catalogue_out_of_step_is_named() -> None:
    other = template({"Date": (), "Time": ()})
    assert [sentence.partition(".")[0] for sentence in troubles("uk", po(), other)] == [
        "uk: 1 texts of the template are not in it",
        "uk: 2 of its texts are on no letter",
    ]


def test_a_guess_is_named() -> None:
    guessed = po(Date="Дата").decode().replace('msgid "Date"', '#, fuzzy\nmsgid "Date"').encode()
    assert any("fuzzy" in sentence for sentence in troubles("uk", guessed, POT))
    assert coverage("uk", guessed, POT).translated == 0
