"""Rules for clocks: what starts a period, how long it is, what holds and stops it, and whom to remind. Computes none.

Names of events are those of the ledger; who computes clocks checks that they exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field, model_validator

from comity.atlas.rules.fact import Cited, Frozen


class ClockBasis(StrEnum):
    """Whether a text of law sets the period, an authority named the day, or good practice asks. Pages say which."""

    LAW = "law"
    TOLD = "told"
    PRACTICE = "practice"


class Who(StrEnum):
    """Who must act before the clock ends, seen from this node."""

    US = "us"
    THEM = "them"


class Which(StrEnum):
    """Which of several occurrences of an event counts."""

    FIRST = "first"
    LAST = "last"


class Place(StrEnum):
    """In whose time zone, and by whose working days and holidays, a period is counted."""

    REQUESTED = "requested"
    REQUESTING = "requesting"


class Occurrence(Frozen):
    """An event that counts. `where` narrows it by its payload (a pattern may end in `*`; of a list, one item is
    enough), `given` names parts of the payload that must say something; `day` names the part that holds the day on
    which it happened, where it has one. A part is written with dots: “said.until”."""

    event: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    which: Which = Which.FIRST
    where: Mapping[str, tuple[str | bool, ...]] = Field(default_factory=dict)
    given: tuple[str, ...] = ()
    day: str = ""


class Start(Occurrence):
    """What starts the clock, how readers are told so, and what is taken for granted if this is what it starts from."""

    told: str
    assumption: str = ""


class Length(Frozen):
    """How long. `when` limits it to requests whose content says one of these, an empty one standing for content that
    says nothing of it; `until` names the part of the starting
    event that holds the last day. `or_longer` names the field of the request that may stipulate more days."""

    days: int | None = Field(default=None, ge=1)
    working_days: int | None = Field(default=None, ge=1, alias="working-days")
    hours: int | None = Field(default=None, ge=1)
    months: int | None = Field(default=None, ge=1)
    until: str | None = None
    when: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    or_longer: str = ""

    @model_validator(mode="after")
    def _one_measure(self) -> Length:
        if sum(item is not None for item in (self.days, self.working_days, self.hours, self.months, self.until)) != 1:
            raise ValueError("Give exactly one of days, working-days, hours, months and until.")
        if self.or_longer and self.days is None:
            raise ValueError("Only a length in days can give way to a longer one.")
        return self


class Held(Frozen):
    """What holds the clock: it does not end before the hold does. `start` to `until`, as often as that comes;
    `dropped` ends a hold without the reason for it having been served. Occurrences with the same `by` in their payload
    belong together; without `by`, all of them do."""

    start: tuple[Occurrence, ...] = Field(alias="from", min_length=1)
    until: tuple[Occurrence, ...] = Field(min_length=1)
    dropped: tuple[Occurrence, ...] = ()
    by: str = ""
    says: str


class Side(Frozen):
    """The rule seen from one direction: the clock's name, who must act, and what starts and stops it. Of the starts,
    the first for which something happened counts. `todo` says what to do while it runs, `over` what its end means."""

    title: str
    who: Who
    starts_on: tuple[Start, ...] = Field(min_length=1)
    stops_on: tuple[Occurrence, ...] = Field(min_length=1)
    todo: str
    over: str


class Reminder(Frozen):
    """Who is told how long before the end; a reminder is the escalation of the one before."""

    role: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    days: int | None = Field(default=None, ge=0)
    hours: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _one_distance(self) -> Reminder:
        if (self.days is None) == (self.hours is None):
            raise ValueError("Give the distance either in days or in hours.")
        return self


class ClockRule(Cited):
    """One rule. `says` is the rule in a sentence, in our own words. Of `length`, the first whose `when` fits counts.

    `instrument` and `article` name the text that sets the period; where none does, `basis` is practice. `equivalent`
    names the rule for which this one stands in, where a request rests on this instrument. `agrees_with` names the
    period of the instrument's own pack that says the same, so that the two never part. `end_moves` says that an end on
    a day off moves to the next working day. A reminder that nobody has seen after `escalate_after` hours is put before
    the next role.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    basis: ClockBasis
    instrument: str = ""
    article: str = ""
    equivalent: str = ""
    bound: str = Field(pattern="^(at least|at most|about)$")
    says: str
    length: tuple[Length, ...] = Field(min_length=1)
    agrees_with: tuple[str, ...] = ()
    counted: Place
    end_moves: bool = False
    sides: Mapping[str, Side] = Field(min_length=1)
    held: Held | None = None
    reminders: tuple[Reminder, ...] = Field(min_length=1)
    escalate_after: int = Field(ge=1)

    @model_validator(mode="after")
    def _is_whole(self) -> ClockRule:
        if self.basis is ClockBasis.LAW and not (self.instrument and self.article):
            raise ValueError("A clock of law names the instrument and the article. Without them it is practice.")
        if unknown := set(self.sides) - {"outgoing", "incoming"}:
            raise ValueError(f"A side is outgoing or incoming, not {', '.join(sorted(unknown))}.")
        return self


class ClocksPack(Frozen):
    """`clocks.yaml`: the rules."""

    clocks: tuple[ClockRule, ...] = Field(min_length=1)
