"""Forming a team, and its first members later."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import project_for
from comity.programme.models import Team
from comity.programme.rules.team import TeamKind
from comity.programme.rules.team_events import TeamFormed, team_subject
from comity.programme.rules.texts import needed


@transaction.atomic
def form_team(project: str, kind: TeamKind, title: str, country: CountryCode | None, *, by: User) -> int:
    """The team's number. A country team names its country.

    Raises NotEntitled, NotFound, Refused.
    """
    owner = project_for(by, project)
    said = needed("title", title, say("A name is needed."), 200)
    if kind is TeamKind.COUNTRY and country is None:
        raise Refused("country", say("A country team is of one country: choose it."))
    try:
        with transaction.atomic():
            made = Team.objects.create(
                project=owner, kind=kind.value, title=said, country=country or "", made_at=clock.now()
            )
    except IntegrityError:
        raise Refused("title", say("This project has a team of this name already.")) from None
    event = TeamFormed(
        subject=team_subject(made.pk), project=project, kind=kind.value, title=said, country=str(country or "")
    )
    record(event, actor=by.actor)
    return made.pk
