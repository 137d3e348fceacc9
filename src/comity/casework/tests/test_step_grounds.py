"""Which grounds the form for refusing offers: ours under the law on this node, theirs as they may name them."""

from __future__ import annotations

from datetime import date

import pytest

from comity.casework.models import Request
from comity.casework.queries.handling import step_choices
from comity.casework.queries.step_form import grounds_of, step_fields
from comity.casework.rules.declaration import Addressee, Lifecycle
from comity.casework.rules.fields import OPTIONAL
from comity.casework.rules.handling.fields import answered
from comity.casework.rules.handling.table import Step
from comity.casework.rules.registry import kinds
from comity.people.rules.roles import Role

pytestmark = pytest.mark.django_db


def ids(direction: str, requested: str, step: Step = Step.REFUSE, kind: str = "preservation") -> set[str]:
    request = Request(
        kind=kind, direction=direction, requesting_country="MD", requested_country=requested, requested_zone="UTC"
    )
    return {choice.value for choice in grounds_of(request, step)}


POLITICAL = "ets185:29(5)(a)"
RESERVED = "ets185:29(4)"


def test_a_ground_that_wants_a_reservation_is_ours_only_where_we_made_one(law: None) -> None:
    assert RESERVED not in ids("incoming", "GE")
    assert POLITICAL in ids("incoming", "GE")
    assert RESERVED in ids("incoming", "AZ")


def test_what_the_other_side_rests_on_can_always_be_recorded(law: None) -> None:
    assert RESERVED in ids("outgoing", "UA")


def test_refusing_and_postponing_have_lists_of_their_own(law: None) -> None:
    refuse, postpone = (ids("incoming", "GE", step, "mla-subscriber") for step in (Step.REFUSE, Step.POSTPONE))
    assert postpone == {"ets185:27(5)"}
    assert refuse
    assert not refuse & postpone


def row(kind: str, direction: str = "outgoing", requested: str = "UA", **said: object) -> Request:
    return Request(
        kind=kind,
        direction=direction,
        state="received" if direction == "incoming" else "sent",
        requesting_country="GE" if direction == "outgoing" else "MD",
        requested_country=requested,
        requested_zone="UTC",
        content=said,
    )


PROVIDERS = [name for name, declared in kinds().items() if declared.addressee is Addressee.PROVIDER]


def test_a_provider_refuses_for_its_own_reasons_since_no_article_closes_them(law: None) -> None:
    for name in PROVIDERS:
        fields = step_fields(row(name), Step.REFUSE)
        said = {"reason": "Its terms do not allow it."}
        assert answered(fields, said, date(2026, 3, 2)) == said
        grounds = [spec for spec in fields if spec.name == "ground"]
        assert [spec.requirement for spec in grounds] == ([OPTIONAL] if name == "provider-subscriber-order" else [])
        assert "consulted" not in {spec.name for spec in fields}


def test_what_no_article_lets_anybody_postpone_offers_no_postponement(law: None) -> None:
    for name, declared in kinds().items():
        offered = {choice.step for choice in step_choices(row(name), frozenset(Role), ())}
        assert (Step.POSTPONE in offered) is bool(declared.postponement), name
        assert (Step.REFUSE in offered) is (declared.lifecycle is Lifecycle.REQUEST), name


ON_UNC = {"treaty_differs": True, "treaty_named": "United Nations Convention against Cybercrime"}


def test_steps_cite_the_articles_of_the_instrument_that_the_request_rests_on(law: None) -> None:
    for request, cites in (
        (row("preservation"), True),
        (row("mla-subscriber"), True),
        (row("emergency-disclosure"), False),
        (row("order-to-give-effect"), False),
        *((row(name), False) for name in PROVIDERS),
        (row("preservation", **ON_UNC), False),
    ):
        own = "Article 29(5)" if request.kind == "preservation" else "Article 27(4) and (7)"
        refuse, *others = sorted(step_choices(request, frozenset(Role), ()), key=lambda one: one.step != Step.REFUSE)
        assert refuse.article == (own if cites else ""), request.kind
        for choice in (refuse, *others):
            fields = step_fields(request, choice.step)
            assert not [spec.help for spec in fields if "Article" in spec.help], choice
            articles = [choice.article, *(spec.article for spec in fields)]
            foreign = [said for said in articles if said.startswith("Article") and "CETS 224" not in said]
            assert cites or not foreign, (request.kind, choice)
