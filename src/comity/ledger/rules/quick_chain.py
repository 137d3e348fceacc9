"""The same chain as `rules.entry.chained` makes, entry by entry, several times faster: for pasts of millions.

It writes the canonical JSON by hand, since only the payload needs an encoder; a test holds the two side by side.
"""

from __future__ import annotations

import hashlib
from dataclasses import fields
from datetime import UTC, datetime
from json.encoder import encode_basestring
from typing import NamedTuple

from comity.kernel.digest import Digest, canonical_json
from comity.ledger.rules.actor import Actor
from comity.ledger.rules.event import Event
from comity.ledger.rules.payload import plain


class QuickEntry(NamedTuple):
    """The columns of an entry in the order of its table; `payload` is canonical JSON, `at` as the digest has it."""

    sequence: int
    at: str
    actor_reference: str
    actor_display: str
    name: str
    subject: str
    payload: str
    previous: str
    digest: str


class QuickChain:
    """Continues the chain after the entry of number `sequence` with the digest `previous`."""

    def __init__(self, sequence: int, previous: Digest) -> None:
        self._sequence = sequence
        self._previous: str = previous

    def entry(self, at: datetime, actor: Actor, event: Event) -> QuickEntry:
        """The next entry. Raises NotRecordable where the event holds what JSON cannot."""
        sequence = self._sequence + 1
        payload = canonical_json(plain({name: getattr(event, name) for name in _names(event)})).decode()
        moment = at.astimezone(UTC).isoformat(timespec="microseconds")
        leaf = (
            f'{{"actor_display":{encode_basestring(actor.display)},'
            f'"actor_reference":{encode_basestring(actor.reference)},"at":"{moment}","name":"{event.name}",'
            f'"payload":{payload},"previous":"{self._previous}","sequence":{sequence},'
            f'"subject":{encode_basestring(event.subject)}}}'
        )
        digest = hashlib.sha256(b"\x00" + leaf.encode()).hexdigest()
        entry = QuickEntry(
            sequence,
            moment,
            actor.reference,
            actor.display,
            event.name,
            event.subject,
            payload,
            self._previous,
            digest,
        )
        self._sequence, self._previous = sequence, digest
        return entry


def _names(event: Event) -> tuple[str, ...]:
    kind = type(event)
    if kind not in _NAMES:
        _NAMES[kind] = tuple(field.name for field in fields(kind) if field.name != "subject")
    return _NAMES[kind]


_NAMES: dict[type, tuple[str, ...]] = {}
