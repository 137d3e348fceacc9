"""People to invite as rows of a table: the columns, and what a row of them says. Takes no names: what is kept of
a person beside the address, the person says and agrees to."""

from __future__ import annotations

from dataclasses import dataclass

from comity.people.rules.refusal import Refused
from comity.programme.rules.importing import cell_readers as read
from comity.programme.rules.importing.declaration import Beside, Column, Declaration, Values
from comity.programme.rules.importing.sheet import Cell, as_text
from comity.programme.rules.registering import MOST, checked_address


@dataclass(frozen=True, slots=True)
class Invited:
    """Whom to invite to which activity, by its code."""

    activity: str
    email: str


def _address(cell: Cell) -> str:
    try:
        return checked_address(as_text(cell))
    except Refused as refusal:
        raise read.Unreadable(refusal.sentence) from None


def _make(values: Values, beside: Beside) -> Invited:  # noqa: ARG001  every declaration's `make` is given both
    return Invited(str(values["activity"]), str(values["email"]))


PARTICIPANTS = Declaration(
    "participants",
    "participants",
    (
        Column(
            "activity",
            "Activity",
            "The code of an activity that the project leads, with registration opened.",
            read.line(60),
            "tbilisi-workshop",
            required=True,
            found_in="open",
            missing="is no activity of this project with registration. Open its registration first",
            room_in="room",
            full=f"is full by this row: an activity holds {MOST:,} people. Invite fewer",
        ),
        Column(
            "email",
            "E-mail",
            "The address that the invitation goes to. Each person says the rest on registering.",
            _address,
            "office@example.org",
            required=True,
        ),
    ),
    _make,
    once=("activity", "email"),
    once_in="people",
)
