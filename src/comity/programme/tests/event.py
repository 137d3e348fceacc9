"""A training in Tbilisi in June 2017 that people register for: the steps that its tests share."""

from __future__ import annotations

from datetime import UTC, date, datetime

from comity.programme.actions.open_registration import Terms, open_registration
from comity.programme.actions.register_person import register_person
from comity.programme.models import Activity, Participant, Project
from comity.programme.queries.registration import activity_of
from comity.programme.rules.details import Details
from comity.programme.rules.participation import Asked

II, CODE = "cybercrime-eap-ii", "people-test"
NOW = datetime(2017, 6, 20, 9, tzinfo=UTC)
LAST_DAY = date(2017, 6, 22)


def planned() -> Activity:
    days = {"starts": date(2015, 6, 1), "ends": date(2017, 12, 31), "created_at": NOW, "changed_at": NOW}
    return Activity.objects.create(
        project=Project.objects.create(code=II, name="Cybercrime@EAP II", **days),
        code=CODE,
        kind="training",
        title="Training of judges",
        venue="Tbilisi",
        host="GE",
        starts=date(2017, 6, 20),
        ends=LAST_DAY,
        state="confirmed",
        created_at=NOW,
        changed_at=NOW,
    )


def opened(officer, *, version: int = 0, **terms) -> str:
    asked = {"opens": date(2017, 6, 1), "closes": LAST_DAY, "asks": tuple(Asked), **terms}
    return open_registration(II, CODE, Terms(**asked), version=version, by=officer)


def register(token: str, email: str = "p3@example.net", name: str = "Participant 3", **more) -> Participant:
    said = {"institution": "Ministry", "country": "GE", "role": "participant", "travel": True}
    address = more.pop("address", "192.0.2.1")
    register_person(token, email, Details(name, **{**said, **more}), consent=True, address=address)
    return Participant.objects.get(email=email.lower())


def line():
    return activity_of(II, CODE)
