"""Teams of projects and countries, and working groups: what sorts there are, and spans of membership."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from comity.people.rules.refusal import Refused


class TeamKind(StrEnum):
    """What sort of team."""

    PROJECT = "project-team"
    COUNTRY = "country-team"
    WORKING_GROUP = "working-group"

    @property
    def label(self) -> str:
        return self.value.replace("-", " ")


class MemberRole(StrEnum):
    """What a member is in the team."""

    CHAIR = "chair"
    MEMBER = "member"
    SECRETARY = "secretary"

    @property
    def label(self) -> str:
        return self.value


def checked_span(starts: date, ends: date | None) -> None:
    """Raises Refused where the last day of a membership comes before its first."""
    if ends is not None and ends < starts:
        raise Refused("ends", f"The membership ends on {ends}, before it begins on {starts}.")


def stated(field: str, text: str, limit: int, what: str) -> str:
    """The text without stray blanks. Raises Refused with the field where it is empty, too long or cannot be kept."""
    said = text.strip()
    if not said:
        raise Refused(field, f"{what} is needed.")
    return bounded(field, said, limit)


def bounded(field: str, text: str, limit: int) -> str:
    """The text without stray blanks; it may be empty. Raises Refused as `stated`."""
    said = text.strip()
    if len(said) > limit:
        raise Refused(field, f"This text has {len(said):,} characters; {limit:,} fit.")
    if "\x00" in said:
        raise Refused(field, "This text holds a character that cannot be kept. Type it anew.")
    return said
