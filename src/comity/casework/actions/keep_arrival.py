"""Keeping what arrived, byte for byte, with what could be read of it. Does not register it yet."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from comity.casework.models.arrival import Arrival
from comity.casework.queries.read_arrival import read_arrival
from comity.casework.rules.arrival.events import ArrivalKept, arrival_subject
from comity.casework.rules.arrival.reading import LARGEST_FILE, Medium, Reading
from comity.casework.rules.refusal import refused
from comity.casework.rules.registry import kinds
from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.kernel.sayable import said, sayable
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role


def keep_arrival(content: bytes, *, name: str = "", by: User) -> UUID:
    """Keep the file `content`, of at most `LARGEST_FILE` bytes; returns its number. What it holds never stops this.

    Raises NotEntitled; Refused for an empty file, or one that is too large; ReadersBusy.
    """
    require(by, Role.DRAFTER, Role.DUTY_OFFICER)
    if not content:
        raise refused(
            "file", "File", say("No file arrived, or it is empty. Choose the file first, then press the button.")
        )
    if len(content) > LARGEST_FILE:
        raise refused("file", "File", said(TOO_LARGE))
    return _keep(read_arrival(content), content, name, "", by)


def keep_typed(kind: str, *, by: User) -> UUID:
    """Begin with no file: somebody types in a request of `kind`. Raises NotEntitled, Refused for an unknown kind."""
    require(by, Role.DRAFTER, Role.DUTY_OFFICER)
    if kind not in kinds():
        raise refused(
            "kind", say("Kind of request"), say("Nothing says what kind of request it is. Choose one from the list.")
        )
    return _keep(Reading(Medium.TYPED, kind=kind), b"", "", kind, by)


TOO_LARGE = sayable(
    "The file is larger than {most} MB, more than a letter needs. Save the letter itself "
    "from it, without what else came along, and give that.",
    most=LARGEST_FILE // 1024 // 1024,
)


@transaction.atomic
def _keep(reading: Reading, content: bytes, name: str, kind: str, by: User) -> UUID:
    row = Arrival.objects.create(
        kept_at=clock.now(),
        kept_by=by,
        name=_shown(name),
        content=content,
        size=len(content),
        digest=Digest.of(content) if content else "",
        reading=reading.as_json(),
        typed={"kind": kind or reading.kind, "content": dict(reading.content), "answers": {}},
    )
    event = ArrivalKept(subject=arrival_subject(row.id), digest=row.digest, size=row.size, medium=reading.medium.value)
    record(event, actor=by.actor)
    return row.id


def _shown(name: str) -> str:
    """The file's name without folders and without what is not seen."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(character for character in last if character.isprintable())[:120]
