"""Requests whose long texts are given in both languages: edited, signed, read back, followed, drafted from a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from comity.casework.actions.draft_follow_up import draft_follow_up
from comity.casework.actions.draft_from_file import draft_from_file
from comity.casework.actions.edit_request import edit_request
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.release_request import release_request
from comity.casework.actions.sign_request import sign_request
from comity.casework.models import DraftVersion, Request
from comity.casework.queries.letter_file import LetterForm, letter_file
from comity.casework.queries.letter_languages import languages_of
from comity.casework.queries.request_letter import request_letter
from comity.casework.queries.request_page import request_page
from comity.casework.rules.arrival.interpret import of_json
from comity.casework.rules.arrival.registered_as import carried_over
from comity.casework.rules.arrival.typed_here import not_typed_here, read_from_file
from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.letter_languages import beside, only_the_second, warnings
from comity.casework.rules.refusal import ChangedMeanwhile, Refused
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import TODAY, complete
from comity.documents.queries.documents import document_again, document_content
from comity.ledger.queries.entries import entries_about

Bring = Callable[..., str]
SAID = "Сервери лікарні зашифровано."


def row(reference: str) -> Request:
    return Request.objects.get(reference=reference)


@pytest.mark.parametrize(
    ("found", "second", "own", "pair"),
    [
        (("en", "uk"), "uk", "ka", ("en", "uk")),
        (("en",), "uk", "ka", ("en", "uk")),
        (("uk", "en"), "uk", "ka", ("en", "uk")),
        (("en",), "en", "ka", ("ka", "en")),
        (("en",), "en", "en", ("en",)),
        (("en",), "en", "de", ("en",)),
    ],
)
def test_the_language_of_a_translation_comes_second(
    found: tuple[str, ...], second: str, own: str, pair: tuple[str, ...]
) -> None:
    assert beside(found, second, own) == pair


@pytest.mark.parametrize(
    ("languages", "accepted", "translated", "second"),
    [
        (("ka", "uk"), ("uk",), (), "uk"),
        (("ka", "uk"), ("uk", "ka"), (), ""),
        (("ka", "uk"), None, (), ""),
        (("ka", "uk"), ("fr",), (), ""),
        (("ka",), ("uk",), (), ""),
        (("ka", "uk"), ("uk",), ("uk",), ""),
    ],
)
def test_whether_only_the_second_column_is_read(languages: Any, accepted: Any, translated: Any, second: str) -> None:
    assert only_the_second(languages, accepted, translated) == second
    said = [*warnings(languages, accepted, "Ukraine", translated, lacking=0)]
    assert not any("each long text" in sentence for sentence in said)
    if second:
        assert said == []
        assert "give each long text in Ukrainian too" in next(warnings(languages, accepted, "Ukraine", translated))


@pytest.mark.django_db
def test_typing_one_is_an_edit_like_any_other(cast: Any, draft: Bring) -> None:
    reference = draft()
    assert edit_request(reference, {"summary.uk": SAID}, version=1, languages=["en", "uk"], by=cast.drafter) == 2
    assert row(reference).content == complete() | {"summary.uk": SAID}
    (edited, _) = entries_about(f"request:{reference}")
    assert edited.payload["fields"] == ["summary.uk"]
    assert DraftVersion.objects.count() == 0
    edit_request(reference, {"summary.uk": "Інакше."}, version=2, by=cast.duty)
    assert DraftVersion.objects.get().content["summary.uk"] == SAID
    with pytest.raises(ChangedMeanwhile, match="Brief summary of the facts, in Ukrainian"):
        edit_request(reference, {"summary.uk": "Моє."}, version=2, by=cast.drafter)
    with pytest.raises(Refused, match="is not a field of this form"):
        edit_request(reference, {"court.uk": "x"}, version=3, by=cast.drafter)


@pytest.mark.django_db
def test_what_is_in_a_language_that_the_letter_no_longer_has_is_kept_and_not_said(cast: Any, draft: Bring) -> None:
    reference = draft(**{"summary.uk": SAID, "summary.fr": "Les serveurs ont été chiffrés."})
    edit_request(reference, {}, version=1, languages=["en", "fr"], by=cast.drafter)
    page = request_page(cast.drafter, reference)
    assert [*page.data["translations"]] == ["fr"]
    assert page.content["summary.uk"] == SAID
    edit_request(reference, {}, version=2, languages=["en"], by=cast.drafter)
    assert "translations" not in request_page(cast.drafter, reference).data
    assert request_letter(cast.drafter, reference).beside is None
    edit_request(reference, {}, version=3, languages=["en", "uk"], by=cast.drafter)
    second = request_letter(cast.drafter, reference).beside
    assert second is not None
    assert SAID in [text.value for text in second.rows() if text.language == "uk"]


@pytest.mark.django_db
def test_the_check_names_what_lacks_where_only_that_column_is_read(cast: Any, law: None, draft: Bring) -> None:
    reference = draft(**{"summary.fr": "Les serveurs."})
    Request.objects.update(languages=["ka", "fr"], content=row(reference).content)
    found = languages_of(cast.drafter, reference)
    assert (found.second, found.accepted) == ("fr", ("uk", "en", "fr"))
    lacking = [field for field, _ in found.lacking]
    assert "necessity" in lacking
    assert "summary" not in lacking
    assert "give each long text in French too" in found.warnings[0]
    Request.objects.update(languages=["en", "fr"])
    assert languages_of(cast.drafter, reference).lacking == ()


@pytest.mark.django_db
def test_signed_released_and_drafted_again_from_the_pdf(cast: Any, node: Path, at: Bring) -> None:
    reference = at("approved", **{"summary.uk": SAID, "summary.fr": "Autrefois."})
    Request.objects.update(languages=["en", "uk"])
    sign_request(reference, version=1, by=cast.approver)
    assert release_request(reference)
    document = row(reference).document
    assert document is not None
    assert json.loads(document.attachment)["translations"] == {"uk": {"summary": SAID}}
    assert document_again(document.id) == bytes(document.unsigned)
    text = letter_file(cast.drafter, reference, LetterForm.TEXT).content.decode()
    assert SAID in text
    assert "Autrefois" not in text
    taken = draft_from_file(document_content(document.id), case_title="Again", by=cast.drafter)
    assert taken.sentences == ()
    drafted = row(taken.reference)
    assert drafted.content == complete() | {"summary.uk": SAID}
    assert drafted.languages[-1] == "uk"


@pytest.mark.django_db
def test_what_follows_takes_the_translation_of_what_it_takes_over(cast: Any, node: Path, at: Bring) -> None:
    reference = at("ready", **{"summary.uk": SAID, "urgency_reason.uk": "Стирають."})
    Request.objects.update(languages=["en", "uk"])
    mark_request_sent(reference, sent_on=TODAY, channel="Network", dispatch_reference="", by=cast.duty)
    later = row(draft_follow_up(reference, "mla-stored-data", by=cast.drafter))
    assert later.content["summary.uk"] == SAID
    assert later.languages == ["en", "uk"]


def test_what_a_file_says_in_another_language_is_not_corrected_here() -> None:
    ours = kind("preservation")
    content = complete() | {"summary.uk": SAID}
    reading = of_json(attachment_bytes(ours, "UA-2026-00017", content))
    locked = read_from_file(ours, content, reading)
    assert {"summary", "summary.uk"} <= locked
    assert read_from_file(ours, content | {"summary.uk": "Інакше."}, reading) == locked - {"summary.uk"}
    (gap,) = not_typed_here(ours, ["summary.uk"], reading)
    assert gap.label == "Brief summary of the facts, in Ukrainian"
    assert carried_over(kind("mla-subscriber"), content)["summary.uk"] == SAID
    assert "summary.uk" not in carried_over(kind("withdrawal"), content)
