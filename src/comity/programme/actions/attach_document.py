"""Keeping a file with an activity, byte for byte, with its digest."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import activity_for
from comity.programme.models import ActivityDocument
from comity.programme.rules.activity_events import ActivityDocumentAttached, activity_subject
from comity.programme.rules.activity_words import SHORT
from comity.programme.rules.document_file import MOST, checked_file
from comity.programme.rules.texts import text


@transaction.atomic
def attach_document(
    project: str, code: str, content: bytes, *, name: str, title: str = "", public: bool = False, by: User
) -> int:
    """The document's number. Without a title, its file's name is one.

    Raises NotEntitled, NotFound; Refused with the field: a file that is not taken, or that is kept here already.
    """
    activity = activity_for(by, project, code)
    file, kind = checked_file(name, content)
    digest = str(Digest.of(content))
    kept = dict(activity.documents.values_list("digest", "title"))
    if digest in kept:
        raise Refused("file", say("This very file is kept already, as “{digest}”.", digest=kept[digest]))
    if len(kept) >= MOST:
        raise Refused("file", say("An activity keeps {most} files. Remove one that nobody needs first.", most=MOST))
    made = ActivityDocument.objects.create(
        activity=activity,
        title=text("title", title, SHORT) or file,
        file=file,
        media=kind.media,
        content=content,
        size=len(content),
        digest=digest,
        public=public,
        kept_at=clock.now(),
        kept_by=by,
    )
    event = ActivityDocumentAttached(
        subject=activity_subject(project, code),
        title=made.title,
        file=file,
        digest=digest,
        size=made.size,
        public=public,
    )
    record(event, actor=by.actor)
    return made.pk
