"""The people of an activity: those that a filter finds, one of them, and their letter. Never who was erased."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings
from django.db.models import Q, QuerySet

from comity.casework.rules.refusal import NotFound
from comity.kernel.words import English, speaking
from comity.programme.models import Participant
from comity.programme.queries.activity_line import ActivityLine
from comity.programme.rules.invitation import Letter, letter
from comity.programme.rules.participation import NEXT, ParticipantState
from comity.programme.rules.personal_link import personal

LONGEST_WORDS = 100


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """`words` are looked for in name, address and institution; `travel` keeps those who asked for support."""

    words: str = ""
    state: str = ""
    country: str = ""
    travel: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """One participant, as the office sees them."""

    number: int
    name: str
    email: str
    institution: str
    country: str
    role: str
    state: ParticipantState
    consent_at: datetime | None
    consent: int | None
    travel_asked: bool | None
    travel_amount: Decimal | None
    travel_currency: str
    certificate: str
    certified_on: date | None
    entered_at: datetime
    kept_until: date

    @property
    def called(self) -> str:
        return self.name or self.email

    @property
    def next(self) -> tuple[ParticipantState, ...]:
        return NEXT[self.state]


class People(Sequence[Person]):
    """Read from the database page by page."""

    def __init__(self, rows: QuerySet[Participant]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return self._rows.count()

    def __getitem__(self, which: int | slice) -> Person | list[Person]:  # type: ignore[override]  # lists, as pages cut
        if isinstance(which, slice):
            return [_person(row) for row in self._rows[which]]
        return _person(self._rows[which])

    def every(self) -> Iterator[Person]:
        """All of them, in one query."""
        return (_person(row) for row in self._rows.iterator())


def people_of(activity: ActivityLine, wanted: PeopleFilter) -> People:
    rows = _of(activity).filter(erased_at=None)
    if words := wanted.words.replace("\x00", "")[:LONGEST_WORDS].strip():
        rows = rows.filter(Q(name__icontains=words) | Q(email__icontains=words) | Q(institution__icontains=words))
    if wanted.state in set(ParticipantState):
        rows = rows.filter(state=wanted.state)
    if wanted.country:
        rows = rows.filter(country=wanted.country.replace("\x00", "")[:2])
    return People(rows.filter(travel_asked=True) if wanted.travel else rows)


def one_of(activity: ActivityLine, number: int) -> Person:
    """Raises NotFound."""
    row = _of(activity).filter(pk=number, erased_at=None).first()
    if row is None:
        raise NotFound("participant")
    return _person(row)


def personal_link(number: int) -> str:
    """What stands in the address of the person's own page."""
    return personal(number, settings.ENV.secret("registration_key"))


def letter_to(person: Person, activity: ActivityLine, link: str) -> Letter:
    """What the office may write to the person now; `link` is the whole address of their own page."""
    with speaking(English()):  # the letter is English, whoever copies it
        where_when = ", ".join(filter(None, (activity.where, activity.when)))
    return letter(
        person.email,
        person.name,
        person.state,
        activity=activity.title,
        where_when=where_when,
        link=link,
        organisation=settings.ENV.organisation,
    )


def _of(activity: ActivityLine) -> QuerySet[Participant]:
    return Participant.objects.filter(activity__project__code=activity.project, activity__code=activity.code)


def _person(row: Participant) -> Person:
    return Person(
        number=row.pk,
        name=row.name,
        email=row.email,
        institution=row.institution,
        country=row.country,
        role=row.role,
        state=ParticipantState(row.state),
        consent_at=row.consent_at,
        consent=row.consent,
        travel_asked=row.travel_asked,
        travel_amount=row.travel_amount,
        travel_currency=row.travel_currency,
        certificate=row.certificate,
        certified_on=row.certified_on,
        entered_at=row.entered_at,
        kept_until=row.erase_after,
    )
