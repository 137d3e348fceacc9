"""An activity's registration: as the office sees its terms, as a visitor sees the form. Changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.programme.models import Activity, Participant, Registration
from comity.programme.queries.activity_line import ActivityLine, activity_lines
from comity.programme.rules.consent import consent_text
from comity.programme.rules.participation import NEXT, REGISTERS_ANEW, ParticipantState
from comity.programme.rules.personal_link import number_of
from comity.programme.rules.refusal import NotOpen
from comity.programme.rules.registering import is_open, may_be_token


@dataclass(frozen=True, slots=True)
class RegistrationView:
    """`consent` is the text that whoever registers agrees to."""

    activity: ActivityLine
    token: str
    opens: date
    closes: date
    capacity: int | None
    asks: tuple[str, ...]
    kept_days: int
    consent: str
    version: int
    open: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class OwnView:
    """What one person sees of themselves. `registers`: an invitation that waits, or a place given up."""

    registration: RegistrationView
    number: int
    name: str
    email: str
    institution: str
    country: str
    role: str
    travel_asked: bool | None
    state: ParticipantState
    certificate: str
    kept_until: date

    @property
    def registers(self) -> bool:
        return self.state in REGISTERS_ANEW

    @property
    def may_cancel(self) -> bool:
        return ParticipantState.CANCELLED in NEXT[self.state]


def activity_of(project: str, code: str) -> ActivityLine:
    """Raises NotFound."""
    found = activity_lines(Activity.objects.filter(project__code=project, code=code), clock.today())
    if not found:
        raise NotFound("activity")
    return found[0]


def registration_of(activity: ActivityLine) -> RegistrationView | None:
    """The activity's registration, if there is one."""
    rows = Registration.objects.filter(activity__project__code=activity.project, activity__code=activity.code)
    row = rows.first()
    return _view(row, activity) if row else None


def registration_by(token: str) -> RegistrationView:
    """For a visitor with the public link. Raises NotOpen for any that cannot be used today."""
    row = Registration.objects.filter(token=token).first() if may_be_token(token) else None
    if row is None:
        raise NotOpen
    view = _view(row, activity_lines(Activity.objects.filter(pk=row.activity_id), clock.today())[0])
    if not view.open:
        raise NotOpen
    return view


def own_view(personal: str) -> OwnView:
    """For a visitor with a personal link. Raises NotFound, for an erased person too."""
    number = number_of(personal, settings.ENV.secret("registration_key"))
    row = Participant.objects.filter(pk=number, erased_at=None).first() if number else None
    if row is None:
        raise NotFound("participant")
    terms = Registration.objects.get(activity_id=row.activity_id)
    return OwnView(
        registration=_view(terms, activity_lines(Activity.objects.filter(pk=row.activity_id), clock.today())[0]),
        number=row.pk,
        name=row.name,
        email=row.email,
        institution=row.institution,
        country=row.country,
        role=row.role,
        travel_asked=row.travel_asked,
        state=ParticipantState(row.state),
        certificate=row.certificate,
        kept_until=row.erase_after,
    )


def _view(row: Registration, activity: ActivityLine) -> RegistrationView:
    closed = row.closed_at is not None
    return RegistrationView(
        activity=activity,
        token=row.token,
        opens=row.opens,
        closes=row.closes,
        capacity=row.capacity,
        asks=tuple(row.asks),
        kept_days=row.kept_days,
        consent=consent_text(
            row.consent,
            organisation=settings.ENV.organisation,
            activity=activity.title,
            asks=row.asks,
            days=row.kept_days,
        ),
        version=row.version,
        open=is_open(row.opens, row.closes, closed=closed, today=clock.today()),
        closed=closed,
    )
