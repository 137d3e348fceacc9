"""A made-up project's teams with offices, what its meetings decided, and its papers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256
from random import Random

from comity.programme.rules.activity import ActivityState
from comity.programme.rules.decision import DecisionKind
from comity.programme.rules.decision_follow_up import DecisionState
from comity.programme.rules.made_up.activities import MadeUpActivity
from comity.programme.rules.made_up.framework import MadeUpProject
from comity.programme.rules.made_up.numbers import Rows
from comity.programme.rules.made_up.plan import Plan
from comity.programme.rules.made_up.words import MATTERS
from comity.programme.rules.study import StudyKind, StudyState
from comity.programme.rules.team import MemberRole, TeamKind

_FILE = b"%PDF-1.4\n% Made up for load tests.\n%%EOF\n"
_POSTS = ("duty officer", "prosecutor", "head of unit", "analyst", "judge", "liaison to providers")
_PAPERS = 6
_DECIDES, _LEAVES = 0.3, 0.2
"""Shares of meetings that decide something, and of offices that leave their team."""
_FOLLOWED_UP = timedelta(days=90)
_DECIDED = (ActivityState.HELD, ActivityState.REPORTED)


def teams(random: Random, plan: Plan, project: MadeUpProject, rows: Rows) -> None:
    """One of the project, one of each country; six offices each."""
    for country in ("", *project.countries):
        kind = TeamKind.COUNTRY if country else TeamKind.PROJECT
        team = rows.put(
            "team",
            project_id=project.row,
            kind=kind.value,
            title=f"{kind.label.capitalize()} {country}".strip(),
            country=country,
            made_at=plan.now,
        )
        for number, post in enumerate(_POSTS):
            rows.put(
                "membership",
                team_id=team,
                post=post,
                institution="Example Ministry",
                country=country or random.choice(project.countries),
                role=(MemberRole.MEMBER if number else MemberRole.CHAIR).value,
                starts=project.starts,
                ends=project.ends if random.random() < _LEAVES else None,
            )


def decisions(random: Random, plan: Plan, activities: Sequence[MadeUpActivity], rows: Rows) -> None:
    """Two of every third activity that took place; every other decision is carried out."""
    for activity in activities:
        if activity.state in _DECIDED and random.random() < _DECIDES:
            for number, kind in enumerate(DecisionKind, 1):
                tracked = kind is DecisionKind.DECISION
                done = tracked and activity.row % 2 == 0
                rows.put(
                    "decision",
                    activity_id=activity.row,
                    number=str(number),
                    kind=kind.value,
                    says=f"Follow up on {random.choice(MATTERS)} (made up).",
                    noted_at=plan.now,
                    noted_by_id=plan.officer,
                    state=(DecisionState.CARRIED_OUT if done else DecisionState.OPEN).value,
                    answers=_POSTS[activity.row % len(_POSTS)] if tracked else "",
                    due=activity.ends + _FOLLOWED_UP if tracked else None,
                    ended=activity.ends if done else None,
                    outcome="Done (made up)." if done else "",
                    version=1,
                )


def papers(random: Random, plan: Plan, project: MadeUpProject, rows: Rows) -> None:
    """Six, each with a file unless it is only planned."""
    for number in range(1, _PAPERS + 1):
        state = random.choice(tuple(StudyState))
        study = rows.put(
            "study",
            project_id=project.row,
            result_id=random.choice(project.results),
            kind=random.choice(tuple(StudyKind)).value,
            title=f"Paper {number} on {random.choice(MATTERS)}",
            countries=json.dumps(project.countries),
            due=project.starts + timedelta(days=150 * number),
            state=state.value,
            version=1,
            made_at=plan.now,
            published_at=plan.now if state is StudyState.PUBLISHED else None,
        )
        if state not in (StudyState.PLANNED, StudyState.DROPPED):
            rows.put(
                "paper",
                study_id=study,
                number=1,
                name=f"paper-{number}.pdf",
                media_type="application/pdf",
                content=_FILE,
                size=len(_FILE),
                digest=sha256(_FILE).hexdigest(),
                remark="",
                added_at=plan.now,
                added_by_id=plan.officer,
            )
