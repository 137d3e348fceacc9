"""Writing the working document of a draft amendment."""

from __future__ import annotations

from dataclasses import asdict

from django.db import transaction

from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel import clock
from comity.kernel.digest import Digest, canonical_json
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.stateofplay.access import amendment_for
from comity.stateofplay.models import Amendment
from comity.stateofplay.queries.gaps import check_ids
from comity.stateofplay.rules.amendment import AmendmentState, AmendmentWords, checked, may_edit
from comity.stateofplay.rules.amendment_events import AmendmentEdited, amendment_subject


@transaction.atomic
def edit_amendment(number: int, words: AmendmentWords, *, version: int, by: User) -> None:
    """Raises NotEntitled, NotFound, NotNow, ChangedMeanwhile, Refused with the field."""
    amendment = amendment_for(by, number, version=version)
    may_edit(AmendmentState(amendment.state))
    said = asdict(checked(words, check_ids(node_snapshot(), amendment.article)))
    Amendment.objects.filter(pk=number).update(**said, version=version + 1, changed_at=clock.now())
    digest = str(Digest.of(canonical_json(said)))
    record(AmendmentEdited(subject=amendment_subject(number), version=version + 1, digest=digest), actor=by.actor)
