"""Translators are given every fixed word that a letter may bear, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from comity.casework.rules import saying
from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import Shape
from comity.casework.rules.footing import Footing
from comity.casework.rules.letter import KNOWS_LANGUAGES, letter, signatory
from comity.casework.rules.printed_words import Listener, printed_words
from comity.casework.rules.registry import kinds
from comity.casework.tests.complete import TODAY, complete_of
from comity.kernel.words import English, say, speaking

KINDS = tuple(kinds().values())
TYPED = "as somebody typed it"
TREATIES = ("European Convention on Mutual Assistance in Criminal Matters (ETS No. 30)",)
FOOTINGS = (Footing(), Footing(f"{TREATIES[0]}, Articles 3 and 5"))


def _everything(kind: Kind) -> dict[str, object]:
    """Content with every box ticked and every choice of a list of several chosen."""
    content = complete_of(kind)
    for spec in kind:
        if spec.shape is Shape.YES_NO:
            content[spec.name] = True
        if spec.shape is Shape.CHOICES:
            content[spec.name] = [choice.value for choice in spec.choices]
    return content | ({"treaty_named": f"{TREATIES[0]}, Article 3"} if "treaty_named" in kind.fields else {})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_fixed_word_of_a_letter_is_given_to_translators(kind: Kind) -> None:
    given = printed_words(KINDS, TREATIES)
    for footing, content in product(FOOTINGS, (_everything(kind), {})):
        heard = Listener()
        for catalogue in (English(), heard):  # who reads identifiers first also hears what pages say of them
            letter(
                kind,
                "GE-2026-00012",
                content,
                today=TODAY,
                signatory=signatory("", content),
                version=max(kind.letter_version, KNOWS_LANGUAGES),
                footing=footing,
                catalogues=(catalogue,),
            )
        assert set(heard.heard) <= set(given), kind.name


def test_every_choice_is_given_though_a_letter_prints_only_one() -> None:
    given = printed_words(KINDS, TREATIES)
    for kind in KINDS:
        heard = Listener()
        with speaking(heard):
            assert [saying.choice(choice.label) for spec in kind for choice in spec.choices] == [
                choice.label for spec in kind for choice in spec.choices
            ]
        assert set(heard.heard) <= set(given)


def test_nothing_is_given_that_only_pages_say() -> None:
    given = set(printed_words(KINDS, TREATIES))
    for kind in KINDS:
        assert not given & {spec.help for spec in kind if spec.help}
        assert not given & {spec.missing for spec in kind if spec.missing}


def test_an_article_is_one_text_whatever_its_number() -> None:
    given = printed_words(KINDS, TREATIES)
    assert "Article {number}" in given
    assert not [words for words in given if words.startswith("Article 29(")]
    assert not [words for words in given if words.endswith(")") and "(Article " in words]


@pytest.mark.parametrize(
    ("says", "words"),
    [
        (saying.article, "Article 29(2)(a)"),
        (saying.article, "Article 8(3)(b)(vi), CETS 224"),
        (saying.article, ""),
        (saying.choice, "Illegal access (Article 2)"),
        (saying.choice, "ETS 185, Article 29(5)(a): preservation; political offence, or an offence connected with one"),
        (saying.choice, "Reciprocity: the requested State is free to refuse, on any ground of its own law"),
        (saying.treaty, f"{TREATIES[0]}, Articles 3, 5 and 7(2)"),
        (saying.treaty, TYPED),
        (saying.country, "MD"),
        (saying.country, "—"),
        (saying.instrument, "CETS 224"),
    ],
)
def test_in_english_what_is_taken_apart_is_put_together_as_it_was(says, words: str) -> None:  # type: ignore[no-untyped-def]
    assert says(words) == {"MD": "Republic of Moldova"}.get(words, words)


class Shouting(Listener):
    """A language that shouts, so that what is not said stands out."""

    def message(self, english: str) -> str:
        return english.upper().replace("{NUMBER}", "{number}").replace("{NAME}", "{name}").replace("{VALUE}", "{value}")


def test_only_the_number_of_an_article_passes_through() -> None:
    with speaking(Shouting()):
        assert saying.choice("Identity of the subscriber (Article 18(3)(b))") == (
            "IDENTITY OF THE SUBSCRIBER (ARTICLE 18(3)(b))"
        )
        assert saying.article("Article 9(1), CETS 224") == "ARTICLE 9(1), CETS 224"


def test_the_first_two_versions_know_english_only() -> None:
    kind = replace(KINDS[0], letter_version=2)
    paper = letter(kind, "", {}, today=TODAY, signatory=signatory("", {}), version=2, catalogues=(Shouting(),))
    assert (paper.language, paper.title) == ("en", kind.title)


def test_a_letter_is_not_in_the_language_of_the_page_around_it() -> None:
    with speaking(Shouting()):
        paper = letter(KINDS[0], "", {}, today=TODAY, signatory=signatory("", {}))
        assert say("Not given.") == "NOT GIVEN."
    assert paper.title == KINDS[0].title
