"""Letting a program in by its token. Not recorded at each use: what the program then does is."""

from __future__ import annotations

from django.db.models import Q

from comity.kernel import clock
from comity.people.models.token import Token
from comity.people.queries.tokens import Holder, holder_of
from comity.people.rules.tokens import Purpose, seen_before


def use_token(secret: str, *, purpose: Purpose = Purpose.API) -> Holder:
    """Whose token it is and what it may do; keeps, to the minute, that it was used. Raises TokenRefused."""
    holder = holder_of(secret, purpose=purpose)
    now = clock.now()
    if holder.last_used_at is None or holder.last_used_at <= seen_before(now):
        Token.objects.filter(Q(last_used_at=None) | Q(last_used_at__lte=seen_before(now)), pk=holder.token).update(
            last_used_at=now
        )
    return holder
