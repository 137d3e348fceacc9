"""Chains of tickets: what may follow what, and what a follow-up starts with."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.casework.rules.chains import possible_follow_ups
from comity.casework.rules.content import said
from comity.casework.rules.declaration import Kind, Lifecycle
from comity.casework.rules.direction import Direction
from comity.casework.rules.follow_up import SAID_ANEW, follow_up
from comity.casework.rules.forged import forged
from comity.casework.rules.gate import check
from comity.casework.rules.prefill import Requester
from comity.casework.rules.registry import kind, kinds
from comity.casework.tests.complete import TODAY, complete_of

KINDS = tuple(kinds().values())
PAIRS = [(later, earlier) for earlier in KINDS for later in KINDS if later.may_follow(earlier)]

US = Requester(
    country="GE",
    organisation="24/7 point of contact",
    person="Duty officer",
    zone="Asia/Tbilisi",
    email="contact@example.org",
    telephone="+995 32 000 00 00",
)


def _follow(
    later: str, earlier: str, content: dict[str, Any], theirs: str = "UA-17", own: str = "GE-2026-00012"
) -> Any:
    return follow_up(
        kind(later),
        kind(earlier),
        content,
        their_reference=theirs,
        own_reference=own,
        sent_on=date(2026, 2, 20),
        today=TODAY,
        requester=US,
    )


def _open(name: str, content: dict[str, Any]) -> set[str]:
    return {gap.field for gap in check(kind(name), content, TODAY)}


def test_a_chain_from_preservation_to_execution_carries_what_was_said_once() -> None:
    first = complete_of(kind("preservation"))
    extension = _follow("extension", "preservation", first)
    assert extension["status"] == "extension"
    assert (extension["previous_reference"], extension["previous_own_reference"]) == ("UA-17", "GE-2026-00012")
    assert extension["previous_date"] == "2026-02-20"
    assert extension["date"] == TODAY.isoformat()
    assert (extension["identifiers"], extension["offences"]) == (first["identifiers"], first["offences"])
    assert _open("extension", extension) == set()

    assistance = _follow("mla-subscriber", "extension", extension, theirs="UA-18", own="GE-2026-00013")
    assert assistance["status"] == ["follow-up-preservation"]
    assert (assistance["preservation_reference"], assistance["preservation_date"]) == ("UA-18", "2026-02-20")
    assert assistance["preservation_requester"].startswith("24/7 point of contact\nGeorgia")
    assert assistance["preservation_responder"] == "Cyber Police Department\nUkraine"
    assert "previous_reference" not in assistance
    assert _open("mla-subscriber", assistance) == {"summary", "subscriber_items", "custodian_known"}

    assistance |= {"summary": "A hospital's servers were encrypted.", "subscriber_items": ["identity"]}
    assistance |= {"custodian_known": "not-known"}
    supplement = _follow("supplement", "mla-subscriber", assistance, theirs="", own="GE-2026-00014")
    assert "previous_reference" not in supplement  # theirs is not known, and ours is not theirs
    assert supplement["previous_own_reference"] == "GE-2026-00014"
    assert supplement["previous_kind"] == "Request for subscriber information"
    assert supplement["requested_authority"] == "Cyber Police Department"
    assert _open("supplement", supplement) == {"supplement"}

    supplement |= {"supplement": "The port is 51514."}
    report = _follow("execution-report", "supplement", supplement, theirs="GE-2026-00015", own="UA-19")
    assert (report["requested_country"], report["requested_authority"]) == ("GE", "24/7 point of contact")
    assert (report["previous_reference"], report["previous_own_reference"]) == ("GE-2026-00015", "UA-19")
    assert _open("execution-report", report) == {"outcome"}


def test_a_request_that_follows_both_ticks_both() -> None:
    earlier = _follow("mla-subscriber", "preservation", complete_of(kind("preservation")))
    later = _follow("mla-stored-data", "mla-subscriber", earlier, theirs="UA-20")
    assert later["status"] == ["follow-up-assistance", "follow-up-preservation"]
    assert (later["previous_reference"], later["preservation_reference"]) == ("UA-20", "UA-17")


@pytest.mark.parametrize("answer", ["receipt", "execution-report", "refusal-notice"])
@pytest.mark.parametrize("asked", [one.name for one in KINDS if one.lifecycle is Lifecycle.REQUEST])
def test_an_answer_goes_back_to_whoever_asked(answer: str, asked: str) -> None:
    incoming = complete_of(kind(asked)) | {"requesting_country": "MD", "requesting_organisation": "Cybercrime section"}
    incoming |= {"requesting_person": "Prosecutor", "requesting_email": "office@example.net", "case_number": "theirs"}
    content = _follow(answer, asked, incoming, theirs="MD-2026-00001", own="GE-2026-00020")
    assert (content["requested_country"], content["requested_authority"]) == ("MD", "Cybercrime section")
    assert (content["requesting_country"], content["requesting_organisation"]) == ("GE", US.organisation)
    assert (content["requesting_person"], content["requesting_email"]) == (US.person, US.email)
    assert (content["previous_reference"], content["previous_own_reference"]) == ("MD-2026-00001", "GE-2026-00020")
    assert content["previous_kind"] == kind(asked).label
    assert "case_number" not in content


def test_a_provider_is_not_put_in_an_authority_s_place() -> None:
    order = complete_of(kind("provider-subscriber-order"))
    content = _follow("order-to-give-effect", "provider-subscriber-order", order)
    assert content["service_provider"] == order["service_provider"]
    assert content["provider_address"] == order["provider_address"]
    assert "requested_authority" not in content
    assert "protocol_statement" not in content


def test_a_withdrawal_reaches_a_provider_too() -> None:
    content = _follow("withdrawal", "provider-preservation", complete_of(kind("provider-preservation")))
    assert content["requested_authority"] == "Example Telecom"


def test_what_they_told_us_becomes_our_request() -> None:
    told = complete_of(kind("spontaneous-information")) | {"requesting_country": "MD", "case_number": "theirs"}
    content = _follow("mla-stored-data", "spontaneous-information", told)
    assert (content["requested_country"], content["requesting_country"]) == ("MD", "GE")
    assert content["identifiers"] == told["identifiers"]
    assert content["status"] == ["new"]
    assert not {"case_number", "previous_reference"} & set(content)


@pytest.mark.parametrize(("later", "earlier"), PAIRS, ids=[f"{later.name}-after-{one.name}" for later, one in PAIRS])
def test_every_follow_up_starts_with_content_that_its_form_could_send(later: Kind, earlier: Kind) -> None:
    content = _follow(later.name, earlier.name, complete_of(earlier))
    assert forged(later, content) == ()
    assert content["date"] == TODAY.isoformat()
    assert set(said(later, content)) == set(content)
    assert not {name for name in SAID_ANEW - {"date", "status"} if name in content}
    if later.must_follow:
        assert content["previous_reference"] == "UA-17"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["from", "to", "text"]), inner, max_size=2)
    ),
    max_leaves=5,
)


@given(data=st.data(), pair=st.sampled_from(PAIRS))
def test_whatever_is_stored_a_follow_up_can_be_begun(data: st.DataObject, pair: tuple[Kind, Kind]) -> None:
    later, earlier = pair
    stored = data.draw(st.dictionaries(st.sampled_from([*earlier.fields, "strange"]), JSON, max_size=8))
    assert forged(later, _follow(later.name, earlier.name, stored)) == ()


@pytest.mark.parametrize(
    ("after", "direction", "found"),
    [
        (
            "preservation",
            Direction.OUTGOING,
            {"extension", "mla-subscriber", "mla-stored-data", "supplement", "withdrawal"},
        ),
        ("preservation", Direction.INCOMING, {"receipt", "execution-report", "refusal-notice"}),
        ("mla-subscriber", Direction.OUTGOING, {"mla-stored-data", "supplement", "withdrawal"}),
        ("provider-subscriber-order", Direction.OUTGOING, {"order-to-give-effect", "withdrawal"}),
        ("spontaneous-information", Direction.INCOMING, {"receipt", "preservation", "mla-subscriber"}),
        ("supplement", Direction.INCOMING, {"receipt", "execution-report"}),
    ],
)
def test_what_may_follow(after: str, direction: Direction, found: set[str]) -> None:
    names = [later.name for later in possible_follow_ups(kind(after), direction)]
    assert found <= set(names)
    assert names == sorted(names)


def test_who_asked_does_not_answer_and_who_was_asked_does_not_withdraw() -> None:
    for earlier in KINDS:
        if earlier.lifecycle is Lifecycle.REQUEST:
            assert not [later for later in possible_follow_ups(earlier, Direction.OUTGOING) if later.answers]
            assert all(later.answers for later in possible_follow_ups(earlier, Direction.INCOMING))
    assert possible_follow_ups(kind("spontaneous-information"), Direction.OUTGOING) == ()
