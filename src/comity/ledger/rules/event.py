"""What happened, as a domain declares it: a frozen dataclass with a name, a subject and plain fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from comity.ledger.rules.payload import NotRecordable, checked

LONGEST_NAME = 80
LONGEST_SUBJECT = 200
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")


@dataclass(frozen=True, kw_only=True)
class Event:
    """Base of all events. A subclass sets `name` (past tense: "request-signed") and adds fields that JSON can hold.

    `subject` says what it is about, as kind and reference: "request:GE-2026-00012".
    """

    name: ClassVar[str]
    subject: str

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        name = getattr(cls, "name", "")
        if not _NAME.match(name) or len(name) > LONGEST_NAME:
            raise TypeError(f"{cls.__qualname__} needs a name such as “request-signed”; it has “{name}”.")

    def __post_init__(self) -> None:
        kind, _, reference = self.subject.partition(":")
        if not kind or not reference or len(self.subject) > LONGEST_SUBJECT:
            raise NotRecordable(
                f"“{self.subject[:LONGEST_SUBJECT]}” is not a subject. Write kind and reference,"
                f" “request:GE-2026-00012”, in at most {LONGEST_SUBJECT} characters."
            )

    def payload(self) -> dict[str, Any]:
        """Every field but the subject, in JSON's types. Raises NotRecordable for what JSON cannot hold."""
        return checked({field.name: getattr(self, field.name) for field in fields(self) if field.name != "subject"})
