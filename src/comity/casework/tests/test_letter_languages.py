"""The languages of a letter: what is proposed, what is warned of, how they are chosen, and that the letter has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings

from comity.casework.actions.compose_request import compose_request
from comity.casework.actions.draft_follow_up import draft_follow_up
from comity.casework.actions.edit_request import edit_request
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.open_case import open_case
from comity.casework.actions.release_request import release_request
from comity.casework.actions.sign_request import sign_request
from comity.casework.models import Request
from comity.casework.queries.letter_languages import languages_of
from comity.casework.queries.request_letter import request_letter
from comity.casework.queries.request_page import request_page
from comity.casework.queries.wording import wording
from comity.casework.rules.letter_languages import in_order, names_of, proposed, warnings
from comity.casework.rules.refusal import ChangedMeanwhile, Refused
from comity.casework.tests.complete import TODAY, complete
from comity.documents.adapters.words.catalogues import LetterWords, letter_words
from comity.documents.queries.documents import document_again, document_content
from comity.documents.tests.speaking import a_speaking_node
from comity.kernel.country import CountryCode
from comity.ledger.queries.entries import entries_about

Bring = Callable[..., str]


@pytest.mark.parametrize(
    ("own", "accepted", "pair"),
    [
        ("ka", ("uk", "en", "fr"), ("en", "uk")),
        ("uk", ("ka", "en"), ("en", "ka")),
        ("ka", ("be", "ru"), ("ka", "be")),
        ("be", ("be", "ru"), ("be",)),
        ("ka", ("en",), ("en",)),
        ("de", ("ro",), ("en", "ro")),
        ("ka", ("de", "ro"), ("ka", "ro")),
        ("ka", ("de",), ("en",)),
        ("ka", (), ("en",)),
        ("ka", None, ("en",)),
    ],
)
def test_the_pair_is_ours_beside_one_that_they_accept(
    own: str, accepted: tuple[str, ...] | None, pair: tuple[str, ...]
) -> None:
    assert proposed(own, accepted) == pair


@pytest.mark.parametrize(
    ("languages", "accepted", "says"),
    [
        (("en", "uk"), ("uk", "en"), ""),
        (("uk",), ("uk", "en"), ""),
        (("ka", "uk"), ("uk", "en"), "What you type stands on the letter as you typed it"),
        (("ka",), ("uk", "en"), "would be accepted with a translation only"),
        (("en",), ("de",), "Ukraine accepts German."),
        (("en",), None, "is not known. Ask before"),
    ],
)
def test_what_should_be_known_before_it_leaves_is_said(
    languages: tuple[str, ...], accepted: tuple[str, ...] | None, says: str
) -> None:
    found = " ".join(warnings(languages, accepted, "Ukraine"))
    assert says in found
    assert bool(found) == bool(says)


@pytest.mark.parametrize(("translated", "warns"), [((), True), (("ru",), False), (("fr",), True)])
def test_a_translation_that_they_read_needs_no_warning(translated: tuple[str, ...], warns: bool) -> None:
    assert bool(list(warnings(("en",), ("be", "ru"), "Belarus", translated))) is warns


@pytest.mark.parametrize("chosen", [(), ("en", "uk", "ka"), ("tlh",), ("",)])
def test_a_letter_has_one_language_or_two_of_the_nine(chosen: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"Choose one or two|There are: en"):
        in_order(chosen)
    assert in_order(["uk", "uk"]) == ("uk",)
    assert names_of(["ka", "uk", "en"]) == "Georgian, Ukrainian and English"


@pytest.fixture
def speaking(law: None, tmp_path: Path) -> Iterator[Path]:
    """The law is loaded, and the node is in Georgia and speaks a little Ukrainian."""
    (tmp_path / "speaking").mkdir()
    with (
        a_speaking_node(tmp_path / "speaking") as frontend,
        override_settings(ENV=replace(settings.ENV, country=CountryCode("GE"))),
    ):
        yield frontend


def row(reference: str) -> Request:
    return Request.objects.get(reference=reference)


def composed(cast: Any, content: Mapping[str, Any]) -> str:
    return compose_request("preservation", content, case_reference=open_case("A", by=cast.drafter), by=cast.drafter)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("country", "languages"), [("UA", ["en", "uk"]), ("BY", ["ka", "be"]), ("MD", ["en", "ro"]), ("JP", ["en"])]
)
def test_a_draft_begins_with_what_the_other_side_accepts(
    cast: Any, speaking: Path, country: str, languages: list[str]
) -> None:
    assert row(composed(cast, complete() | {"requested_country": country})).languages == languages


@pytest.mark.django_db
def test_what_they_accept_comes_with_its_source_and_what_is_not_known_says_so(cast: Any, speaking: Path) -> None:
    found = languages_of(cast.drafter, composed(cast, complete()))
    assert (found.chosen_words, found.accepted_words) == ("English and Ukrainian", "Ukrainian, English or French")
    assert found.facts
    assert found.warnings == ()
    unknown = languages_of(cast.drafter, composed(cast, complete() | {"requested_country": "JP"}))
    assert (unknown.accepted, unknown.accepted_words) == (None, "not known")
    assert "Japan accepts is not known" in unknown.warnings[0]


@pytest.mark.django_db
def test_a_provider_accepts_the_languages_that_it_says_itself(cast: Any, law: None) -> None:
    content = {"requested_country": "AE", "service_provider": "Telegram"}
    case = open_case("A", by=cast.drafter)
    reference = compose_request("provider-preservation", content, case_reference=case, by=cast.drafter)
    found = languages_of(cast.drafter, reference)
    assert (found.asked, found.chosen, found.accepted) == ("Telegram", ("en",), ("en", "fr"))
    edit_request(reference, {"service_provider": "Somebody else"}, version=1, by=cast.drafter)
    assert "Somebody else accepts is not known" in languages_of(cast.drafter, reference).warnings[0]


@pytest.mark.django_db
def test_choosing_languages_is_an_edit_that_is_recorded(cast: Any, speaking: Path, draft: Bring) -> None:
    reference = draft()
    assert row(reference).letter_languages == ("en",)
    version = edit_request(reference, {"summary": "Other."}, version=1, languages=["uk", "en"], by=cast.drafter)
    assert version == 2
    assert row(reference).languages == ["uk", "en"]
    entries = list(entries_about(f"request:{reference}"))
    assert [entry.name for entry in entries] == ["request-edited", "request-languages-chosen"]
    assert entries[-1].payload == {"version": 2, "languages": ["uk", "en"]}
    told = [line.sentence for line in request_page(cast.drafter, reference).timeline]
    assert told[-1] == "Drafter, Georgia chose Ukrainian and English for the letter."
    assert edit_request(reference, {}, version=2, languages=["uk", "en"], by=cast.drafter) == 2
    with pytest.raises(ChangedMeanwhile):
        edit_request(reference, {}, version=1, languages=["ka"], by=cast.drafter)
    with pytest.raises(Refused, match="not a language of letters"):
        edit_request(reference, {}, version=2, languages=["tlh"], by=cast.drafter)


@pytest.mark.django_db
def test_the_letter_is_in_the_languages_of_its_request(cast: Any, speaking: Path, draft: Bring) -> None:
    reference = draft()
    edit_request(reference, {}, version=1, languages=["uk", "en"], by=cast.drafter)
    paper = request_letter(cast.drafter, reference)
    assert (paper.language, paper.title, paper.parties[1].country) == ("uk", "Запит про збереження даних", "Грузія")
    assert paper.beside is not None
    assert (paper.beside.language, paper.beside.title) == ("en", "Data preservation request")
    assert dict(paper.words)["day"].startswith("2 березня 2026")
    assert dict(paper.beside.words)["day"] == f"{TODAY.day} March 2026"


@pytest.mark.django_db
def test_a_signed_letter_can_be_set_again_whatever_words_have_changed(
    cast: Any, speaking: Path, at: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = at("approved")
    Request.objects.update(languages=["uk", "en"])
    sign_request(reference, version=1, by=cast.approver)
    assert release_request(reference)
    document = row(reference).document
    assert document is not None
    assert document.letter["language"] == {"first": "uk", "second": "en"}
    monkeypatch.setattr(LetterWords, "message", lambda _self, english: english[::-1])
    assert document_again(document.id) == bytes(document.unsigned)
    assert document_content(document.id).startswith(bytes(document.unsigned))


@pytest.mark.django_db
def test_what_follows_keeps_the_languages_that_were_chosen(cast: Any, speaking: Path, at: Bring) -> None:
    reference = at("ready")
    Request.objects.update(languages=["ru"])
    mark_request_sent(reference, sent_on=TODAY, channel="Network", dispatch_reference="", by=cast.duty)
    assert row(draft_follow_up(reference, "extension", by=cast.drafter)).languages == ["ru"]


@pytest.mark.django_db
def test_how_far_a_language_is_counts_the_texts_of_letters(speaking: Path) -> None:
    english, ukrainian, georgian = wording(["en", "uk", "ka"])
    assert english.original
    assert english.whole
    assert ukrainian.texts == georgian.texts > 400
    assert (ukrainian.translated, georgian.translated) == (9, 0)
    assert not ukrainian.settled
    assert letter_words("ka").empty
