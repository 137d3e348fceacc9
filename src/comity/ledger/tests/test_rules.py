"""Events, payloads and the form that is hashed: properties, without a database."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from comity.kernel.digest import Digest
from comity.ledger.rules.actor import Actor
from comity.ledger.rules.bell import NoSuchSubscriber, handler, subscribe, subscribers_of
from comity.ledger.rules.entry import EntryView, chained, digest_of, leaf
from comity.ledger.rules.event import Event
from comity.ledger.rules.payload import NotRecordable, plain

TEXT = some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | TEXT,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
DIGEST = some.binary(max_size=4).map(Digest.of)
ENTRIES = some.builds(
    chained,
    sequence=some.integers(1, 2**63 - 1),
    at=some.datetimes(timezones=some.just(UTC)),
    actor_reference=TEXT,
    actor_display=TEXT,
    name=TEXT,
    subject=TEXT,
    payload=some.dictionaries(TEXT, JSON, max_size=4),
    previous=DIGEST,
)


@given(ENTRIES)
def test_the_digest_is_a_merkle_leaf_over_canonical_json(entry: EntryView) -> None:
    content = leaf(entry)
    assert entry.digest == digest_of(entry) == hashlib.sha256(b"\x00" + content).hexdigest()
    read = json.loads(content)
    assert json.dumps(read, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() == content
    assert datetime.fromisoformat(read.pop("at")) == entry.at
    assert read == {
        "sequence": entry.sequence,
        "actor_reference": entry.actor_reference,
        "actor_display": entry.actor_display,
        "name": entry.name,
        "subject": entry.subject,
        "payload": entry.payload,
        "previous": entry.previous,
    }


@given(ENTRIES, ENTRIES)
def test_different_entries_have_different_digests(one: EntryView, other: EntryView) -> None:
    assert (one == other) == (one.digest == other.digest)


@pytest.mark.parametrize("field", ["sequence", "at", "actor_reference", "actor_display", "name", "subject", "previous"])
def test_every_field_is_in_the_digest(field: str) -> None:
    entry = chained(
        sequence=1,
        at=datetime(2026, 1, 1, tzinfo=UTC),
        actor_reference="user:1",
        actor_display="A",
        name="lamp-lit",
        subject="lamp:1",
        payload={},
        previous=Digest.of(b""),
    )
    others = {"sequence": 2, "at": datetime(2026, 1, 1, 0, 0, 0, 1, tzinfo=UTC)}
    changed = replace(entry, **{field: others.get(field, Digest.of(b"other"))})
    assert digest_of(changed) != entry.digest


def test_the_digest_form_stays_as_it_is() -> None:
    """Ledgers exist that were written with it: changing this value breaks every one of them."""
    entry = chained(
        sequence=42,
        at=datetime(2017, 6, 16, 9, 30, tzinfo=UTC),
        actor_reference="user:7",
        actor_display="დრაფტი",
        name="request-signed",
        subject="request:GE-2017-00001",
        payload={"b": [1, None, True], "a": "é"},
        previous=Digest("0" * 64),
    )
    assert leaf(entry).decode() == (
        '{"actor_display":"დრაფტი","actor_reference":"user:7","at":"2017-06-16T09:30:00.000000+00:00",'
        '"name":"request-signed","payload":{"a":"é","b":[1,null,true]},'
        f'"previous":"{"0" * 64}","sequence":42,"subject":"request:GE-2017-00001"}}'
    )
    assert entry.digest == "b54c717231cec3457ed8fd63d297c25d417dda8efe0796f9d816b5becffa4027"


@given(JSON)
def test_json_is_plain_already(value: Any) -> None:
    assert plain(value) == value


class Colour(StrEnum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "made"),
    [
        (Colour.RED, "red"),
        (date(2017, 6, 16), "2017-06-16"),
        (datetime(2017, 6, 16, 12, tzinfo=UTC), "2017-06-16T12:00:00+00:00"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (("a", ("b",)), ["a", ["b"]]),
    ],
)
def test_values_of_ours_become_json(value: Any, made: Any) -> None:
    assert plain(value) == made
    assert type(plain(value)) is type(made)


@pytest.mark.parametrize(
    "value",
    [1.5, float("nan"), b"bytes", {1: "a"}, {"a"}, "a\x00b", "\ud800", object(), datetime(2017, 6, 16), {"\x00": 1}],  # noqa: DTZ001
)
def test_what_is_not_json_is_refused_with_its_place(value: Any) -> None:
    with pytest.raises(NotRecordable, match="the event, rooms, item 2"):
        plain({"rooms": ["north", value]})


@pytest.mark.parametrize("subject", ["", "lamp", "lamp:", ":1", "lamp:" + "1" * 200])
def test_a_subject_has_a_kind_and_a_reference(subject: str, lamp_lit: type[Event]) -> None:
    with pytest.raises(NotRecordable, match="is not a subject"):
        lamp_lit(subject=subject)


@pytest.mark.parametrize("name", ["", "Lamp lit", "lamp_lit", "-lamp", "x" * 81])
def test_an_event_has_a_name(name: str) -> None:
    with pytest.raises(TypeError, match="needs a name"):
        type("Nameless", (Event,), {"name": name})


@pytest.mark.parametrize(("reference", "display"), [("", "A"), ("user:1", ""), ("u" * 101, "A"), ("user:1", "A" * 201)])
def test_an_actor_is_bounded(reference: str, display: str) -> None:
    with pytest.raises(ValueError, match="characters"):
        Actor(reference, display)


def test_a_subscriber_is_registered_once() -> None:
    @dataclass(frozen=True, kw_only=True)
    class BellTested(Event):
        name: ClassVar[str] = "bell-tested"

    @subscribe(BellTested)
    @subscribe(BellTested)
    def hear(entry: EntryView) -> None:
        """Nothing."""

    (key,) = subscribers_of("bell-tested")
    assert handler(key) is hear
    assert subscribers_of("never-heard") == ()
    with pytest.raises(NoSuchSubscriber, match=r"no subscriber named some\.where"):
        handler("some.where")
