"""People at events, without a database: states, addresses, consent, links, letters."""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.people.rules.refusal import Refused
from comity.programme.rules import consent
from comity.programme.rules.consent import NEWEST, consent_text
from comity.programme.rules.details import Details, checked_details
from comity.programme.rules.invitation import letter
from comity.programme.rules.participation import (
    NEXT,
    REGISTERS_ANEW,
    Asked,
    ParticipantState,
    expect_seat,
    may_move,
    state_on_registering,
)
from comity.programme.rules.personal_link import number_of, personal
from comity.programme.rules.registering import (
    MOST_INVITED,
    addresses_in,
    checked_address,
    checked_numbers,
    checked_span,
    erase_after,
    is_open,
)

S = ParticipantState
EVERYTHING = tuple(Asked)


@pytest.mark.parametrize("state", S)
@pytest.mark.parametrize("to", S)
def test_only_the_steps_that_follow_can_be_taken(state: S, to: S) -> None:
    if to in NEXT[state]:
        may_move(state, to)
    else:
        with pytest.raises(Refused) as refusal:
            may_move(state, to)
        assert refusal.value.field == "to"


def test_nobody_comes_in_or_comes_back_without_registering() -> None:
    for state in REGISTERS_ANEW:
        assert not set(NEXT[state]) - {S.CANCELLED}
    assert all(S.REGISTERED not in steps and S.INVITED not in steps for steps in NEXT.values())


@pytest.mark.parametrize(
    ("capacity", "taken", "state"), [(None, 500, S.REGISTERED), (2, 1, S.REGISTERED), (2, 2, S.WAITING)]
)
def test_once_the_places_are_taken_people_wait(capacity: int | None, taken: int, state: S) -> None:
    assert state_on_registering(capacity, taken) is state


def test_no_more_are_accepted_than_there_are_places() -> None:
    expect_seat(None, 10_000)
    expect_seat(2, 1)
    with pytest.raises(Refused, match="All 2 places are given"):
        expect_seat(2, 2)


@pytest.mark.parametrize("text", ["a@example.org", " A.B+c@Example.ORG ", "ана@пример.рф"])
def test_addresses(text: str) -> None:
    assert checked_address(text) == text.strip().lower()


@pytest.mark.parametrize(
    "text",
    [
        *("", "a", "@example.org", "a@", "a@b", "a b@example.org", "a@exa mple.org", "a@example..org", "a@.org"),
        *("a@example.org\nBcc: b@example.org", "a@example.org\x00", "<a@example.org>", "a@example.org,b@example.org"),
        "x" * 65 + "@example.org",
    ],
)
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(Refused, match="is not an e-mail address") as refusal:
        checked_address(text)
    assert refusal.value.field == "email"


@given(st.text(max_size=300))
def test_an_address_is_one_line_or_refused(text: str) -> None:
    try:
        address = checked_address(text)
    except Refused:
        return
    assert address.count("@") == 1
    assert len(address) <= 254
    assert not re.search(r"[\s<>,;\x00]", address)


def test_a_list_of_addresses_names_each_once() -> None:
    assert addresses_in("b@example.org, A@example.org;\n<a@example.org>") == ("b@example.org", "a@example.org")
    with pytest.raises(Refused, match="No address"):
        addresses_in(" ,; ")
    with pytest.raises(Refused, match="“nobody” is not"):
        addresses_in("a@example.org nobody")
    with pytest.raises(Refused, match="201 addresses are too many"):
        addresses_in(" ".join(f"a{number}@example.org" for number in range(MOST_INVITED + 1)))


def test_days_and_numbers() -> None:
    june = date(2017, 6, 1)
    checked_span(june, june, june)
    with pytest.raises(Refused, match="before it begins"):
        checked_span(june, date(2017, 5, 1), june)
    with pytest.raises(Refused, match="The activity ends on 1 June 2017"):
        checked_span(june, date(2017, 6, 2), june)
    for capacity, days in ((0, 365), (2001, 365), (None, 0), (None, 3651)):
        with pytest.raises(Refused):
            checked_numbers(capacity, days)
    assert erase_after(june, 365) == date(2018, 6, 1)
    assert is_open(june, june, closed=False, today=june)
    assert not is_open(june, june, closed=True, today=june)
    assert not is_open(june, june, closed=False, today=date(2017, 6, 2))


def test_only_what_is_asked_is_kept() -> None:
    said = Details(" Participant  3 ", "Ministry", "ge", "speaker", travel=True)
    assert checked_details(said, (), consent=True) == Details("Participant 3")
    assert checked_details(said, EVERYTHING, consent=True) == Details(
        "Participant 3", "Ministry", "GE", "speaker", True
    )


@pytest.mark.parametrize(
    ("said", "consent", "field"),
    [
        (Details("P"), False, "consent"),
        (Details(" "), True, "name"),
        (Details("x" * 201), True, "name"),
        (Details("P", institution="a\x00"), True, "institution"),
        (Details("P", country="XX"), True, "country"),
        (Details("P", role="king"), True, "role"),
    ],
)
def test_what_is_wrong_names_its_field(said: Details, consent: bool, field: str) -> None:
    with pytest.raises(Refused) as refusal:
        checked_details(said, EVERYTHING, consent=consent)
    assert refusal.value.field == field


def test_a_text_that_people_agreed_to_is_never_changed() -> None:
    digests = {version: sha256(text.encode()).hexdigest()[:16] for version, text in consent._TEXTS.items()}
    assert digests == {1: "85f97b0eed61a8d8"}
    assert max(digests) == NEWEST


def test_the_consent_names_what_is_kept_and_how_long() -> None:
    text = consent_text(1, organisation="The Office", activity="Workshop", asks=["country", "travel"], days=365)
    assert "The Office keeps my name, e-mail address and country to organise “Workshop”" in text
    assert "365 days" in text


@given(st.integers(1, 10**18 - 1), st.text(max_size=60))
def test_a_personal_link_opens_for_its_own_number_alone(number: int, other: str) -> None:
    link = personal(number, "key")
    assert number_of(link, "key") == number
    assert number_of(link, "another key") is None
    assert number_of(f"{number + 1}-{link.partition('-')[2]}", "key") is None
    assert number_of(f"0{link}", "key") is None
    assert number_of(other, "key") is None


@pytest.mark.parametrize("state", S)
def test_a_letter_says_where_one_stands_and_has_the_link(state: S) -> None:
    made = letter(
        "p@example.net", "", state, activity="Workshop", where_when="Kyiv", link="https://node/x", organisation="Office"
    )
    assert "Dear colleague" in made.text
    assert "https://node/x" in made.text
    assert "{" not in made.text
