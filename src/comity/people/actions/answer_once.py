"""Carrying out a program's call once, however often it is repeated under its key."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

from django.db import connection, transaction

from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.people.models.user import User
from comity.people.rules.answer import KEPT_FOR, Answer


class RepeatedDifferently(Exception):
    """The key was used for another call before."""

    def __init__(self) -> None:
        super().__init__("This Idempotency-Key was used for another call. Use a new key for each thing to be done.")


class InProgress(Exception):
    """A call with this key is being carried out at this moment."""

    def __init__(self) -> None:
        super().__init__("A call with this Idempotency-Key is being carried out. Repeat it in a second.")


@transaction.atomic
def answer_once(user: User, key: str, digest: Digest, act: Callable[[], Answer]) -> Answer:
    """The answer kept for `key`, else that of `act`, which is kept with all that `act` changed, or not at all.

    The ledger says what `act` did; of the key it says nothing. Raises RepeatedDifferently where the kept answer is to
    a call with another `digest`, InProgress while another transaction carries the call out, and whatever `act` raises.
    """
    now = clock.now()
    kept = _kept(user, key, now)
    if kept is not None:
        if kept[0] != digest:
            raise RepeatedDifferently
        return kept[1]
    answer = act()
    _keep(user, key, digest, answer, now)
    return answer


def _kept(user: User, key: str, now: datetime) -> tuple[str, Answer] | None:
    """The digest of the call that `key` was used for, and its answer; None for a key that is free. From now until the
    end of this transaction, the key is ours. Raises InProgress where it is another's."""
    with connection.cursor() as cursor:
        cursor.execute(_HOLD_AND_LOOK, [f"answer:{user.pk}:{key}", user.pk, key, now - KEPT_FOR])
        if not cursor.fetchone()[0]:
            raise InProgress
        cursor.nextset()
        found = cursor.fetchone()
    return (found[0], Answer(found[1], json.loads(found[2]), found[3])) if found else None


_HOLD_AND_LOOK = """
SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0));
SELECT digest, status, headers::text, body FROM people_answeredcall WHERE user_id = %s AND key = %s AND at > %s
"""
"""Sent at once, yet two statements: the second looks after the key was given, so it sees what its last holder kept."""


def _keep(user: User, key: str, digest: Digest, answer: Answer, now: datetime) -> None:
    """In place of an older answer, which nobody may ask for any more."""
    with connection.cursor() as cursor:
        headers = json.dumps(dict(answer.headers))
        cursor.execute(_KEEP, [user.pk, key, digest, answer.status, headers, answer.body, now])


_KEEP = """
INSERT INTO people_answeredcall (user_id, key, digest, status, headers, body, at)
VALUES (%s, %s, %s, %s, %s::jsonb, %s, %s)
ON CONFLICT (user_id, key) DO UPDATE SET
    digest = excluded.digest, status = excluded.status, headers = excluded.headers, body = excluded.body,
    at = excluded.at
"""
