"""Turns what the floors below refuse, and what fails, into problem details. Hides only the inside of failures."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from comity.api.bearer import unauthenticated
from comity.api.misfits import misfits
from comity.api.problem import Complaint, Raised, Sort, problem
from comity.atlas.queries.open_data import NoSuchPack
from comity.casework.rules.gap import Gap
from comity.casework.rules.refusal import ChangedMeanwhile, Incomplete, NotFound
from comity.casework.rules.refusal import Refused as CaseworkRefused
from comity.casework.rules.registry import NoSuchKind
from comity.casework.rules.transitions import NotAllowed, NotInThisRole
from comity.documents.rules.signature import NotSigned
from comity.documents.rules.view import NoSuchDocument
from comity.people.rules.refusal import Refused as PeopleRefused
from comity.people.rules.roles import NotEntitled

log = logging.getLogger(__name__)

_TOLD = 20
"""Misfits of one call that are named; whoever sends more has misread the schema."""

Handler = Callable[[HttpRequest, Any], HttpResponse]


def answer_with_problems(api: NinjaAPI) -> None:
    """Let `api` answer each refusal with its problem; whatever else is raised is a failure of the node."""
    for sort, handler in _HANDLERS.items():
        api.add_exception_handler(sort, handler)


def complaints(gaps: Iterable[Gap]) -> list[Complaint]:
    """The gaps as the API writes them."""
    return [Complaint(field=gap.field, label=gap.label, sentence=gap.sentence, article=gap.article) for gap in gaps]


def _raised(_request: HttpRequest, found: Raised) -> HttpResponse:
    return found.answer()


def _says(status: int, sort: Sort) -> Handler:
    return lambda _request, found: problem(status, sort, str(found))


def _refused(_request: HttpRequest, found: CaseworkRefused) -> HttpResponse:
    sort = Sort.INCOMPLETE if isinstance(found, Incomplete) else Sort.REFUSED
    return problem(422, sort, str(found), complaints(found.gaps))


def _refused_person(_request: HttpRequest, found: PeopleRefused) -> HttpResponse:
    error = Complaint(field=found.field, label=found.field, sentence=found.sentence, article="")
    return problem(422, Sort.REFUSED, found.sentence, [error])


def _changed(_request: HttpRequest, found: ChangedMeanwhile) -> HttpResponse:
    errors = [
        Complaint(field=label, label=label, sentence="The stored value differs from yours.", article="")
        for label in found.fields
    ]
    return problem(412, Sort.CHANGED_MEANWHILE, str(found), errors, {"ETag": f'"{found.version}"'})


def _misshapen(_request: HttpRequest, found: ValidationError) -> HttpResponse:
    errors = misfits(found.errors)
    return problem(422, Sort.REFUSED, " ".join(error.sentence for error in errors[:_TOLD]), errors[:_TOLD])


def _unreadable(request: HttpRequest, found: HttpError) -> HttpResponse:
    """The parser's own problem, which django-ninja wraps in one of its own."""
    if isinstance(found.__cause__, Raised):
        return found.__cause__.answer()
    if isinstance(found, AuthenticationError):
        return unauthenticated(
            "No token came with this call. Send the header “Authorization: Bearer …” with a token from the page "
            "“Your tokens”."
        ).answer()
    return _failed(request, found)


def _missing(_request: HttpRequest, _found: Http404) -> HttpResponse:
    return problem(404, Sort.NOT_FOUND, "There is no such address.")


def _busy(_request: HttpRequest, found: OperationalError) -> HttpResponse:
    log.error("The database did not answer a call of the API: %s", found)
    return problem(
        503,
        Sort.BUSY,
        "The database did not answer in time. Nothing was changed; try again in a moment.",
        headers={"Retry-After": "5"},
    )


def _too_large(_request: HttpRequest, _found: RequestDataTooBig) -> HttpResponse:
    return problem(413, Sort.TOO_LARGE, "The body is larger than this address takes. Send less at once.")


def _failed(request: HttpRequest, found: Exception) -> HttpResponse:
    log.exception("%s %s failed", request.method, request.path, exc_info=found)
    return problem(
        500,
        Sort.FAILED,
        "This node failed to do that, and nothing was changed. Its administrator finds why in its log.",
    )


_HANDLERS: dict[type[Exception], Handler] = {
    Raised: _raised,
    NotFound: _says(404, Sort.NOT_FOUND),
    NoSuchDocument: _says(404, Sort.NOT_FOUND),
    NoSuchKind: _says(404, Sort.NOT_FOUND),
    NoSuchPack: _says(404, Sort.NOT_FOUND),
    Http404: _missing,
    NotEntitled: _says(403, Sort.NOT_ENTITLED),
    NotInThisRole: _says(403, Sort.NOT_ENTITLED),
    NotAllowed: _says(409, Sort.NOT_ALLOWED),
    ChangedMeanwhile: _changed,
    NotSigned: _says(503, Sort.BUSY),
    CaseworkRefused: _refused,
    PeopleRefused: _refused_person,
    ValidationError: _misshapen,
    HttpError: _unreadable,
    OperationalError: _busy,
    RequestDataTooBig: _too_large,
    Exception: _failed,
}
