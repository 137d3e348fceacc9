"""The demonstration world: a cast of users whose password everybody knows, and cases to try things on.

Conducts the same actions as the pages. Never for a node that other machines can reach.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings

from comity.atlas.queries.country import country_view
from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.actions.load_demonstration import load_demonstration
from comity.config.cast import CAST, PASSWORD, Part
from comity.config.env import Env
from comity.config.problem import NodeProblem
from comity.kernel.clock import today
from comity.people.actions.create_user import create_user
from comity.people.actions.grant_role import grant_role
from comity.people.actions.load_demonstration import load_demonstration as load_roster
from comity.people.models.user import User
from comity.programme.actions.load_demonstration_activities import load_demonstration_activities
from comity.programme.actions.load_demonstration_budget import load_demonstration_budget
from comity.programme.actions.load_demonstration_people import load_demonstration_people
from comity.programme.actions.load_demonstration_results import load_demonstration_results
from comity.programme.actions.load_demonstration_teams import load_demonstration_teams
from comity.stateofplay.actions.load_demonstration import load_demonstration as load_state_of_play
from comity.upkeep.actions.load_contacts import load_contacts
from comity.upkeep.actions.load_demonstration import load_demonstration as load_upkeep

AT_WORK_FOR = timedelta(days=90)
"""The cast's mandates are older than the oldest story of the demonstration world."""

CAST_NAMES = [part.username for part in CAST]


def load() -> str:
    """Add what is missing of the demonstration world. Returns its sign-ins, for a person to read."""
    env: Env = settings.ENV
    zone = _time_zone(env)
    for part in CAST:
        if not User.objects.filter(username=part.username).exists():
            _enter(part, env, zone)
    users = {user.username: user for user in User.objects.filter(username__in=CAST_NAMES)}
    load_roster(users["duty"])
    load_demonstration(users)
    load_upkeep(users["editor"])
    load_demonstration_teams(users["programme"])
    load_contacts(users["duty"], users["editor"])
    load_state_of_play(users["editor"])
    load_demonstration_budget(users["programme"])
    load_demonstration_results(users["programme"])
    load_demonstration_activities(users["programme"])
    load_demonstration_people(users["programme"])
    return sign_ins()


def sign_ins() -> str:
    """Who can sign in, in lines for a terminal."""
    rows = [f"  {part.username:<10}{', '.join(role.sentence for role in part.roles)}" for part in CAST]
    return "\n".join([f"Sign in to the demonstration with the password “{PASSWORD}” as:", *rows])


def require_safe(env: Env) -> None:
    """Raise NodeProblem where a user with the known password could sign in from another machine."""
    if env.only_here:
        return
    for user in User.objects.filter(username__in=CAST_NAMES, is_active=True):
        if user.check_password(PASSWORD):
            raise NodeProblem(
                f"This node can be reached from other machines, and its database holds the demonstration's user "
                f"“{user.username}”, whose password everybody knows. Give the node another folder in COMITY_HOME or "
                "another database in DATABASE_URL, or change that password while only this machine reaches the node."
            )


def _enter(part: Part, env: Env, zone: str) -> None:
    user = create_user(
        username=part.username,
        display_name=f"{part.name}, {env.country.english_name}",
        password=PASSWORD,
        time_zone=zone,
        by=None,
    )
    for role in part.roles:
        grant_role(user, role, valid_from=today() - AT_WORK_FOR, by=None)


def _time_zone(env: Env) -> str:
    try:
        return country_view(node_snapshot(), env.country, today()).time_zone or "UTC"
    except LookupError:
        return "UTC"
