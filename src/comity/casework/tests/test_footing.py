"""Which instrument words name, and what a letter cites in place of the articles of its form."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from comity.casework.rules.blocks.treaty import DIFFERS, NAMED
from comity.casework.rules.footing import Footing, articles_in_words, instrument_in, named_in
from comity.casework.rules.letter import letter, signatory
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import TODAY, complete
from comity.documents.rules.letter import Letter, Tick
from comity.kernel.digest import Digest, canonical_json

NAMES = {
    "ets185": ("Budapest Convention", "Convention on Cybercrime", "ETS No. 185"),
    "cets224": ("Second Additional Protocol", "Second Additional Protocol to the Convention on Cybercrime", ""),
    "ets30": ("Convention of 1959", "European Convention on Mutual Assistance", "ETS No. 30"),
    "ets182": ("Second Additional Protocol of 2001", "Protocol to the European Convention on Mutual Assistance", ""),
    "unc": ("United Nations Convention against Cybercrime", "", "General Assembly resolution 79/243"),
}
UNC = "United Nations Convention against Cybercrime (General Assembly resolution 79/243), Articles 42 and 43"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (UNC, "unc"),
        ("united nations convention AGAINST cybercrime", "unc"),
        ("ETS No. 30, Articles 3 and 5", "ets30"),
        ("ETS No. 300", ""),
        ("Second Additional Protocol of 2001, Article 24", "ets182"),
        ("Second Additional Protocol to the Convention on Cybercrime", "cets224"),
        ("Protocol to the European Convention on Mutual Assistance", "ets182"),
        ("ETS No. 30 and ETS No. 185", ""),
        ("A treaty between two neighbours", ""),
        ("", ""),
    ],
)
def test_words_name_one_instrument_or_none(words: str, found: str) -> None:
    assert instrument_in(words, NAMES) == found


def test_a_request_names_another_treaty_only_where_it_says_so() -> None:
    assert named_in({DIFFERS: True, NAMED: f" {UNC} "}) == UNC
    assert named_in({DIFFERS: False, NAMED: UNC}) == named_in({NAMED: UNC}) == named_in({DIFFERS: True}) == ""


def test_on_another_instrument_an_article_becomes_its_own_or_nothing() -> None:
    on = Footing(UNC, {"29": "42", "30": "43"})
    assert [on.note(text) for text in ("Article 29(2)(b)", "Article 30(1)", "Article 27(8)", "Articles 16 and 29")] == [
        "Article 42",
        "Article 43",
        "",
        "",
    ]
    assert on.words("Illegal access (Article 2)") == "Illegal access"
    assert on.words("Identity of the subscriber (Article 18(3)(b))") == "Identity of the subscriber"
    assert Footing().note("Article 29(2)(b)") == "Article 29(2)(b)"
    assert Footing().words("Illegal access (Article 2)") == "Illegal access (Article 2)"


@pytest.mark.parametrize(
    ("articles", "words"),
    [
        ((), ""),
        (("reciprocity",), ""),
        (("42",), "Article 42"),
        (("42", "43", "42"), "Articles 42 and 43"),
        (("3", "5", "15(2)"), "Articles 3, 5 and 15(2)"),
    ],
)
def test_articles_are_listed_in_words(articles: tuple[str, ...], words: str) -> None:
    assert articles_in_words(articles) == words


def _letter(content: dict[str, Any], **options: Any) -> Letter:
    signing = signatory("Approver, Georgia", content)
    return letter(kind("preservation"), "GE-2026-00012", content, today=TODAY, signatory=signing, **options)


def test_a_preservation_on_the_united_nations_convention_cites_nothing_of_the_other() -> None:
    paper = _letter(complete() | {DIFFERS: True, NAMED: UNC}, footing=Footing(UNC, {"29": "42", "30": "43"}))
    assert (paper.kind, paper.version) == ("preservation", 3)
    assert paper.subtitle == f"On the basis of: {UNC}"
    notes = {row.note for section in paper.sections for row in section.rows}
    assert notes == {"", "Article 42", "Article 43"}
    texts = [text for _, text in paper.texts()]
    assert not [text for text in texts if "Article 2" in text or "185" in text or "Article 30" in text]
    assert paper.closing.endswith("or of whatever stands in their way.")
    rows = {row.label: row.value for section in paper.sections for row in section.rows}
    assert Tick(True, "Illegal access") in rows["Offence"]
    assert rows["Treaty and articles"] == UNC


def test_the_fields_stand_in_the_order_of_the_template_on_either_instrument() -> None:
    own, other = _letter(complete()), _letter(complete() | {DIFFERS: True, NAMED: UNC})
    assert [(part.number, part.title) for part in own.sections] == [
        (part.number, part.title) for part in other.sections
    ]
    for paper in (own, other):
        assert [section.number for section in paper.sections] == [str(number) for number in range(6, 19)]
    assert own.subtitle == "Articles 29 and 30 of the Convention on Cybercrime (ETS No. 185)"
    assert not [text for _, text in own.texts() if "another treaty" in text]


def test_what_the_way_rests_on_is_cited_where_the_content_does_not_say_it() -> None:
    assert _letter(complete(), footing=Footing(UNC)).subtitle == f"On the basis of: {UNC}"


def test_a_letter_of_the_first_version_says_what_it_said() -> None:
    """The digest is that of the letter as it was before there was a second version."""
    paper = _letter(complete(), version=1)
    assert (paper.version, paper.date) == (1, date(2026, 3, 2))
    assert Digest.of(canonical_json(paper.plain())) == FIRST


FIRST = "44254fc929f1e18b6d186c4077fe8abb25126790e5bee46ecc389f5b47a84fb9"
FORMS = {
    "preservation/1": "524fd7acffb66275c0ef3958c5dabecb66d984f20eac0fa137c14dab7c4b6ece",
    "request/1": "75ce5ec2b6436d53288b420de45d48492d2e4e768ca94b89c18ca62151edbd36",
}


@pytest.mark.parametrize("form", FORMS)
def test_the_first_forms_never_change(form: str) -> None:
    letters = Path(__file__).parents[2] / "documents" / "letters"
    assert sha256((letters / form / "letter.typ").read_bytes()).hexdigest() == FORMS[form]
