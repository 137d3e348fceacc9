"""Drafting a request that says what a file says: a letter of this system, or its data, taken as they are."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction

from comity.casework.access import case_for, request_for
from comity.casework.actions.create_draft import asked_in, create_draft
from comity.casework.actions.draft_follow_up import following
from comity.casework.actions.keep_arrival import TOO_LARGE
from comity.casework.actions.open_case import open_case
from comity.casework.models.case import Case
from comity.casework.models.request import Request
from comity.casework.queries.read_arrival import read_arrival
from comity.casework.rules.arrival.reading import LARGEST_FILE, Reading
from comity.casework.rules.arrival.taken import Taken, check_takeable, remarks
from comity.casework.rules.content import country_named
from comity.casework.rules.declaration import Kind
from comity.casework.rules.events import DraftTakenFromFile, request_subject
from comity.casework.rules.refusal import Refused, refused
from comity.casework.rules.registry import kind
from comity.kernel.country import CountryCode
from comity.kernel.digest import Digest
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role


def draft_from_file(
    content: bytes, *, case_reference: str = "", case_title: str = "", follows: str = "", by: User
) -> Taken:
    """A draft with the fields of the file, and nothing else filled in: in the case given or a new one of this title; or
    after the request `follows`, in its case.

    Raises NotEntitled; NotFound for the case or the request; ReadersBusy; Refused for a file that is no request of this
    system or another country's, for a kind that only follows another, and where neither a case nor a title is given.
    """
    require(by, Role.DRAFTER, Role.DUTY_OFFICER)
    if not content:
        raise refused(
            "file", say("File"), say("No file arrived, or it is empty. Choose the file first, then press the button.")
        )
    if len(content) > LARGEST_FILE:
        raise refused("file", say("File"), said(TOO_LARGE))
    reading = read_arrival(content)
    ours = CountryCode(settings.ENV.country)
    check_takeable(reading, ours)
    return _draft(reading, Digest.of(content), case_reference, case_title, follows, by)


@transaction.atomic
def _draft(reading: Reading, digest: Digest, case_reference: str, case_title: str, follows: str, by: User) -> Taken:
    earlier = request_for(by, follows) if follows.strip() else None
    declared = _kind(reading.kind, earlier)
    country = _asked_country(reading, earlier)
    case = earlier.case if earlier else _case(case_reference, case_title, by)
    draft = create_draft(
        declared,
        reading.content,
        case=case,
        requesting_country=CountryCode(settings.ENV.country),
        asked=asked_in(reading.content, country),
        follows=earlier,
        by=by,
    )
    taken = DraftTakenFromFile(
        subject=request_subject(draft.reference),
        file_digest=digest,
        medium=reading.medium.value,
        said_reference=reading.their_reference,
    )
    record(taken, actor=by.actor)
    return Taken(draft.reference, remarks(reading))


def _asked_country(reading: Reading, earlier: Request | None) -> CountryCode:
    if named := country_named(reading.content, "requested_country"):
        return named
    if earlier is None:
        raise refused(
            "file", say("File"), say("The file does not say which country is asked. Draft the request by hand.")
        )
    return CountryCode(earlier.counterpart)


def _kind(name: str, earlier: Request | None) -> Kind:
    """The kind, which may follow `earlier` where that is given. Raises Refused."""
    if earlier:
        try:
            return following(earlier, name)
        except Refused as problem:
            raise refused("follows", say("The request it follows"), str(problem)) from None
    declared = kind(name)
    if declared.must_follow:
        raise refused(
            "follows",
            say("The request it follows"),
            say(
                "“{declared}” always follows another request. Say which: its reference on this node.",
                declared=said(declared.label),
            ),
            declared.article,
        )
    return declared


def _case(reference: str, title: str, by: User) -> Case:
    if reference.strip():
        return case_for(by, reference)
    if not title.strip():
        raise refused(
            "case", say("Case"), say("Nothing says to which case it belongs. Give a case, or the title of a new one.")
        )
    return case_for(by, open_case(title, by=by))
