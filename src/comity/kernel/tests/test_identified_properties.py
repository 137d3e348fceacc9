"""What holds for any text: no crash, no overlap, spans that fit, a stored form and a normalised form that read back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from ipaddress import IPv4Address, IPv6Address
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.kernel.identifiers.identifier import Identifier
from comity.kernel.identifiers.identify import identify

TEXTS = [
    case["text"]
    for table in sorted((Path(__file__).parent / "texts").glob("*.yaml"))
    for case in yaml.safe_load(table.read_text("utf-8"))
]
PIECES = sorted({piece for text in TEXTS for piece in text.split(" ")})
GLUE = [
    "",
    " ",
    "\n",
    ".",
    ":",
    ",",
    "-",
    "/",
    "@",
    "(",
    ")",
    "[",
    "]",
    "=",
    "+",
    "\x00",
    "\u200b",
    "::",
    "\n\n",
    " port ",
]

mixtures = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GLUE)), max_size=12).map(
    lambda pairs: "".join(piece + glue for piece, glue in pairs)
)
any_text = st.one_of(st.text(max_size=200), mixtures, st.text(alphabet="0123456789abcdef.:@-/+ GEZT\n", max_size=80))
zones = st.integers(-12 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
moments = st.datetimes(datetime(1971, 1, 1), datetime(2098, 12, 30), timezones=zones).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=0)
)
ports = st.integers(1, 65535)
plain_v4 = st.ip_addresses(v=4).filter(lambda address: str(address).split(".")[0] not in ("0", "255"))
plain_v6 = st.ip_addresses(v=6).filter(
    lambda address: any(c.isdigit() for c in str(address)) and not address.ipv4_mapped
)


def key(one: Identifier) -> tuple[Any, ...]:
    return one.type, one.value, one.kind, one.port, one.provider, one.time and one.time.utc


@given(any_text)
def test_spans_fit_and_never_overlap(text: str) -> None:
    reading = identify(text)
    spans = sorted((one.start, one.end, one.written) for one in (*reading.identifiers, *reading.unread))
    assert all(text[start:end] == written and end > start for start, end, written in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert [one.start for one in reading.identifiers] == sorted(one.start for one in reading.identifiers)


@given(any_text)
def test_the_stored_form_reads_back(text: str) -> None:
    for one in identify(text).identifiers:
        assert Identifier.from_json(one.as_json()) == one


@settings(max_examples=300)
@given(any_text)
def test_the_normalised_form_reads_back_as_the_same(text: str) -> None:
    for one in identify(text).identifiers:
        assert [key(again) for again in identify(str(one)).identifiers] == [key(one)]


@given(plain_v4, ports, moments)
def test_any_connection_over_ipv4_is_read(address: IPv4Address, port: int, moment: datetime) -> None:
    (one,) = identify(f"from {address}:{port} at {moment.isoformat()}, they say").identifiers
    assert (one.value, one.port) == (str(address), port)
    assert one.time is not None
    assert one.time.utc == moment.astimezone(UTC)


@given(plain_v6, ports, moments)
def test_any_connection_over_ipv6_is_read(address: IPv6Address, port: int, moment: datetime) -> None:
    (one,) = identify(f"{moment:%d.%m.%Y %H:%M:%S %z} [{address.exploded.upper()}]:{port}").identifiers
    assert (one.value, one.port) == (str(address), port)
    assert one.time is not None
    assert one.time.utc == moment.astimezone(UTC)


@given(moments, st.sampled_from(["%d %B %Y, %H:%M:%S %z", "%B %d, %Y at %I:%M:%S %p %z", "[%d/%b/%Y:%H:%M:%S %z]"]))
def test_any_moment_in_words_is_read(moment: datetime, form: str) -> None:
    (one,) = identify(f"203.0.113.5 {moment:{form}}").identifiers
    assert one.time is not None
    assert one.time.utc == moment.astimezone(UTC)


@given(st.dates(datetime(1971, 1, 1).date(), datetime(2098, 1, 1).date()))  # noqa: DTZ001
def test_two_orders_of_a_date_are_never_chosen_between(day: Any) -> None:
    (one,) = identify(f"203.0.113.5 {day:%d/%m/%Y} 03:11:02 UTC").identifiers
    ambiguous = day.day <= 12 and day.day != day.month
    assert ("date-order" in {gap.what for gap in one.missing}) is ambiguous
    assert one.time is not None
    assert (one.time.utc is None) is ambiguous
