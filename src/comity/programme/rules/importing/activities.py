"""Activities as rows of a table: the columns, and what a row of them says."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import cast

from comity.atlas.rules.packs.overview import ActivityKind
from comity.people.rules.refusal import Refused
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_words import CODE, SHORT, TAKEN, TITLE, ActivityWords, checked
from comity.programme.rules.importing import cell_readers as read
from comity.programme.rules.importing.declaration import Beside, Column, Declaration, Values
from comity.programme.rules.importing.limits import CELL
from comity.programme.rules.importing.time_words import Span, span, together

STATES = tuple(state for state in ActivityState if state is not ActivityState.CANCELLED)


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity as its row gives it."""

    code: str
    state: ActivityState
    words: ActivityWords


def _make(values: Values, beside: Beside) -> ActivityRow:
    time = together(cast("Span", values["starts"]), cast("Span | None", values.get("ends")))
    if isinstance(time, str):
        raise Refused("ends", time)
    state = cast("ActivityState", values.get("state", ActivityState.PLANNED))
    words = ActivityWords(
        title=str(values["title"]),
        kind=cast("ActivityKind", values["kind"]),
        starts=time.starts,
        ends=time.ends,
        precision=time.precision,
        unconfirmed=bool(values.get("unconfirmed", False)),
        result=str(values.get("result", "")),
        venue=str(values.get("venue", "")),
        host=str(values.get("host", "")),
        countries=_several(values.get("countries", ())),
        organisers=_several(values.get("organisers", ())),
        shared_with=_several(values.get("shared_with", ())),
        teams=_several(values.get("teams", ())),
        expected=str(values.get("expected", "")),
        outcome=str(values.get("outcome", "")),
    )
    return ActivityRow(str(values["code"]), state, checked(words, state=state, today=beside.today))


def _several(value: object) -> tuple[str, ...]:
    return tuple(cast("Collection[str]", value))


_KINDS = ", ".join(kind.value for kind in ActivityKind)
ACTIVITIES = Declaration(
    "activities",
    "activities",
    (
        Column(
            "code",
            "Code",
            "A word for its address, new in the project: small letters, digits, hyphens.",
            read.code(CODE, TAKEN),
            "tbilisi-workshop",
            required=True,
            new_in="codes",
        ),
        Column(
            "title",
            "Title",
            "What happens, for whom.",
            read.line(TITLE),
            "Workshop on preservation requests",
            required=True,
        ),
        Column("kind", "Kind", f"One of: {_KINDS}.", read.choice(ActivityKind), "workshop", required=True),
        Column(
            "starts",
            "Begins",
            "2017-06-01, June 2017 where the month alone is known, or September-November 2017.",
            span,
            "2017-06-01",
            required=True,
        ),
        Column("ends", "Ends", "The last day or month; empty where it is the same.", span, "2017-06-02"),
        Column("unconfirmed", "Unconfirmed", "Yes where the time is doubted.", read.yes_or_no, "no"),
        Column(
            "state",
            "State",
            f"One of: {', '.join(state.value for state in STATES)}. Planned where it is empty.",
            read.choice(STATES),
            "planned",
        ),
        Column(
            "result",
            "Result",
            "The number of the expected result that it serves.",
            read.line(20),
            "1",
            found_in="results",
            missing="is no result of this project",
        ),
        Column(
            "host", "Host", "The country where it takes place: two letters or its English name.", read.country, "GE"
        ),
        Column("venue", "Venue", "The place.", read.line(SHORT), "Tbilisi"),
        Column("countries", "Countries", "Those that take part, divided by commas.", read.countries, "AM, GE, MD"),
        Column(
            "organisers",
            "Organisers",
            "Institutions, divided by semicolons. No person's name.",
            read.several(200, 20),
            "Council of Europe",
        ),
        Column(
            "shared_with",
            "Shared with",
            "Codes of other projects whose activity it is too, divided by commas.",
            read.several(60, 20, divided_by=r"[,;\n]"),
            "",
            found_in="projects",
            missing="is no other project of this node",
        ),
        Column(
            "teams",
            "Teams",
            "Teams of the project that are at it, by name, divided by semicolons.",
            read.several(SHORT, 20),
            "",
            found_in="teams",
            missing="is no team of this project",
        ),
        Column("expected", "Expected", "What it is to bring.", read.text(CELL), "Requests use the templates"),
        Column("outcome", "Outcome", "What it brought.", read.text(CELL), ""),
    ),
    _make,
)
