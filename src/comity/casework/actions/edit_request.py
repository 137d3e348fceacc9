"""Changing a draft. What was typed is kept, however unfinished; only what no form sends is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.actions.index_identifiers import index_identifiers
from comity.casework.actions.keep_version import keep_version
from comity.casework.models.request import Request
from comity.casework.queries.offered_kind import offered_kind
from comity.casework.queries.zone import country_zone
from comity.casework.rules.content import changed
from comity.casework.rules.events import RequestEdited, RequestLanguagesChosen, request_subject
from comity.casework.rules.forged import forged
from comity.casework.rules.letter_languages import in_order
from comity.casework.rules.refusal import ChangedMeanwhile, Refused, refused
from comity.casework.rules.transitions import Verb, after
from comity.casework.rules.translations import label_of
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.digest import Digest, canonical_json
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.queries.roles import roles_of


@transaction.atomic
def edit_request(
    reference: str, content: Mapping[str, Any], *, version: int, by: User, languages: Sequence[str] | None = None
) -> int:
    """Set the fields in `content`, leave the others; returns the new version (the old one if nothing changed).

    `version` is the one that `by` was looking at. `languages` are those of the letter, where they change too. Raises
    NotFound; NotAllowed; ChangedMeanwhile; Refused for an unknown field, a choice that was not offered, a value of
    another type, or languages that no letter has.
    """
    request = request_for(by, reference, lock=True)
    after(Verb.EDIT, request.standing(), person=by.actor.reference, roles=roles_of(by))
    declared = offered_kind(request)
    if strange := forged(declared, content):
        raise Refused(*strange)
    before = [*request.letter_languages]
    chosen = before if languages is None else _in_order(languages)
    fields = tuple(name for name in changed(request.content, {**request.content, **content}))
    if request.version != version:
        labels = tuple(label_of(declared, name) for name in fields)
        raise ChangedMeanwhile(request.changed_by.display_name, request.version, labels)
    other = chosen != before
    if not fields and not other:
        return request.version
    request.languages = chosen
    _change(request, {**request.content, **content}, by)
    subject = request_subject(request.reference)
    if fields:
        digest = Digest.of(canonical_json(request.content))
        record(RequestEdited(subject=subject, version=request.version, fields=fields, digest=digest), actor=by.actor)
    if other:
        event = RequestLanguagesChosen(subject=subject, version=request.version, languages=tuple(chosen))
        record(event, actor=by.actor)
    return request.version


def _in_order(languages: Sequence[str]) -> list[str]:
    try:
        return [*in_order(languages)]
    except ValueError as problem:
        raise refused("languages", "Languages of the letter", str(problem)) from None


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
