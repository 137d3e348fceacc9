"""Writing a new request's row, in SQL that is made once for each process.

Whoever drafts next waits for this row's number until it is committed, and making the SQL took longer than running it.
"""

from __future__ import annotations

from django.db import connection

from comity.casework.models.request import Request
from comity.people.models.user import User


def insert_draft(request: Request, by: User) -> None:
    """Insert `request`, which has no row yet, with `by` as the first of its editors."""
    values = [field.get_db_prep_save(getattr(request, field.attname), connection) for field in _FIELDS]
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, [*values, by.pk])
        request.pk = int(cursor.fetchone()[0])
    request._state.adding, request._state.db = False, connection.alias


_FIELDS = [field for field in Request._meta.concrete_fields if not field.primary_key]
_INSERT = f"""
WITH drafted AS (
    INSERT INTO casework_request ({", ".join(f'"{field.column}"' for field in _FIELDS)})
    VALUES ({", ".join(["%s"] * len(_FIELDS))})
    RETURNING id
)
INSERT INTO casework_request_editors (request_id, user_id) SELECT id, %s FROM drafted RETURNING request_id
"""  # noqa: S608  our own columns
