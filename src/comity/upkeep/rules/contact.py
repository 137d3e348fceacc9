"""Direct details of an authority: what they may be, who may read and keep them, when they ought to be tried again.

They are of an office, never of a person, and stand on the node alone: no pack, page or file that is public holds them.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum

from comity.kernel.words import noted, say
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role

READERS = (Role.DUTY_OFFICER, Role.APPROVER, Role.EDITOR, Role.AUDITOR)
"""Whoever calls, sends or keeps them; auditors read everything. Not whoever only drafts or looks after the node."""

KEEPERS = (Role.DUTY_OFFICER, Role.EDITOR)

GOOD_FOR = timedelta(days=183)
"""How long a comparison is good for: practice refreshes a directory of points of contact every six to twelve months."""

LONGEST_VALUE, LONGEST_NOTE, LONGEST_SOURCE = 200, 500, 200
_TELEPHONE = re.compile(r"\+[1-9](?:[ ()./-]{0,2}\d){6,14}")
_MAILBOX = re.compile(r"[^@\s<>,;:\"]{1,64}@[^@\s.<>,;:\"]+(\.[^@\s.<>,;:\"]+)+")


class ContactKind(StrEnum):
    """By what means one reaches the office."""

    TELEPHONE = "telephone"
    MAILBOX = "mailbox"
    OTHER = "other"

    @property
    def label(self) -> str:
        return {"telephone": noted("Telephone"), "mailbox": noted("Mailbox"), "other": noted("Another channel")}[
            self.value
        ]


def checked_kind(text: str) -> ContactKind:
    """Raises Refused for a means that there is not."""
    if text not in set(ContactKind):
        raise Refused("kind", say("Choose by what means: telephone, mailbox or another channel."))
    return ContactKind(text)


def checked_value(kind: ContactKind, text: str) -> str:
    """The detail as it is kept: without doubled blanks, a mailbox's domain in lower case. Raises Refused."""
    value = _line(
        text, "value", LONGEST_VALUE, say("Nothing says how the office is reached. Write the number or the mailbox.")
    )
    if kind is ContactKind.TELEPHONE and not _TELEPHONE.fullmatch(value):
        raise Refused(
            "value",
            say("“{value}” is no number as one dials it from abroad. Write it as +995 32 000 00 00.", value=value),
        )
    if kind is ContactKind.MAILBOX:
        if not _MAILBOX.fullmatch(value):
            raise Refused("value", say("“{value}” is no mailbox. Write one such as duty@ge.example.net.", value=value))
        box, _, domain = value.rpartition("@")
        return f"{box}@{domain.lower()}"
    return value


def checked_source(text: str) -> str:
    """Where the detail stands. Raises Refused where nothing is said."""
    return _line(text, "source", LONGEST_SOURCE, say("Say where it stands, for example the directory and its edition."))


def checked_note(text: str) -> str:
    """When and how to use it; may be empty."""
    return _line(text, "note", LONGEST_NOTE, "") if text.strip() else ""


def checked_day(day: date, today: date) -> date:
    """The day on which it was compared with its source. Raises Refused for one that is still to come."""
    if day > today:
        raise Refused(
            "checked", say("{day} is still to come. Give the day on which it was compared with its source.", day=day)
        )
    return day


def is_due(checked: date, today: date) -> bool:
    """Whether somebody should compare it again before relying on it."""
    return checked + GOOD_FOR <= today


def _line(text: str, field: str, longest: int, missing: str) -> str:
    line = " ".join(text.split())
    if not line:
        raise Refused(field, missing)
    if len(line) > longest or not line.isprintable():
        raise Refused(
            field,
            say("This has more than {limit} characters, or one that cannot be read. Shorten it.", limit=longest),
        )
    return line
