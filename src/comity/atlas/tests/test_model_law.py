"""The model law: every article of the procedural law has elements with sources, and faults are found."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from comity.atlas.rules.packs.model_law import ModelLawPack
from comity.atlas.rules.packs.model_law_consistency import model_law_faults
from comity.atlas.tests.law import repository_packs
from comity.kernel.confidence import Confidence

CITED = {"source": "practice", "at": "Article 16", "checked": date(2026, 11, 30), "confidence": "high"}


@cache
def _contents() -> dict[str, Any]:
    return {pack.name: pack.content for pack in repository_packs()}


def _law(article: str = "16", *ids: str) -> ModelLawPack:
    elements = [{"id": name, "says": "Something.", **CITED} for name in ids or ("one",)]
    articles = {article: {"aim": "Something.", "elements": elements, **CITED}}
    safeguards = [{"id": "s-law", "asks": "Is it law?", **CITED}]
    law = {"id": "own", "title": "Own", "articles": articles, "safeguards": safeguards}
    return ModelLawPack.model_validate({"law": law})


@pytest.mark.parametrize(
    ("pack", "sentence"),
    [
        (_law("99"), "not among the Convention's powers"),
        (_law("16", "one", "one"), "a second time"),
        (_law("16", "s-law"), "a second time"),
    ],
)
def test_a_fault_is_found(pack: ModelLawPack, sentence: str) -> None:
    others = {name: content for name, content in _contents().items() if not isinstance(content, ModelLawPack)}
    faults = list(model_law_faults({**others, "model-law/own": pack}))
    assert [sentence in fault.sentence for fault in faults] == [True]


def test_what_the_convention_leaves_to_the_party_is_marked_as_our_reading() -> None:
    (pack,) = (content for content in _contents().values() if isinstance(content, ModelLawPack))
    assert list(pack.law.articles) == ["16", "17", "18", "19", "20", "21", "29", "30"]
    for article in pack.law.articles.values():
        assert article.source == "ets185-explanatory-report"
        for element in article.elements:
            assert element.optional == (element.confidence is Confidence.MEDIUM), element.id
