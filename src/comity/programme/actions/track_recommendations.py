"""Making a meeting's recommendations a list that the state of play follows up, country by country.

The list is a pack of this node like any other: read on the same pages, followed up by the same editors.
"""

from __future__ import annotations

from django.db import transaction

from comity.atlas.actions.publish_pack import publish_pack
from comity.atlas.models import LoadedPack, Origin
from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.packkit.pack import Label
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import activity_for
from comity.programme.models import Activity, Decision
from comity.programme.rules.activity_events import activity_subject
from comity.programme.rules.decision import SOURCES, DecisionKind, list_name, recommendation_list
from comity.programme.rules.team_events import RecommendationsTracked


@transaction.atomic
def track_recommendations(project: str, activity: str, *, by: User) -> str:
    """The name of the list. Called again after further recommendations, it brings the list up to date.

    Raises NotEntitled, NotFound, Refused where there is none to track.
    """
    row = activity_for(by, project, activity)
    said = list(
        Decision.objects.filter(activity=row, kind=DecisionKind.RECOMMENDATION.value).values_list("number", "says")
    )
    if not said:
        raise Refused("says", say("This meeting has no recommendation yet. Note one first."))
    name = list_name(project, activity)
    _name_the_meeting(name, row, by)
    content = recommendation_list(name, row.title, row.project.name, row.ends, said, clock.today())
    _publish(f"recommendations/{name}", "recommendations", row.title, content, row, by)
    subject = activity_subject(project, activity)
    record(RecommendationsTracked(subject=subject, list_name=name, count=len(said)), actor=by.actor)
    return name


def _name_the_meeting(name: str, row: Activity, by: User) -> None:
    """Every recommendation needs a source that the atlas knows."""
    held = LoadedPack.objects.filter(name=SOURCES, current=True).first()
    sources = dict(held.content["sources"]) if held else {}
    sources[name] = {"title": f"{row.title} ({row.project.name}, {row.ends.isoformat()})", "type": "official"}
    _publish(SOURCES, "sources", "Meetings of projects", {"sources": sources}, row, by)


def _publish(pack: str, kind: str, title: str, content: dict[str, object], row: Activity, by: User) -> None:
    held = LoadedPack.objects.filter(name=pack, current=True).first()
    label = Label(kind=kind, title=title[:200], version=held.version + 1 if held else 1)
    publish_pack(
        pack,
        content,
        on=held.digest if held else "",
        origin=Origin.EDITED,
        came_from=activity_subject(row.project.code, row.code),
        why="What a meeting recommended is followed up.",
        actor=by.actor,
        label=label,
    )
