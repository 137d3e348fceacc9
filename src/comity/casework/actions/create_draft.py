"""Making the row of a new draft. The ways to a draft (wizard, follow-up, API, emergency) all end here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comity.casework.actions.allocate_reference import allocate_request_reference
from comity.casework.actions.index_identifiers import index_identifiers
from comity.casework.actions.insert_draft import insert_draft
from comity.casework.actions.record_about_request import record_about_request
from comity.casework.models.case import Case
from comity.casework.models.request import Request
from comity.casework.queries.letter_languages import proposed_languages
from comity.casework.queries.zone import country_zone
from comity.casework.rules.content import country_named
from comity.casework.rules.declaration import Kind
from comity.casework.rules.direction import Direction
from comity.casework.rules.events import RequestDrafted, request_subject
from comity.casework.rules.prefill import Asked
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.digest import Digest, canonical_json
from comity.people.models.user import User


def create_draft(
    kind: Kind,
    content: Mapping[str, Any],
    *,
    case: Case,
    requesting_country: CountryCode,
    asked: Asked,
    plan: Mapping[str, Any] | None = None,
    follows: Request | None = None,
    by: User,
) -> Request:
    """The new draft, recorded. The caller has checked that `by` may draft in `case`, and what `content` holds."""
    now = clock.now()
    languages = _languages(kind, content, asked, follows)  # before others wait for the reference
    request = Request(
        reference=str(allocate_request_reference()),
        case=case,
        kind=kind.name,
        content=dict(content),
        languages=[*languages],
        requesting_country=requesting_country,
        requested_country=asked.country,
        requested_zone=asked.zone,
        requested_authority_id=asked.authority_id,
        plan=dict(plan or {}),
        follows=follows,
        created_at=now,
        changed_at=now,
        drafted_by=by,
        changed_by=by,
    )
    request.follow_content()
    insert_draft(request, by)
    index_identifiers(request, new=True)
    record_about_request(
        request,
        RequestDrafted(
            subject=request_subject(request.reference),
            case=case.reference,
            kind=kind.name,
            requested_country=request.requested_country,
            digest=Digest.of(canonical_json(request.content)),
        ),
        actor=by.actor,
        moved="drafted",
        happened_at=now,
    )
    return request


def _languages(kind: Kind, content: Mapping[str, Any], asked: Asked, follows: Request | None) -> tuple[str, ...]:
    """Those of our letter before it in the chain to the same country, else what that country accepts."""
    before = follows if follows and follows.direction == Direction.OUTGOING else None
    same = before is not None and before.requested_country == asked.country
    kept = tuple(before.languages) if before and same else ()
    return proposed_languages(kind, CountryCode(asked.country), content, kept)


def asked_in(content: Mapping[str, Any], otherwise: CountryCode) -> Asked:
    """Whom the content itself names; in the country `otherwise` while it names none."""
    country = country_named(content, "requested_country") or otherwise
    authority = content.get("requested_authority")
    return Asked(
        country=country,
        authority=authority if isinstance(authority, str) else "",
        zone=country_zone(country),
    )
