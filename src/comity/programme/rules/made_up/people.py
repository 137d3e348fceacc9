"""People at made-up activities. Their names are syllables, their addresses lead nowhere: nobody is meant."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta
from random import Random

from comity.programme.rules.activity import ActivityState
from comity.programme.rules.made_up.activities import MadeUpActivity
from comity.programme.rules.made_up.numbers import Rows
from comity.programme.rules.made_up.plan import Plan
from comity.programme.rules.participation import Asked, EventRole, ParticipantState
from comity.programme.rules.registering import KEPT_DAYS

CROWD = 2000
"""People at the largest activity of the first project, if there are as many."""
_SYLLABLES = ("ta", "vo", "me", "rin", "sol", "dak", "li", "bren", "ou", "kes", "mi", "zor")
_INSTITUTIONS = ("Example Ministry", "Example Prosecution Service", "Example Police", "Example Regulator")
_HELD = (ActivityState.HELD, ActivityState.REPORTED)
_AFTER = (ParticipantState.ATTENDED, ParticipantState.ABSENT, ParticipantState.DECLINED)
_BEFORE = (ParticipantState.ACCEPTED, ParticipantState.REGISTERED, ParticipantState.INVITED, ParticipantState.WAITING)


def people(random: Random, plan: Plan, project: int, activities: Sequence[MadeUpActivity], rows: Rows) -> None:
    """As many as the plan gives the project of this number, over all its activities that are more than an idea."""
    count = plan.participations_of(project)
    places = [each for each in activities if each.state is not ActivityState.IDEA] or list(activities)
    if not places or not count:
        return
    crowd = min(CROWD, count // 2) if project == 1 else 0
    even, left = divmod(count - crowd, len(places))
    for number, activity in enumerate(places):
        many = even + (number < left) + (crowd if number == 0 else 0)
        _registration(plan, activity, rows)
        for one in range(many):
            _person(random, plan, activity, one, rows)


def _registration(plan: Plan, activity: MadeUpActivity, rows: Rows) -> None:
    rows.put(
        "registration",
        activity_id=activity.row,
        token=f"load-{activity.row:038d}",
        opens=activity.starts - timedelta(days=60),
        closes=activity.starts,
        closed_at=None,
        capacity=None,
        asks=json.dumps([Asked.INSTITUTION.value, Asked.COUNTRY.value]),
        kept_days=KEPT_DAYS,
        consent=1,
        certificates=0,
        version=1,
        changed_at=plan.now,
        changed_by_id=plan.officer,
    )


def _person(random: Random, plan: Plan, activity: MadeUpActivity, number: int, rows: Rows) -> None:
    states, often = (_AFTER, (8, 1, 1)) if activity.state in _HELD else (_BEFORE, (4, 4, 2, 1))
    state = random.choices(states, often)[0]
    consented = state is not ParticipantState.INVITED
    rows.put(
        "participant",
        activity_id=activity.row,
        name=f"{_name(random)} {_name(random)}",
        email=f"p{number}.a{activity.row}@example.org",
        institution=random.choice(_INSTITUTIONS),
        country=random.choice(activity.countries),
        role=EventRole.PARTICIPANT.value,
        state=state.value,
        consent=1 if consented else None,
        consent_at=plan.now if consented else None,
        travel_asked=None,
        travel_amount=None,
        travel_currency="",
        certificate="",
        certified_on=None,
        entered_at=plan.now,
        erase_after=max(activity.ends, plan.today) + timedelta(days=KEPT_DAYS),
        erased_at=None,
    )


def _name(random: Random) -> str:
    return "".join(random.choices(_SYLLABLES, k=3)).capitalize()
