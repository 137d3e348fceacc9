"""What the articles demand of single kinds: each element of their lists, and what holds across fields."""

from __future__ import annotations

from typing import Any

import pytest

from comity.casework.rules.fields import Need
from comity.casework.rules.gate import advise, check
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import TODAY, complete_of


@pytest.mark.parametrize(
    ("name", "article", "elements"),
    [
        ("domain-registration", "6", ["(3)(a)", "(3)(b)", "(3)(c)", "(3)(d)"]),
        ("provider-subscriber-order", "7", ["(3)(a)", "(3)(b)", "(3)(c)", "(3)(d)", "(3)(f)"]),
        ("order-to-give-effect", "8", [f"(3)(a)({part})" for part in ("i", "ii", "iii", "iv", "vi")]),
        ("order-to-give-effect", "8", [f"(3)(b)({part})" for part in ("i", "ii", "iii", "iv", "v", "vi")]),
        ("emergency-disclosure", "9", [f"(3)({part})" for part in "abcdef"]),
        ("emergency-mla", "10", ["(1)"]),
    ],
)
def test_every_element_of_the_protocol_s_lists_is_demanded(name: str, article: str, elements: list[str]) -> None:
    asked = {gap.article for gap in check(kind(name), {}, TODAY)}
    assert {f"Article {article}{element}, CETS 224" for element in elements} <= asked


@pytest.mark.parametrize(
    ("name", "article", "elements"),
    [
        ("provider-subscriber-order", "7", [f"(4)({part})" for part in "abcdefgh"]),
        ("order-to-give-effect", "8", ["(3)(b)(vii)", "(3)(b)(viii)", "(3)(c)"]),
        ("emergency-disclosure", "9", ["(3)(g)", "(3)(h)"]),
    ],
)
def test_every_supplementary_element_has_a_field_that_may_stay_empty(
    name: str, article: str, elements: list[str]
) -> None:
    by_article: dict[str, list[Any]] = {}
    for spec in kind(name):
        by_article.setdefault(spec.article, []).append(spec)
    for element in elements:
        fields = by_article[f"Article {article}{element}, CETS 224"]
        assert any(spec.requirement.need is not Need.REQUIRED for spec in fields), element


@pytest.mark.parametrize(
    ("name", "changes", "field", "says"),
    [
        ("emergency-disclosure", {"emergency_link": "A child is missing.", "emergency_facts": "A child  is missing."},
         "emergency_link", "repeats the facts"),
        ("provider-emergency", {"emergency_link": ""}, "emergency_link", "link between the data and the danger"),
        ("provider-emergency", {"call_back_number": "032 000"}, "call_back_number", "Begin with +"),
        ("domain-registration", {"identifiers": [{"text": "desk@mail.example.net"}]}, "identifiers", "domain name"),
        ("domain-registration", {"data_elements": ["other"], "data_description": ""}, "data_description", "which"),
        ("interception", {"authorised_until": "2026-03-20"}, "authorised_until", "authorised until 2026-03-20 only"),
        ("interception", {"decision": ""}, "decision", "decision"),
        ("interception", {"collection_period": {"from": "2026-02-01", "to": "2026-03-04"}}, "collection_period",
         "has passed"),
        ("mla-subscriber", {"status": ["new", "follow-up-preservation"]}, "status", "A new request follows no other"),
        ("order-to-give-effect", {"data": ["content"]}, "data", "not among the choices"),
        ("provider-subscriber-order", {"data": ["traffic"]}, "data", "not a field of this form"),
        ("provider-disclosure", {"service_provider": " "}, "service_provider", "There is no provider"),
        ("provider-subscriber-order", {"provider_address": ""}, "provider_address", "address"),
        ("refusal-notice", {"decided": "refused"}, "refusal_ground", "only on a ground of its article"),
        ("refusal-notice", {"decided": "refused", "refusal_ground": "because"}, "refusal_ground", "not among"),
        ("refusal-notice", {"postponement_ground": ""}, "postponement_ground", "only on a ground of its article"),
        ("receipt", {"missing_items": []}, "missing_items", "not what is missing"),
        ("execution-report", {"outcome": "no-data", "not_given": ""}, "not_given", "reasons are missing"),
        ("extension", {"preservation_days": 30}, "preservation_days", "less than 60"),
    ],
)  # fmt: skip
def test_what_stops_a_request(name: str, changes: dict[str, Any], field: str, says: str) -> None:
    ((found, sentence),) = [
        (gap.field, gap.sentence) for gap in check(kind(name), complete_of(kind(name)) | changes, TODAY)
    ]
    assert found == field
    assert says in sentence


@pytest.mark.parametrize(
    ("name", "changes", "field", "article"),
    [
        ("emergency-disclosure", {"data": ["subscriber"]}, "data", "Article 9(1)(b), CETS 224"),
        (
            "emergency-mla",
            {"emergency_link": "To find the child."},
            "emergency_link",
            "Articles 9(3)(e) and 10(1), CETS 224",
        ),
        ("mla-stored-data", {"decision": ""}, "decision", "Article 15"),
        ("mla-stored-data", {"data_period": {}}, "data_period", "Article 15(1)"),
        ("provider-disclosure", {"data": ["content"]}, "data", "Practice"),
        ("provider-subscriber-order", {"preservation_date": ""}, "preservation_date", "Article 7(4)(e), CETS 224"),
        ("spontaneous-information", {"conditions_accepted": False}, "conditions_accepted", "Article 26(2)"),
        ("refusal-notice", {"partial_considered": False}, "partial_considered", "Article 27(6)"),
        ("extension", {"preservation_days": 180}, "preservation_days", "Article 16(2)"),
    ],
)  # fmt: skip
def test_what_only_warns(name: str, changes: dict[str, Any], field: str, article: str) -> None:
    content = complete_of(kind(name)) | changes
    assert check(kind(name), content, TODAY) == ()
    assert (field, article) in {(gap.field, gap.article) for gap in advise(kind(name), content, TODAY)}
