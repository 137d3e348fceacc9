"""Loading what others ask of the demonstration node, by the same actions as people use, at the hours of each story."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from comity.casework.actions.register_request import register_request
from comity.casework.actions.take_step import take_step
from comity.casework.models.case import Case
from comity.casework.rules.demonstration.incoming import incoming_stories
from comity.casework.rules.demonstration.story import IncomingStory, Recorded
from comity.kernel import clock
from comity.people.models.user import User

REGISTRAR = "duty"


def load_incoming_stories(users: Mapping[str, User], now: datetime) -> None:
    """Load every story that is not there yet; a country does not ask itself."""
    for story in incoming_stories(now.date()):
        here = story.country == settings.ENV.country
        if not here and not Case.objects.filter(title=story.title, opened_by=users[REGISTRAR]).exists():
            _load(story, users, now)


@transaction.atomic
def _load(story: IncomingStory, users: Mapping[str, User], now: datetime) -> None:
    arrived = now - timedelta(hours=story.hours_ago)
    with clock.frozen(arrived):
        reference = register_request(
            story.kind,
            {**story.content, "requested_country": str(settings.ENV.country)},
            received_at=arrived,
            channel=story.channel,
            their_reference=story.their_reference,
            case_title=story.title,
            by=users[REGISTRAR],
        )
    record_steps(reference, story.steps, users, since=arrived, now=now)


def record_steps(
    reference: str, steps: tuple[Recorded, ...], users: Mapping[str, User], *, since: datetime, now: datetime
) -> None:
    """Record each step so many hours after `since`; none later than `now`."""
    for recorded in steps:
        with clock.frozen(min(now, since + timedelta(hours=recorded.after))):
            take_step(reference, recorded.step, recorded.answers, by=users[recorded.by])
