"""A telephone call: which way it went, by what means, with whom. Says nothing of who may read it."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from comity.casework.rules.refusal import refused
from comity.kernel.country import CountryCode
from comity.kernel.words import noted, say

LONGEST_FUNCTION = 200
LONGEST_SUMMARY = 4000
OLDEST = timedelta(days=31)
"""How far back a call may be written down; what is older is a memory, not a log."""


class CallDirection(StrEnum):
    """Who called whom, seen from this node."""

    THEY_CALLED = "they-called"
    WE_CALLED = "we-called"

    @property
    def label(self) -> str:
        return {"they-called": noted("They called us"), "we-called": noted("We called them")}[self]


class CallChannel(StrEnum):
    """By what means two people spoke."""

    TELEPHONE = "telephone"
    SECURE_VOICE = "secure-voice"
    VIDEO = "video"
    OTHER = "other"

    @property
    def label(self) -> str:
        return {
            "telephone": noted("Telephone"),
            "secure-voice": noted("Secure voice or messenger"),
            "video": noted("Video conference"),
            "other": noted("Other"),
        }[self]


def country_of_call(text: str) -> CountryCode:
    """The country on the other end. Raises Refused where none is named."""
    if not text.strip():
        raise refused(
            "country",
            say("Country"),
            say("Nothing says which country it was. Choose it; the list finds what you type."),
        )
    try:
        return CountryCode(text)
    except ValueError as problem:
        raise refused("country", "Country", str(problem)) from problem


def moment_of_call(at: datetime | None, now: datetime) -> datetime:
    """When it was; now, where nobody says. Raises Refused for the future, long ago, or a moment without a zone."""
    moment = at or now
    if moment.tzinfo is None:
        raise refused("at", say("When"), say("The moment has no time zone. Give it one, for example +04:00."))
    if moment > now:
        raise refused("at", say("When"), say("That moment lies in the future. Give the time at which you spoke."))
    if moment < now - OLDEST:
        raise refused(
            "at",
            say("When"),
            say("That is more than {days} days ago. Add it to the case as a note instead.", days=OLDEST.days),
        )
    return moment


def one_of(kind: type[StrEnum], value: str, field: str, label: str) -> str:
    """The value of one of `kind`'s members. Raises Refused for any other text."""
    try:
        return kind(value).value
    except ValueError:
        raise refused(
            field, label, say("“{value}” is not among the choices. Choose from the list.", value=value[:60])
        ) from None
