"""What kinds say about each other and about the law: every name leads somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.atlas.rules.measure import Measure
from comity.atlas.rules.packs.instrument import Act, Ground
from comity.atlas.rules.packs.kinds import KINDS as PACKS_KINDS
from comity.casework.rules.blocks.grounds import INSTRUMENTS, POSTPONEMENT, REFUSAL
from comity.casework.rules.declaration import ANY_REQUEST, Addressee, Kind, Part
from comity.casework.rules.fields import Choice
from comity.casework.rules.registry import kind, kind_for, kinds
from comity.packkit.load import load_packs
from comity.packkit.pack import Pack

KINDS = tuple(kinds().values())
PACKS = Path(__file__).resolve().parents[4] / "packs"

every_kind = pytest.mark.parametrize("declared", KINDS, ids=lambda declared: declared.name)


def test_there_are_all_kinds_of_the_design() -> None:
    assert set(kinds()) >= {
        "domain-registration",
        "emergency-disclosure",
        "emergency-mla",
        "execution-report",
        "extension",
        "interception",
        "mla-stored-data",
        "mla-subscriber",
        "order-to-give-effect",
        "preservation",
        "provider-disclosure",
        "provider-emergency",
        "provider-preservation",
        "provider-subscriber-order",
        "realtime-traffic",
        "receipt",
        "refusal-notice",
        "spontaneous-information",
        "supplement",
        "withdrawal",
    }


@every_kind
def test_it_follows_kinds_that_exist(declared: Kind) -> None:
    assert set(declared.follows) <= {*kinds(), ANY_REQUEST}


@every_kind
def test_both_sides_stand_where_pages_and_lists_look_for_them(declared: Kind) -> None:
    parts = {section.part for section in declared.sections}
    assert {Part.HEAD, Part.REQUESTED, Part.REQUESTING} <= parts
    by_part = {section.part: {spec.name for spec in section.fields} for section in declared.sections}
    assert {"requested_country", declared.asked} <= by_part[Part.REQUESTED]
    assert {"requesting_country", "requesting_organisation", "requesting_person"} <= by_part[Part.REQUESTING]


@every_kind
def test_a_request_to_a_provider_needs_one(declared: Kind) -> None:
    if declared.addressee is Addressee.PROVIDER:
        assert declared.fields["service_provider"].requirement.applies({})


@every_kind
def test_where_a_call_back_is_needed_there_is_a_number_for_it(declared: Kind) -> None:
    assert declared.needs_call_back is ("call_back_number" in declared.fields)
    assert declared.emergency is ("emergency_link" in declared.fields)


@every_kind
def test_what_is_assumed_is_said(declared: Kind) -> None:
    assert declared.provenance.endswith(".")
    if declared.article.endswith("CETS 224"):
        assert "verified against its text" in declared.provenance


@pytest.fixture(scope="module")
def law() -> list[Pack]:
    """The packs of this repository."""
    return load_packs(PACKS, PACKS_KINDS)


@pytest.fixture(scope="module")
def grounds(law: list[Pack]) -> dict[str, Ground]:
    """Every ground of an instrument by the name that events use."""
    return {
        f"{pack.content.instrument.id}:{ground.id}": ground
        for pack in law
        if pack.kind == "instrument"
        for ground in pack.content.instrument.grounds
    }


@every_kind
def test_its_clocks_are_rules_of_the_packs(declared: Kind, law: list[Pack]) -> None:
    known = {rule.id for pack in law if pack.kind == "clocks" for rule in pack.content.clocks}
    assert set(declared.clocks) <= known


@every_kind
def test_its_grounds_allow_what_they_are_listed_for(declared: Kind, grounds: dict[str, Ground]) -> None:
    for names, act in ((declared.refusal, Act.REFUSE), (declared.postponement, Act.POSTPONE)):
        for name in names:
            instrument, _, article = name.partition(":")
            under = [
                ground
                for identity, ground in grounds.items()
                if identity.startswith(f"{instrument}:") and (ground.id == article or ground.under(article))
            ]
            assert under, name
            assert {ground.act for ground in under} == {act}, name


@pytest.mark.parametrize(("choices", "act"), [(REFUSAL, Act.REFUSE), (POSTPONEMENT, Act.POSTPONE)])
def test_the_notice_offers_the_closed_lists_of_the_packs(
    choices: tuple[Choice, ...], act: Act, grounds: dict[str, Ground]
) -> None:
    beyond = {"cets224:11"}  # the hearing by video conference, which is no kind of request here
    listed = {identity for identity, ground in grounds.items() if ground.act is act}
    assert {choice.value for choice in choices} == listed - beyond
    for choice in choices:
        instrument, _, _ = choice.value.partition(":")
        article = grounds[choice.value].article.partition("(")[0].removeprefix("constitution-")
        assert choice.label.startswith(INSTRUMENTS[instrument])
        assert f"Article {article}" in choice.label or not article.isdecimal()


@every_kind
def test_every_instrument_on_which_it_can_rest_has_its_closed_list(declared: Kind, law: list[Pack]) -> None:
    """A request that can be refused at all, can be on the grounds of whatever the planner lets it rest on."""
    listed = {name.partition(":")[0] for name in declared.refusal}
    for pack in law:
        if pack.kind == "instrument" and declared.refusal:
            file = pack.content.instrument
            bases = [basis for basis in file.bases if basis.measure in declared.measures and basis.refusals]
            asked = [b for b in bases if kind_for(b.measure, f"{file.id}:{b.article}") == declared]
            assert not asked or file.id in listed, file.id


@pytest.mark.parametrize(
    ("measure", "basis", "found"),
    [
        (Measure.PRESERVE, "", "preservation"),
        (Measure.SUBSCRIBER, "", "mla-subscriber"),
        (Measure.SUBSCRIBER, "ets185:31", "mla-subscriber"),
        (Measure.SUBSCRIBER, "cets224:7", "provider-subscriber-order"),
        (Measure.SUBSCRIBER, "cets224:8", "order-to-give-effect"),
        (Measure.TRAFFIC, "ets30:5", "mla-stored-data"),
        (Measure.TRAFFIC, "cets224:8", "order-to-give-effect"),
        (Measure.CONTENT, "", "mla-stored-data"),
        (Measure.REALTIME_TRAFFIC, "", "realtime-traffic"),
        (Measure.INTERCEPTION, "", "interception"),
        (Measure.DOMAIN_REGISTRATION, "", "domain-registration"),
        (Measure.DOMAIN_REGISTRATION, "ets185:31", "mla-subscriber"),
        (Measure.EMERGENCY_MLA, "reciprocity:any", "emergency-mla"),
        (Measure.DOMAIN_REGISTRATION, "cets224:6", "domain-registration"),
        (Measure.PRESERVE, "provider", "provider-preservation"),
        (Measure.SUBSCRIBER, "provider", "provider-disclosure"),
        (Measure.SUBSCRIBER, "ets185:18(1)(b)", "provider-disclosure"),
        (Measure.EMERGENCY_DISCLOSURE, "provider", "provider-emergency"),
        (Measure.EMERGENCY_DISCLOSURE, "", "emergency-disclosure"),
        (Measure.EMERGENCY_MLA, "", "emergency-mla"),
        (Measure.SPONTANEOUS, "", "spontaneous-information"),
    ],
)
def test_the_wizard_finds_the_kind_of_a_measure_and_of_the_way_chosen(measure: str, basis: str, found: str) -> None:
    chosen = kind_for(measure, basis)
    assert chosen is kind(found)
    first = next(one for one in kinds().values() if measure in one.measures)
    assert basis or first is chosen


def test_there_is_no_kind_for_a_hearing_yet() -> None:
    assert kind_for(Measure.HEARING) is None
