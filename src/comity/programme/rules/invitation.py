"""The letter to somebody about an activity, for the office to send: this node sends no mail. Names only its reader."""

from __future__ import annotations

from dataclasses import dataclass

from comity.programme.rules.participation import ParticipantState

_OPENINGS = {
    ParticipantState.INVITED: (
        "You are invited to “{activity}” ({where_when}). To take part, register by your personal link. The link is "
        "yours alone: please do not hand it on."
    ),
    ParticipantState.REGISTERED: (
        "You have registered for “{activity}” ({where_when}). We write again once it is decided."
    ),
    ParticipantState.WAITING: (
        "You have registered for “{activity}” ({where_when}). All places are taken: you are on the waiting list."
    ),
    ParticipantState.ACCEPTED: "Your participation in “{activity}” ({where_when}) is confirmed.",
    ParticipantState.DECLINED: "We are sorry: we cannot offer you a place at “{activity}” ({where_when}).",
    ParticipantState.ATTENDED: "Thank you for taking part in “{activity}” ({where_when}).",
    ParticipantState.ABSENT: "We missed you at “{activity}” ({where_when}).",
    ParticipantState.CANCELLED: "Your registration for “{activity}” ({where_when}) is cancelled.",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """For a person to copy into a mail."""

    to: str
    subject: str
    text: str


def letter(
    to: str, name: str, state: ParticipantState, *, activity: str, where_when: str, link: str, organisation: str
) -> Letter:
    """What to write to somebody in this state."""
    opening = _OPENINGS[state].format(activity=activity, where_when=where_when)
    lines = (
        f"Dear {name}," if name else "Dear colleague,",
        "",
        opening,
        "",
        "By this link you see what we keep about you, correct it, download it, cancel, or have it erased:",
        link,
        "",
        organisation,
    )
    return Letter(to, activity, "\n".join(lines))
