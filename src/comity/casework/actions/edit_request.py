"""Changing a draft. What was typed is kept, however unfinished; only what no form sends is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.actions.index_identifiers import index_identifiers
from comity.casework.actions.keep_version import keep_version
from comity.casework.models.request import Request
from comity.casework.queries.offered_kind import offered_kind
from comity.casework.queries.zone import country_zone
from comity.casework.rules.content import changed
from comity.casework.rules.events import RequestEdited, request_subject
from comity.casework.rules.forged import forged
from comity.casework.rules.refusal import ChangedMeanwhile, Refused
from comity.casework.rules.transitions import Verb, after
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.digest import Digest, canonical_json
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.queries.roles import roles_of


@transaction.atomic
def edit_request(reference: str, content: Mapping[str, Any], *, version: int, by: User) -> int:
    """Set the fields in `content`, leave the others; returns the new version (the old one if nothing changed).

    `version` is the one that `by` was looking at. Raises NotFound; NotAllowed; ChangedMeanwhile; Refused for an unknown
    field, a choice that was not offered, or a value of another type.
    """
    request = request_for(by, reference, lock=True)
    after(Verb.EDIT, request.standing(), person=by.actor.reference, roles=roles_of(by))
    declared = offered_kind(request)
    if strange := forged(declared, content):
        raise Refused(*strange)
    fields = tuple(name for name in changed(request.content, {**request.content, **content}))
    if request.version != version:
        labels = tuple(declared.fields[name].label for name in fields)
        raise ChangedMeanwhile(request.changed_by.display_name, request.version, labels)
    if not fields:
        return request.version
    _change(request, {**request.content, **content}, by)
    record(
        RequestEdited(
            subject=request_subject(request.reference),
            version=request.version,
            fields=fields,
            digest=Digest.of(canonical_json(request.content)),
        ),
        actor=by.actor,
    )
    return request.version


def _change(request: Request, content: Mapping[str, Any], by: User) -> None:
    now = clock.now()
    keep_version(request, by=by, now=now)
    request.content = dict(content)
    request.version += 1
    request.changed_at, request.changed_by = now, by
    zone_of = request.requested_country
    request.follow_content()
    if request.requested_country != zone_of:
        request.requested_zone = country_zone(CountryCode(request.requested_country))
    request.save()
    request.editors.add(by)
    index_identifiers(request)
