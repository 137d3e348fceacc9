"""Keeping a file with a request: what every way of adding one has in common. Checks the file, not who may add it."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Max

from comity.casework.models.attachment import Attachment
from comity.casework.models.request import Request
from comity.casework.rules.bundle.bounds import LONGEST_TITLE, MIB, check_room, safe_name, too_large
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.refusal import refused
from comity.casework.rules.wording import line
from comity.documents.queries.recognition import Busy, FileNotTaken, recognised
from comity.documents.rules.found_file import FoundFile
from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.people.models.user import User

BUSY = noted("The node is reading other files at this moment, so this one was not kept. Give it again in a minute.")
NO_FILE = noted("No file arrived, or it is empty. Choose the file first, then press the button.")


@dataclass(frozen=True, slots=True)
class Given:
    """A file that was looked into, and can be kept."""

    content: bytes
    name: str
    digest: Digest
    found: FoundFile

    @property
    def media_type(self) -> str:
        return self.found.kind.media if self.found.kind else ""


def largest() -> int:
    """Bytes that one file may have on this node."""
    return settings.ENV.attachment_mb * MIB


def look_into(content: bytes, name: str) -> Given:
    """The file, recognised in a process of its own: before any row is locked, since it may take ten seconds.

    Raises Refused with what was found and what to do.
    """
    if not content:
        raise refused("file", say("File"), said(NO_FILE))
    if len(content) > largest():
        raise refused("file", "File", too_large(largest()))
    safe = safe_name(name)
    try:
        found = recognised(content, safe)
    except FileNotTaken as problem:
        raise refused("file", "File", str(problem)) from problem
    except Busy as problem:
        raise refused("file", say("File"), said(BUSY)) from problem
    return Given(content, safe, Digest.of(content), found)


def keep_attachment(
    request: Request,
    given: Given,
    *,
    sort: Nature,
    title: str,
    language: str = "",
    translates: Attachment | None = None,
    by: User,
) -> Attachment:
    """The row. `request` is locked. Without a title, the file's name is one.

    Raises Refused where there is no room, or the very file is there already.
    """
    there = request.attachments.filter(removed_at=None)
    sizes = list(there.values_list("size", flat=True))
    check_room(len(given.content), sizes, largest=largest())
    same = there.filter(digest=given.digest).values_list("title", flat=True).first()
    if same is not None:
        raise refused("file", say("File"), say("This very file is attached already, as “{same}”.", same=same))
    last = request.attachments.aggregate(last=Max("number"))["last"] or 0
    return Attachment.objects.create(
        request=request,
        number=last + 1,
        sort=sort.value,
        title=printable(title or given.name, "title", say("Title")),
        name=given.name,
        media_type=given.media_type,
        size=len(given.content),
        digest=given.digest,
        language=language,
        pages=given.found.pages,
        translates=translates,
        content=given.content,
        added_at=clock.now(),
        added_by=by,
    )


def printable(text: str, field: str, label: str, *, required: bool = True) -> str:
    """One line that can stand on paper. Raises Refused."""
    words = line(text, field, label, LONGEST_TITLE, required=required)
    if not words.isprintable():
        raise refused(
            field, label, say("{label}: there is a character that cannot be printed. Type the text again.", label=label)
        )
    return words
