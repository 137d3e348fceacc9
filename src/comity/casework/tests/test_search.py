"""What is looked for is found by word, stem, reference and identifier, and nothing that the reader may not see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from comity.casework.actions.edit_request import edit_request
from comity.casework.actions.index_identifiers import index_identifiers
from comity.casework.actions.open_case import open_case
from comity.casework.models import Request, RequestIdentifier
from comity.casework.queries.overlaps import overlaps_of
from comity.casework.queries.search import search
from comity.casework.rules.search_words import sought
from comity.casework.tests.complete import complete
from comity.kernel.folding import PLAIN, folded

pytestmark = pytest.mark.django_db


def found(user: Any, text: str) -> list[str]:
    return [line.reference for line in search(user, text).requests]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("The hospitals were encrypted", "hospital"),
        ("The hospitals were encrypted", "encrypting hospital"),
        ("The hospitals were encrypted", '"hospitals were"'),
        ("The hospitals were encrypted", "hosp"),
        ("Сервера больниц зашифрованы", "больница"),
        ("Fraude bancaire à la préfecture", "bancaires"),
        ("Infracțiuni informatice", "infracțiunilor"),
        ("Հարցում հիվանդանոցներից", "հիվանդանոցներ"),
        ("საავადმყოფოს სერვერები", "სერვერები"),
        ("The hospitals were encrypted", "brewery or hospital"),
        ("Înştiinţare din Chişinău", "înștiințare"),
        ("Înștiințare din Chișinău", "înştiinţare"),
        ("Înștiințare din Chișinău", "instiintare chisinau"),
        ("ÎNȘTIINȚARE DIN CHIȘINĂU", "chișinău"),
        ("Înștiințare din Chișinău", "instii"),
        ("kredit kartlarının surəti", "KARTLARININ SURƏTİ"),
        ("KREDİT KARTLARININ SURƏTİ", "kredit kartlarının surəti"),
        ("Всё было зашифровано ещё в марте", "еще"),
        ("Все было зашифровано еще в марте", "ещё"),
    ],
)
def test_a_word_finds_its_forms(cast: Any, draft: Callable[..., str], said: str, asked: str) -> None:
    reference = draft(summary=said)
    assert found(cast.duty, asked) == [reference]


@pytest.mark.parametrize(
    "asked", ["brewery", "hospital -encrypted", '"were hospitals"', "", "  ", "\x00", "!!! & |", "-"]
)
def test_what_is_not_there_is_not_found(cast: Any, draft: Callable[..., str], asked: str) -> None:
    draft(summary="The hospitals were encrypted")
    assert found(cast.duty, asked) == []


def test_the_database_folds_what_is_stored_as_what_is_asked_for_is_folded(cast: Any, draft: Callable[..., str]) -> None:
    marked = [
        form for letters in PLAIN.values() for one in letters for form in {one, one.upper()} if not form.isascii()
    ]
    reference = draft(summary=" ".join(f"xq{number}{letter}z" for number, letter in enumerate(marked)))
    assert [found(cast.duty, folded(f"xq{number}{letter}z")) for number, letter in enumerate(marked)] == [
        [reference] for _ in marked
    ]


def test_a_letter_of_its_own_is_not_taken_for_another(cast: Any, draft: Callable[..., str]) -> None:
    draft(summary="Мій край")
    assert found(cast.duty, "Миі") == []


def test_a_reference_of_either_side_finds_its_request(cast: Any, draft: Callable[..., str]) -> None:
    reference, other = draft(), draft()
    Request.objects.filter(reference=other).update(their_reference="ua/77-b")
    assert found(cast.duty, f" {reference.lower()} ") == [reference]
    assert found(cast.duty, "UA/77-B") == [other]
    assert set(found(cast.duty, "GE-2026-9")) == {reference, other}


def test_an_identifier_finds_its_requests_however_it_is_written(cast: Any, draft: Callable[..., str]) -> None:
    reference = draft(identifiers=[{"text": "2001:0DB8:0:0:0:0:0:7"}])
    index_identifiers(Request.objects.get(reference=reference))
    assert found(cast.duty, "2001:db8::7") == [reference]
    assert search(cast.duty, "2001:db8::7").exact


def test_cases_are_found_by_title_and_reference(cast: Any, node: Any) -> None:
    reference = open_case("Ransomware at a hospital", by=cast.drafter)
    assert [case.reference for case in search(cast.duty, "hospitals").cases] == [reference]
    assert [case.reference for case in search(cast.duty, reference).cases] == [reference]


@pytest.mark.parametrize("who", ["duty", "editor", "admin"])
def test_nobody_finds_what_they_may_not_see(cast: Any, draft: Callable[..., str], who: str) -> None:
    reference = draft(restricted=True, summary="The hospitals were encrypted")
    index_identifiers(Request.objects.get(reference=reference))
    for text in ("hospital", reference, "Ransomware", "desk@mail.example.net"):
        everything = search(getattr(cast, who), text)
        assert (everything.requests, everything.cases) == ((), ())
    assert found(cast.drafter, "hospital") == [reference]


def test_a_long_text_is_read_to_its_bound_and_stored_whole(cast: Any, draft: Callable[..., str]) -> None:
    reference = draft()
    words = " ".join(f"word{number}" for number in range(2300))
    fields = ("summary", "relation", "necessity", "urgency_reason", "confidentiality_reason", "legal_qualification")
    edit_request(reference, dict.fromkeys(fields, words), version=1, by=cast.drafter)
    assert found(cast.duty, "word2299") == [reference]


def test_the_index_can_answer_each_language(cast: Any, draft: Callable[..., str]) -> None:
    draft()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(
            "EXPLAIN SELECT 1 FROM casework_request WHERE search @@ (websearch_to_tsquery('simple', 'a') || "
            "websearch_to_tsquery('russian', 'a'))"
        )
        assert "request_search" in "".join(line[0] for line in cursor.fetchall())


@pytest.mark.parametrize(
    ("text", "languages", "beginning"),
    [
        ("hospital", ("simple", "russian", "french", "romanian"), "hospital:*"),
        ("больница", ("simple", "russian"), "больница:*"),
        ("հիվանդ", ("simple", "armenian"), "հիվանդ:*"),
        ("საავადმყოფო", ("simple",), "საავადმყოფო:*"),
        ("tax porta", ("simple", "russian", "french", "romanian"), "tax & porta:*"),
        ("tax", ("simple", "russian", "french", "romanian"), ""),
        ("a -bcde", ("simple", "russian", "french", "romanian"), ""),
        ("203.0.113.45", ("simple",), ""),
    ],
)
def test_the_languages_follow_the_letters(text: str, languages: tuple[str, ...], beginning: str) -> None:
    asked = sought(text)
    assert asked is not None
    assert (asked.languages, asked.beginning) == (languages, beginning)


def test_identifiers_follow_the_content(cast: Any, draft: Callable[..., str]) -> None:
    reference = draft()
    request = Request.objects.get(reference=reference)
    index_identifiers(request)
    index_identifiers(request)
    rows = RequestIdentifier.objects.filter(request=request)
    assert set(rows.values_list("type", "value")) == {
        ("ip-address", "203.0.113.45"),
        ("email-address", "desk@mail.example.net"),
    }
    edit_request(reference, {"identifiers": [{"text": "desk@mail.example.net"}]}, version=1, by=cast.drafter)
    assert list(rows.values_list("value", flat=True)) == ["desk@mail.example.net"]


def _indexed(reference: str) -> Request:
    request = Request.objects.get(reference=reference)
    index_identifiers(request)
    return request


def test_an_identifier_in_another_request_is_a_warning(cast: Any, draft: Callable[..., str]) -> None:
    mine, same, later = _indexed(draft()), _indexed(draft()), _indexed(draft(data_period={"from": "2026-03-01"}))
    unsaid = _indexed(draft(data_period={}, requested_country="AM"))
    _indexed(draft(identifiers=[{"text": "elsewhere.example.org"}]))
    found = {one.reference: one for one in overlaps_of(cast.duty, mine).shown}
    assert set(found) == {same.reference, later.reference, unsaid.reference}
    assert found[same.reference].same_period is True
    assert found[same.reference].duplicate
    assert found[same.reference].identifiers == ("203.0.113.45", "desk@mail.example.net")
    assert found[later.reference].same_period is False
    assert found[unsaid.reference].same_period is None


def test_an_overlap_with_a_hidden_request_is_not_told(cast: Any, draft: Callable[..., str]) -> None:
    hidden = _indexed(draft(restricted=True))
    mine = _indexed(draft(by=cast.second))
    assert overlaps_of(cast.second, mine).shown == ()
    assert [one.reference for one in overlaps_of(cast.drafter, mine).shown] == [hidden.reference]


def test_overlaps_are_bounded(cast: Any, draft: Callable[..., str], django_assert_num_queries: Any) -> None:
    mine = _indexed(draft())
    for _ in range(12):
        _indexed(draft())
    with django_assert_num_queries(4):
        found = overlaps_of(cast.duty, mine)
    assert (len(found.shown), found.more) == (10, True)


def test_the_content_s_own_shape_is_never_trusted(cast: Any, draft: Callable[..., str]) -> None:
    request = Request.objects.get(reference=draft())
    request.content = complete() | {"identifiers": ["text", 7, None], "data_period": "always"}
    index_identifiers(request)
    assert not RequestIdentifier.objects.filter(request=request).exists()
