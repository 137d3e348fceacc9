"""Carrying out a program's call once, however often it is repeated under its key."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection, transaction

from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.people.models.answered_call import AnsweredCall
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
    if not _first_in_line(user, key):
        raise InProgress
    now = clock.now()
    kept = AnsweredCall.objects.filter(user=user, key=key).first()
    if kept is not None and kept.at > now - KEPT_FOR:
        if kept.digest != digest:
            raise RepeatedDifferently
        return Answer(kept.status, kept.headers, kept.body)
    if kept is not None:
        kept.delete()
    answer = act()
    AnsweredCall.objects.create(
        user=user,
        key=key,
        digest=digest,
        status=answer.status,
        headers=dict(answer.headers),
        body=answer.body,
        at=now,
    )
    return answer


def _first_in_line(user: User, key: str) -> bool:
    """Whether no other transaction holds the key; from now until the end of this one, we do."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", [f"answer:{user.pk}:{key}"])
        return bool(cursor.fetchone()[0])
