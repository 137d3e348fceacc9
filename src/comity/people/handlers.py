"""Reactions to Django's own signals about signing in: each becomes an entry of the ledger."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from comity.people.actions.record_sign_in import record_failed_sign_in, record_sign_in, record_sign_out
from comity.people.models.user import User


@receiver(user_logged_in)
def on_signed_in(request: HttpRequest, user: User, **_: Any) -> None:
    record_sign_in(user, address=_address(request))


@receiver(user_logged_out)
def on_signed_out(request: HttpRequest, user: User | None, **_: Any) -> None:
    if user is not None:
        record_sign_out(user, address=_address(request))


@receiver(user_login_failed)
def on_sign_in_failed(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    """Attempts while locked out are refused unread and leave no entry, so that nobody can fill the ledger with them."""
    failures = getattr(request, "axes_failures_since_start", None)
    if request is None or failures is None:
        return
    record_failed_sign_in(
        str(credentials.get("username") or ""),
        address=_address(request),
        failures=failures,
        locked=bool(getattr(request, "axes_locked_out", False)),
    )


def _address(request: HttpRequest) -> str:
    """The address that the rate limit counts by, so that both tell the same story; empty where there is none."""
    return str(getattr(request, "axes_ip_address", None) or request.META.get("REMOTE_ADDR") or "")
