"""What people say of an activity, checked before it is kept. Its state is moved elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from comity.atlas.rules.packs.overview import ActivityKind, Precision
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.people.rules.refusal import Refused
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_time import checked_time
from comity.programme.rules.texts import countries, lines, text

TITLE, SHORT, LONGEST = 300, 200, 4000
CODE = 50
TAKEN = frozenset({"new", "chart"})
"""Words that stand in addresses where an activity's code would."""


@dataclass(frozen=True, slots=True)
class ActivityWords:
    """`ends` can be left out; `result` is the number of one of the project's results; `shared_with` are codes,
    `teams` the titles of the project's teams."""

    title: str
    kind: ActivityKind
    starts: date
    ends: date | None = None
    precision: Precision = Precision.DAY
    unconfirmed: bool = False
    result: str = ""
    venue: str = ""
    host: str = ""
    countries: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    shared_with: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    expected: str = ""
    outcome: str = ""


def checked(words: ActivityWords, *, state: ActivityState, today: date) -> ActivityWords:
    """As it is kept. Raises Refused with the field: no title, days in the wrong order, a text too long; an activity
    that was held yet begins after `today`, one that was reported without an outcome."""
    title = text("title", " ".join(words.title.split()), TITLE)
    if not title:
        raise Refused("title", say("Give the activity a title: what happens, for whom."))
    starts, ends = checked_time(words.starts, words.ends, words.precision)
    outcome = text("outcome", words.outcome, LONGEST)
    if state in {ActivityState.UNDER_WAY, ActivityState.HELD, ActivityState.REPORTED} and starts > today:
        raise Refused(
            "starts", say("The activity is {state}, so it cannot begin after today.", state=said(state.label))
        )
    if state is ActivityState.REPORTED and not outcome:
        raise Refused("outcome", say("The activity is reported: say what it brought."))
    host = countries("host", [words.host])[0] if words.host else ""
    return replace(
        words,
        title=title,
        starts=starts,
        ends=ends,
        venue=text("venue", words.venue, SHORT),
        host=host,
        countries=countries("countries", words.countries),
        organisers=lines("organisers", words.organisers),
        shared_with=tuple(sorted(set(words.shared_with))),
        teams=tuple(sorted(set(words.teams))),
        expected=text("expected", words.expected, LONGEST),
        outcome=outcome,
    )


def code_of(title: str, taken: Collection[str]) -> str:
    """A code for addresses, made of the title's first words; the first that is free."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    base = words[:CODE].rpartition("-")[0] or words[:CODE] if len(words) > CODE else words
    base = base or "activity"
    number, code = 1, base
    while code in taken or code in TAKEN:
        number += 1
        code = f"{base}-{number}"
    return code
