"""A made-up request as the row of its table: where its story has come to, and who had a hand in it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from comity.casework.rules.direction import Direction
from comity.casework.rules.events import RequestSent
from comity.casework.rules.made_up.node import Written
from comity.casework.rules.made_up.step import Hand, Told
from comity.casework.rules.made_up.story import their_reference
from comity.casework.rules.transitions import State

_ANSWERED_WITH_REFERENCE = State.ACKNOWLEDGED


def request_columns(written: Written, hands: dict[Hand, int]) -> dict[str, Any]:
    """The columns that the story decides, by the attribute of the model; `hands` are the keys of users."""
    made, told = written.made, written.told
    at = {step.state: step for step in told if step.state}
    incoming = made.direction is Direction.INCOMING
    last = told[-1]
    state = [step.state for step in told if step.state][-1]
    by = hands[last.hand if last.hand is not Hand.NODE else Hand.APPROVER]
    sent = at.get(State.SENT)
    return {
        "state": state.value,
        "changed_at": last.at,
        "changed_by_id": by,
        "created_at": made.born,
        "drafted_by_id": hands[Hand.DUTY if incoming else Hand.DRAFTER],
        **_hand("submitted", at.get(State.IN_REVIEW), hands[Hand.DRAFTER]),
        **_hand("approved", at.get(State.APPROVED), hands[Hand.APPROVER]),
        **_hand("signed", at.get(State.SIGNED), hands[Hand.APPROVER]),
        "document_id": made.document if State.SIGNED in at else None,
        "received_at": made.born if incoming else None,
        "sent_on": sent.event.sent_on if sent and isinstance(sent.event, RequestSent) else None,
        "sent_channel": "24/7 network" if sent else "",
        "their_reference": their_reference(made) if incoming or _ANSWERED_WITH_REFERENCE in at else "",
    }


def document_columns(written: Written) -> dict[str, Any] | None:
    """The row of its letter, a few bytes that are none; None where it was not signed."""
    signed = next((step for step in written.told if step.state is State.SIGNED), None)
    if signed is None:
        return None
    return {
        "id": written.made.document,
        "kind": "preservation",
        "version": 1,
        "reference": written.made.reference,
        "created_at": signed.at - timedelta(seconds=1),
        "pages": 1,
        "attachment": "",
        "places": 0,
        "unsigned": b"made up",
        "unsigned_size": 7,
        "unsigned_digest": written.made.digest,
        "signed_digest": "",
    }


def _hand(verb: str, step: Told | None, user: int) -> dict[str, Any]:
    return {f"{verb}_at": step.at if step else None, f"{verb}_by_id": user if step else None}
