"""What is said to be missing: whether it is needed, in which words, and what a country or a note claims."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from comity.kernel.country import CountryCode
from comity.kernel.identifiers.identifier import Identifier
from comity.kernel.identifiers.identify import identify
from comity.kernel.identifiers.missing import MissingKey

ADDRESS = "8.8.8.8:51234 "


def only(text: str, **hints: object) -> Identifier:
    (one,) = identify(text, **hints).identifiers  # type: ignore[arg-type]
    return one


def sentence(text: str, what: MissingKey) -> str:
    (found,) = [gap.sentence for gap in only(text).missing if gap.what is what]
    return found


def test_a_time_without_a_zone() -> None:
    assert sentence(f"{ADDRESS}2017-06-16 03:11:02", MissingKey.ZONE) == (
        "The time of the connection has no time zone. Provider logs are useless without it: "
        "add UTC+4, or the zone's name."
    )


@pytest.mark.parametrize(
    ("text", "what", "words"),
    [
        ("8.8.8.8", MissingKey.TIME, "has no time"),
        (f"{ADDRESS}16.06.2017", MissingKey.TIME, "“16.06.2017” has no time of day"),
        (f"{ADDRESS}03:11:02 UTC", MissingKey.DATE, "has no date"),
        (f"{ADDRESS}31.06.2017 03:11 UTC", MissingKey.DATE, "not in the calendar"),
        (f"{ADDRESS}Jun 16 03:11:02 UTC", MissingKey.YEAR, "has no year"),
        (f"{ADDRESS}05/06/2017 03:11 UTC", MissingKey.DATE_ORDER, "5 June 2017 or 6 May 2017"),
        (f"{ADDRESS}2017-06-16 03:11 UTC", MissingKey.SECONDS, "no seconds"),
        (f"{ADDRESS}2017-06-16 03:11 AMT", MissingKey.ZONE, "“AMT” names the time of Armenia and the Amazon."),
        (f"{ADDRESS}2017-10-29 03:30 Europe/Kyiv", MissingKey.ZONE, "Write UTC+3 for the first time or UTC+2"),
        (f"{ADDRESS}2017-03-26 03:30 Europe/Kyiv", MissingKey.ZONE, "never showed 03:30"),
        ("100.64.1.2 2017-06-16T03:11:02Z", MissingKey.PORT, "shared by many subscribers"),
        ("8.8.8.8 2017-06-16T03:11:02Z", MissingKey.PORT, "If the provider shares addresses"),
        ("8.8.8.8:70000 2017-06-16T03:11:02Z", MissingKey.PORT, "“70000” is not a port"),
        ("10.1.2.3", MissingKey.PUBLIC_ADDRESS, "cannot be traced abroad"),
        ("127.0.0.1", MissingKey.PUBLIC_ADDRESS, "cannot be traced abroad"),
        ("203.0.113.5", MissingKey.PUBLIC_ADDRESS, "reserved for examples"),
        ("@example_name", MissingKey.PROVIDER, "“@example_name” names no service"),
        ("0x52908400098527886e0f7030069857d2e4169ee7", MissingKey.NETWORK, "Polygon"),
    ],
)
def test_the_words_say_what_to_do(text: str, what: MissingKey, words: str) -> None:
    assert words in sentence(text, what)


def test_the_port_is_needed_where_an_address_is_certainly_shared_and_useful_elsewhere() -> None:
    assert not only("100.64.1.2 2017-06-16T03:11:02Z").complete
    assert only("8.8.8.8 2017-06-16T03:11:02Z").complete
    assert not only("2001:4860:4860::8888 2017-06-16T03:11:02Z").missing


def test_a_zone_stated_beside_the_text_is_used_only_for_times_without_one() -> None:
    tbilisi = ZoneInfo("Asia/Tbilisi")
    without = only(f"{ADDRESS}2017-06-16 03:11:02", zone=tbilisi)
    assert str(without.time) == "2017-06-15T23:11:02Z"
    assert without.notes == ("The time zone Asia/Tbilisi was stated beside the text, not in it.",)
    assert str(only(f"{ADDRESS}2017-06-16 03:11:02 UTC", zone=tbilisi).time) == "2017-06-16T03:11:02Z"
    in_text = only(f"All times are UTC+1.\n{ADDRESS}2017-06-16 03:11:02", zone=tbilisi)
    assert str(in_text.time) == "2017-06-16T02:11:02Z"


def test_two_zones_stated_in_one_text_cancel_out() -> None:
    text = f"Times in UTC.\nTimes in UTC+4.\n\n{ADDRESS}2017-06-16 03:11:02"
    assert MissingKey.ZONE in {gap.what for gap in only(text).missing}


def test_a_time_from_another_line_is_to_be_checked() -> None:
    assert any("another line" in note for note in only(f"{ADDRESS}\nTime: 2017-06-16 03:11:02 UTC").notes)
    assert not only(f"{ADDRESS} 2017-06-16 03:11:02 UTC").notes


def test_national_numbers_need_the_country_that_the_user_states() -> None:
    assert not identify("call 599 12 34 56 today").identifiers
    one = only("call 599 12 34 56 today", region=CountryCode("GE"))
    assert (one.value, one.country, one.kind) == ("+995599123456", "GE", "mobile")


@pytest.mark.parametrize(
    ("text", "country", "words"),
    [
        ("8.8.8.8", "US", "registered, not the place of the user"),
        ("+995 599 12 34 56", "GE", "calling code"),
        ("IMSI 282011234567890", "GE", "SIM card"),
        ("IMSI 310260123456789", "US", "SIM card"),
        ("GE29NB0000000101904917", "GE", "of the bank"),
        ("10.0.0.1", None, ""),
        ("IMSI 901401234567890", None, ""),
        ("someone@example.com", None, ""),
    ],
)
def test_a_country_says_what_it_means(text: str, country: str | None, words: str) -> None:
    one = only(text)
    assert one.country == country
    assert words in one.country_meaning


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("0x52908400098527886E0F7030069857D2E4169EE7", "was not checked"),
        ("IMEI 35693803564380", "check digit was not written"),
        ("02:1a:2b:3c:4d:5e", "made up by the device"),
        ("gоogle.com", "mixes Latin and other letters"),
        ("пример.рф", "In its own letters: пример.рф"),
        ("a.example.com.ge", "Registered as example.com.ge"),
        ("abcdefghijklmnop.onion", "Tor hidden service"),
    ],
)
def test_a_note_says_what_to_know(text: str, words: str) -> None:
    assert any(words in note for note in only(text).notes)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("300.1.2.3", "255 or less, and 300 is not"),
        ("203.0.113.005", "If it is 203.0.113.5, write it so"),
        ("203.0.113.0/24", "a range of 256 addresses"),
        ("2001:db8::/32", "a range of addresses"),
        ("2001:db8:::1", "eight groups"),
        ("IMEI 356938035643800", "write 356938035643809"),
        ("IMEI: 12345", "it has 5 figures, and an IMEI has 15"),
        ("IMSI: 100011234567890", "no country has the mobile code 100"),
        ("GE28NB0000000101904917", "check digits do not agree"),
        ("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdx", "checksum does not agree"),
        ("IDFA 00000000-0000-0000-0000-000000000000", "identifies nobody"),
        ("name@example.cmo", "no domain ends in “.cmo”"),
        ("http://nosuchhost/x", "not the name of a host"),
        ("tel: 599 12 34 56", "Write it with + and the country's code"),
        ("+999 123 456 789", "not a number that any network gives out"),
    ],
)
def test_what_cannot_be_read_is_explained(text: str, words: str) -> None:
    reading = identify(text)
    assert not reading.identifiers
    (odd,) = reading.unread
    assert words in odd.sentence
    assert "invalid" not in odd.sentence.lower()
