"""Offers of packs as editors read them: which wait, what differs, who changed what, and what somebody chose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from comity.atlas.actions.load_packs import RELEASE
from comity.atlas.queries.offers import Offer, offer, offers
from comity.atlas.queries.pack_versions import PackVersion, current_version, version_of
from comity.kernel.words import say
from comity.people.models.user import User
from comity.upkeep.models import ChoiceState, OfferChoice
from comity.upkeep.rules.difference import ABSENT, Change
from comity.upkeep.rules.naming import name_of_change
from comity.upkeep.rules.refused_pack import PackRefused
from comity.upkeep.rules.telling import Told, told
from comity.upkeep.rules.three_ways import ChangedBy, compared

MOST_CHOICES = 900
"""Differences that can be chosen one by one: a form holds no more. Above, all are taken, or none."""


@dataclass(frozen=True, slots=True)
class OfferLine:
    """An offer in the list. `chosen_by` has chosen, and waits for a second editor."""

    offer: Offer
    source: str
    chosen_by: str


@dataclass(frozen=True, slots=True)
class Compared:
    """One difference as it is read. `take` is what is chosen beforehand, or was; None where nothing is."""

    number: int
    name: str
    path: str
    here: Told | None
    offered: Told | None
    base: Told | None
    changed_by: ChangedBy
    take: bool | None


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A choice that waits, or the last that was returned."""

    number: int
    chosen_by: str
    chosen_at: datetime
    own: bool
    reason: str
    taken: int
    whole: bool
    waiting: bool
    outdated: bool
    returned_by: str
    remark: str

    @property
    def stamp(self) -> str:
        """What tells this choice from one made in its place meanwhile."""
        return self.chosen_at.isoformat()


@dataclass(frozen=True, slots=True)
class OfferView:
    """An offer beside what stands here now. `here` is None where the pack is no longer loaded."""

    offer: Offer
    source: str
    here: PackVersion | None
    lines: tuple[Compared, ...]
    base_known: bool
    choice: ChoiceView | None

    @property
    def one_by_one(self) -> bool:
        return len(self.lines) <= MOST_CHOICES

    @property
    def undecided(self) -> int:
        """Differences that somebody must choose."""
        return sum(line.take is None for line in self.lines)


def offer_lines(*, decided: bool) -> list[OfferLine]:
    found = offers(decided=decided)
    waiting = OfferChoice.objects.filter(state=ChoiceState.WAITING, offer_id__in=[one.number for one in found])
    chosen = dict(waiting.values_list("offer_id", "chosen_by__display_name"))
    return [OfferLine(one, source_of(one), chosen.get(one.number, "")) for one in found]


def offer_view(number: int, reader: User) -> OfferView | None:
    """None where there is no such offer."""
    found = offer(number)
    if found is None:
        return None
    here = current_version(found.name) if found.decided_at is None else None
    base = version_of(found.name, found.base) if found.base else None
    choice = _choice(number)
    taken = [Change.from_json(kept) for kept in choice.taken] if choice else []
    fits = bool(choice and here and choice.on == here.digest)
    lines = compared(here.content, found.content, base.content if base else None) if here else ()
    return OfferView(
        found,
        source_of(found),
        here,
        tuple(
            Compared(
                line.number,
                name_of_change(
                    found.kind, found.content if line.change.before is ABSENT else here.content, line.change
                ),
                ".".join(map(str, line.change.path)),
                told(line.change.before, line.change.after),
                told(line.change.after, line.change.before),
                told(line.base),
                line.changed_by,
                line.change in taken if fits else line.changed_by.take,
            )
            for line in lines
            if here
        ),
        base is not None,
        _choice_view(choice, reader, outdated=not fits) if choice and here else None,
    )


def source_of(found: Offer) -> str:
    """Where an offer came from, in words."""
    return say("a release of the software") if found.came_from == RELEASE else found.came_from


def open_offer(number: int) -> Offer:
    """The offer, if it still waits. Raises PackRefused."""
    found = offer(number)
    if found is None or found.decided_at:
        raise PackRefused(say("This offer does not wait any more: it was decided, or a newer one took its place."))
    return found


def standing_beside(found: Offer, on: str) -> PackVersion:
    """What stands here, if it is still what the offer was compared with. Raises PackRefused."""
    here = current_version(found.name)
    if here is None or here.digest != on:
        raise PackRefused(
            say(
                "{title} has changed here since it was compared. Look at the offer as it is now, then choose again.",
                title=found.title,
            )
        )
    return here


def waiting_choice(number: int, choice: int, chosen_at: str) -> OfferChoice:
    """The choice, locked, if it still waits as it was read. Raises PackRefused."""
    row = (
        OfferChoice.objects.select_for_update(of=("self",))
        .select_related("chosen_by")
        .filter(offer_id=number, pk=choice, state=ChoiceState.WAITING)
        .first()
    )
    if row is None or row.chosen_at.isoformat() != chosen_at:
        raise PackRefused(say("The choice has changed since you read it. Look at it as it is now."))
    return row


def _choice(number: int) -> OfferChoice | None:
    """The choice that waits; else the last one, if it was returned."""
    rows = OfferChoice.objects.filter(offer_id=number).exclude(state=ChoiceState.CONFIRMED)
    return rows.select_related("chosen_by", "decided_by").order_by("-chosen_at", "-pk").first()


def _choice_view(row: OfferChoice, reader: User, *, outdated: bool) -> ChoiceView:
    return ChoiceView(
        row.pk,
        row.chosen_by.display_name,
        row.chosen_at,
        row.chosen_by_id == reader.pk,
        row.reason,
        len(row.taken),
        row.whole,
        row.state == ChoiceState.WAITING,
        outdated,
        row.decided_by.display_name if row.decided_by else "",
        row.remark,
    )
