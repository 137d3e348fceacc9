"""Teams of projects and countries, and working groups: what sorts there are, and spans of membership."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from comity.kernel.words import say
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
        raise Refused(
            "ends", say("The membership ends on {ends}, before it begins on {starts}.", ends=ends, starts=starts)
        )
