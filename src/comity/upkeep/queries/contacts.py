"""Direct details of authorities, for users of a role that may read them; nobody else gets a row of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from comity.kernel.country import CountryCode
from comity.people.access import require
from comity.people.models.user import User
from comity.upkeep.models import ContactDetail
from comity.upkeep.rules.contact import KEEPERS, READERS, ContactKind, is_due
from comity.upkeep.rules.refusal import NotFound


@dataclass(frozen=True, slots=True)
class ContactView:
    """`standing` is “confirmed”, “due” (confirmed, but long ago), “waiting” (nobody confirmed it) or “withdrawn”.
    `may_confirm`: the reader keeps details, and somebody else recorded this one."""

    number: int
    authority: str
    authority_name: str
    kind: ContactKind
    value: str
    note: str
    source: str
    checked: date
    recorded_by: str
    confirmed_by: str
    withdrawn_at: datetime | None
    withdrawn_because: str
    standing: str
    may_confirm: bool

    @property
    def label(self) -> str:
        return self.kind.label

    @property
    def address(self) -> str:
        """What a telephone dials or a mail program opens; empty for another channel."""
        if self.kind is ContactKind.TELEPHONE:
            return "tel:+" + "".join(filter(str.isdigit, self.value))
        return f"mailto:{self.value}" if self.kind is ContactKind.MAILBOX else ""


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An authority with what stands; former names of the atlas are kept as they were."""

    id: str
    name: str
    details: tuple[ContactView, ...]


@dataclass(frozen=True, slots=True)
class CountryContacts:
    """`former` were withdrawn."""

    offices: tuple[OfficeView, ...]
    former: tuple[ContactView, ...]
    may_keep: bool


@dataclass(frozen=True, slots=True)
class ContactFigure:
    """How many details stand for a country, and how many of them nobody may rely on yet, or any more."""

    details: int
    open: int


def country_contacts(user: User, country: CountryCode, today: date) -> CountryContacts:
    """What is recorded of the country's offices. Raises NotEntitled."""
    held = require(user, *READERS)
    may_keep = bool(held & set(KEEPERS))
    rows = ContactDetail.objects.filter(country=country).select_related("recorded_by", "confirmed_by")
    views = [_view(row, user if may_keep else None, today) for row in rows]
    standing = [view for view in views if view.standing != "withdrawn"]
    former = tuple(view for view in views if view.standing == "withdrawn")
    return CountryContacts(_offices(standing), former, may_keep)


def contact_figures(user: User, today: date) -> dict[str, ContactFigure]:
    """By country, where anything stands. Raises NotEntitled."""
    require(user, *READERS)
    rows = ContactDetail.objects.filter(withdrawn_at=None).only("country", "checked", "confirmed_at")
    every, unready = Counter[str](), Counter[str]()
    for row in rows:
        every[row.country] += 1
        unready[row.country] += row.confirmed_at is None or is_due(row.checked, today)
    return {country: ContactFigure(count, unready[country]) for country, count in every.items()}


def contact_country(user: User, number: int) -> CountryCode:
    """Whose detail it is. Raises NotEntitled, NotFound."""
    require(user, *READERS)
    country = ContactDetail.objects.filter(pk=number).values_list("country", flat=True).first()
    if country is None:
        raise NotFound("direct detail")
    return CountryCode(country)


def _offices(views: Iterable[ContactView]) -> tuple[OfficeView, ...]:
    found: dict[str, list[ContactView]] = {}
    for view in views:
        found.setdefault(view.authority, []).append(view)
    return tuple(OfficeView(key, details[-1].authority_name, tuple(details)) for key, details in found.items())


def _view(row: ContactDetail, keeper: User | None, today: date) -> ContactView:
    return ContactView(
        number=row.pk,
        authority=row.authority,
        authority_name=row.authority_name,
        kind=ContactKind(row.kind),
        value=row.value,
        note=row.note,
        source=row.source,
        checked=row.checked,
        recorded_by=row.recorded_by.display_name,
        confirmed_by=row.confirmed_by.display_name if row.confirmed_by else "",
        withdrawn_at=row.withdrawn_at,
        withdrawn_because=row.withdrawn_because,
        standing=_standing(row, today),
        may_confirm=keeper is not None and row.recorded_by_id != keeper.pk,
    )


def _standing(row: ContactDetail, today: date) -> str:
    if row.withdrawn_at:
        return "withdrawn"
    if row.confirmed_at is None:
        return "waiting"
    return "due" if is_due(row.checked, today) else "confirmed"
