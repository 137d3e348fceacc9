"""Beginning a working document on a gap: a power that a country lacks, has in part, or of which nothing is known."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.stateofplay.models import Amendment, AmendmentStep
from comity.stateofplay.queries.gaps import gap_of, model_law_of
from comity.stateofplay.rules.amendment import AmendmentState
from comity.stateofplay.rules.amendment_events import AmendmentStarted, amendment_subject


@transaction.atomic
def start_amendment(country: CountryCode, article: str, day: date, *, by: User) -> int:
    """The new amendment's number; `day` is when the work on it began.

    Raises NotEntitled; NotFound for a country or article that the node does not know; Refused where the power is full,
    a draft is under way, or the day is yet to come.
    """
    require(by, Role.EDITOR)
    snapshot, today = node_snapshot(), clock.today(by.zone)
    law = model_law_of(snapshot)
    if country not in snapshot.countries or law is None or article not in law.articles:
        raise NotFound("gap")
    gap = gap_of(snapshot, country, article, today)
    if not gap.open:
        raise Refused(
            "article",
            say(
                "The atlas records this power as full in {country}: there is no gap.",
                country=country_in_sentence(country),
            ),
        )
    if day > today:
        raise Refused("day", say("This day is yet to come. A draft begins on a day that has been."))
    now = clock.now()
    try:
        with transaction.atomic():
            made = Amendment.objects.create(
                country=country, article=article, started_at=now, started_by=by, changed_at=now
            )
    except IntegrityError:
        raise Refused("article", say("A draft on this article is under way already: continue that one.")) from None
    AmendmentStep.objects.create(amendment=made, state=AmendmentState.DRAFT.value, day=day, noted_at=now, noted_by=by)
    record(AmendmentStarted(subject=amendment_subject(made.pk), country=str(country), article=article), actor=by.actor)
    return made.pk
