"""Keeping what a draft says, where an edit is about to leave it behind: once for each sitting, not for each change."""

from __future__ import annotations

from datetime import datetime

from comity.casework.models.draft_version import DraftVersion
from comity.casework.models.request import Request
from comity.casework.rules.versions.sitting import Standing, begins
from comity.people.models.user import User


def keep_version(request: Request, *, by: User, now: datetime) -> None:
    """Keep the content of `request`, locked and not changed yet, if an edit by `by` begins a new sitting.

    Part of the action that edits; what it changes, that action records.
    """
    kept = DraftVersion.objects.filter(request=request)
    since = kept.order_by("-version").values_list("kept_at", flat=True).first() or request.created_at
    standing = Standing(request.changed_by_id, request.changed_at, since, request.returned_at)
    if begins(standing, by=by.pk, now=now):
        DraftVersion.objects.create(
            request=request,
            version=request.version,
            content=request.content,
            kept_at=now,
        )
