"""A request rests on one instrument: its letter cites that, its clocks and its grounds are those of that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.actions import release_request as releasing
from comity.casework.actions import set_letter as setting
from comity.casework.actions import sign_request as signing
from comity.casework.actions.draft_follow_up import draft_follow_up
from comity.casework.actions.edit_request import edit_request
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.register_request import register_request
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.actions.take_step import take_step
from comity.casework.models import Request
from comity.casework.queries import request_letter as reading
from comity.casework.queries import sending_gaps as gaps
from comity.casework.queries.clock_ticket import clock_rules_of
from comity.casework.queries.footing import instrument_of, treaty_of_way
from comity.casework.queries.request_letter import request_letter
from comity.casework.queries.request_page import request_page
from comity.casework.queries.step_form import grounds_of, step_fields
from comity.casework.rules.blocks.treaty import DIFFERS, NAMED
from comity.casework.rules.handling.table import Step
from comity.casework.rules.refusal import Incomplete, Refused
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete
from comity.casework.tests.conftest import NOW

pytestmark = pytest.mark.django_db

Bring = Callable[..., str]
TREATY = "United Nations Convention against Cybercrime (General Assembly resolution 79/243)"
ON_UNC = {DIFFERS: True, NAMED: f"{TREATY}, Articles 42 and 43"}
WAY = {"route": {"instrument": "unc", "article": "42", "instrument_short": "UNC", "channel": "network"}}


def row(reference: str) -> Request:
    return Request.objects.get(reference=reference)


@pytest.fixture
def received(cast: Any, law: None) -> Callable[..., str]:
    def register(**said: Any) -> str:
        content = complete() | {"requesting_country": "UA", "requested_country": "GE", "status": "new"} | said
        arrived = NOW - timedelta(hours=1)
        return register_request(
            "preservation", content, received_at=arrived, channel="24/7 network", case_title="Asked", by=cast.duty
        )

    return register


@pytest.fixture
def sent(cast: Any, law: None, at: Bring) -> str:
    reference = at("ready", status="new", **ON_UNC)
    mark_request_sent(reference, sent_on=date(2026, 3, 2), channel="24/7 network", by=cast.duty)
    return reference


def test_the_way_names_its_treaty_and_what_answers_to_the_articles_of_the_form(law: None) -> None:
    assert treaty_of_way(kind("preservation"), WAY["route"]) == f"{TREATY}, Articles 42 and 43"
    assert treaty_of_way(kind("preservation"), {"instrument": "ets185", "article": "29"}) == ""
    assert treaty_of_way(kind("preservation"), {"instrument": "", "channel": "provider"}) == ""
    assert treaty_of_way(kind("mla-subscriber"), {"instrument": "ets30", "article": "3"}) == (
        "European Convention on Mutual Assistance in Criminal Matters (ETS No. 30), Article 3"
    )
    assert treaty_of_way(kind("preservation"), {"instrument": "reciprocity", "article": "reciprocity"}) == "Reciprocity"


def test_a_draft_that_only_its_way_tells_of_has_a_letter_on_the_instrument_of_the_way(
    cast: Any, law: None, draft: Bring
) -> None:
    reference = draft(status="new")
    Request.objects.update(plan=WAY)
    paper = request_letter(cast.drafter, reference)
    assert (paper.kind, paper.version) == ("preservation", 3)
    assert paper.subtitle == f"On the basis of: {TREATY}, Articles 42 and 43"
    assert {row.note for section in paper.sections for row in section.rows} == {"", "Article 42", "Article 43"}


def test_what_the_request_says_counts_before_its_way(law: None, draft: Bring) -> None:
    request = row(draft(**ON_UNC))
    request.plan = {"route": {"instrument": "ets185", "article": "29"}}
    assert instrument_of(request, node_snapshot()) == "unc"
    request.content |= {DIFFERS: False}
    assert instrument_of(request, node_snapshot()) == "ets185"
    request.plan = WAY
    assert instrument_of(request, node_snapshot()) == "ets185"
    request.content |= {DIFFERS: True, NAMED: "A treaty between two neighbours"}
    request.plan = {}
    assert instrument_of(request, node_snapshot()) == ""


def test_clocks_and_what_follows_rest_on_the_same(cast: Any, sent: str) -> None:
    assert {rule.id for rule in clock_rules_of(row(sent))} >= {"unc-42", "unc-25"}
    assert set(row(sent).clocks.values_list("rule", flat=True)) >= {"unc-42"}
    assert not row(sent).clocks.filter(rule__startswith="ets185").exists()
    clock = row(sent).clocks.get(rule="unc-42").said
    assert (clock["instrument"], clock["instrument_name"]) == ("unc", "United Nations Convention against Cybercrime")
    take_step(sent, Step.PRESERVE, {}, by=cast.duty)
    extension = row(draft_follow_up(sent, "extension", by=cast.drafter))
    assert extension.content[NAMED] == f"{TREATY}, Article 42"
    assert {"unc-42", "unc-25"} <= {rule.id for rule in clock_rules_of(extension)}
    assistance = row(draft_follow_up(sent, "mla-subscriber", by=cast.drafter))
    assert (assistance.content[DIFFERS], assistance.content[NAMED]) == (True, f"{TREATY}, Article 44")


def test_what_follows_a_request_on_the_convention_names_no_other_treaty(cast: Any, received: Any) -> None:
    notice = row(draft_follow_up(received(), "execution-report", by=cast.drafter))
    assert not notice.content.get(DIFFERS)
    assert request_letter(cast.drafter, notice.reference).subtitle == kind("execution-report").subtitle


def test_grounds_are_those_of_the_instrument_alone(cast: Any, received: Any, sent: str) -> None:
    theirs = {choice.value for choice in grounds_of(row(sent), Step.REFUSE)}
    assert theirs == {"unc:42-dual", "unc:42-interests"}
    ours = received(**ON_UNC)
    assert [choice.value for choice in grounds_of(row(ours), Step.REFUSE)] == ["unc:42-interests"]
    (ground, *_) = step_fields(row(ours), Step.REFUSE)
    assert ground.choices[0].label.startswith("United Nations Convention against Cybercrime, Article 42: ")
    assert ground.article == ""
    with pytest.raises(Refused, match="not among the choices"):
        take_step(ours, Step.REFUSE, {"ground": "ets185:29(5)(b)", "reason": "Security."}, by=cast.duty)
    take_step(ours, Step.REFUSE, {"ground": "unc:42-interests", "reason": "Security."}, by=cast.duty)
    (*_, told) = request_page(cast.duty, ours).timeline
    assert "(United Nations Convention against Cybercrime, Article 42)" in told.sentence
    plain = received()
    with pytest.raises(Refused, match="not among the choices"):
        take_step(plain, Step.REFUSE, {"ground": "unc:42-interests", "reason": "Security."}, by=cast.duty)


@pytest.mark.parametrize(
    "said", [{"requesting_country": "BY"}, {DIFFERS: True, NAMED: "A treaty between two neighbours"}]
)
def test_where_the_instrument_is_not_known_all_are_offered_by_name(received: Any, said: dict[str, Any]) -> None:
    offered = grounds_of(row(received(**said)), Step.REFUSE)
    assert {choice.value.partition(":")[0] for choice in offered} == {"ets185", "unc", "ets182", "reciprocity"}
    names = (
        "Budapest Convention, ",
        "United Nations Convention",
        "Second Additional Protocol of 2001, ",
        "Reciprocity",
    )
    assert all(choice.label.startswith(names) for choice in offered)


def test_a_notice_of_refusal_offers_the_list_of_what_it_answers(cast: Any, received: Any) -> None:
    asked = received(**ON_UNC)
    notice = draft_follow_up(asked, "refusal-notice", by=cast.drafter)
    fields = {f.spec.name: f.spec for s in request_page(cast.drafter, notice).form.sections for f in s.fields}
    assert [choice.value for choice in fields["refusal_ground"].choices] == ["unc:42-interests"]
    assert [choice.value for choice in fields["postponement_ground"].choices] == [""]
    assert request_letter(cast.drafter, notice).subtitle == f"On the basis of: {TREATY}"
    with pytest.raises(Refused, match="not among the choices"):
        edit_request(notice, {"refusal_ground": "ets185:29(5)(b)"}, version=1, by=cast.drafter)
    Request.objects.filter(reference=notice).update(
        content=row(notice).content | {"decided": "refused", "refusal_ground": "ets185:29(5)(b)"}
    )
    with pytest.raises(Incomplete, match="not among the choices"):
        submit_for_review(notice, version=1, by=cast.drafter)


def test_a_notice_that_arrives_may_name_any_ground(cast: Any, sent: str) -> None:
    content = {"requesting_country": "UA", "decided": "refused", "refusal_ground": "ets185:29(5)(b)", "reasons": "S."}
    notice = register_request("refusal-notice", content, received_at=NOW, channel="e-mail", follows=sent, by=cast.duty)
    assert row(notice).content["refusal_ground"] == "ets185:29(5)(b)"


def test_what_was_signed_in_the_first_version_keeps_it(
    cast: Any, law: None, at: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = replace(kind("preservation"), letter_version=1)
    with monkeypatch.context() as before:
        before.setattr(gaps, "offered_kind", lambda _request: first)
        before.setattr(signing, "kind", lambda _name: first)
        before.setattr(setting, "kind", lambda _name: first)
        before.setattr(reading, "offered_kind", lambda _request: first)
        reference = at("signed", status="new")
    assert request_letter(cast.drafter, reference).version == 1
    assert request_page(cast.drafter, reference).data["comity"]["version"] == 1
    assert releasing.release_request(reference)


def test_the_form_of_a_request_on_another_treaty_cites_that_treaty(cast: Any, law: None, draft: Bring) -> None:
    drawn = request_page(cast.drafter, draft(**ON_UNC)).form
    fields = [field.spec for section in drawn.sections for field in section.fields]
    assert {spec.article for spec in fields} == {"", "Article 42", "Article 43"}
    texts = [section.help for section in drawn.sections]
    texts += [text for spec in fields for text in (spec.help, *(choice.label for choice in spec.choices))]
    assert [text for text in texts if "Article" in text] == []
    assert "Why the investigation needs it, and what would be lost without it." in texts
    empty = request_page(cast.drafter, draft(necessity="", **ON_UNC)).form
    assert [gap.article for gap in empty.gaps] == ["Article 42"]
    own = request_page(cast.drafter, draft()).form
    assert "Article 29(2)(e)" in {field.spec.article for section in own.sections for field in section.fields}
