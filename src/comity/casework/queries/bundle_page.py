"""The bundle of a request: what goes along with it, or should have come along, and whole as one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from comity.casework.models.attachment import Attachment
from comity.casework.models.request import Request
from comity.casework.models.translation import Translation
from comity.casework.queries.arrivals import reading_of
from comity.casework.queries.going_along import GoingAlong, going_along
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.bundle.closing import why_closed
from comity.casework.rules.bundle.listed import Listed
from comity.casework.rules.bundle.manifest import SUMS, place_name, sums
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.bundle.translation import TranslationState
from comity.casework.rules.bundle.zip_stream import Part
from comity.casework.rules.direction import Direction
from comity.casework.rules.refusal import NotFound
from comity.casework.rules.transitions import State
from comity.documents.queries.documents import document, document_content
from comity.documents.rules.file_kind import media_label
from comity.kernel.language_words import language_words
from comity.people.models.user import User
from comity.people.queries.roles import roles_of


@dataclass(frozen=True, slots=True)
class TranslationView:
    """A sworn translation: of what (in words), into which language, and where it stands. `number` is its own,
    `attachment` that of its file, None before there is one."""

    number: int
    of: str
    language: str
    state: TranslationState
    translator: str
    demanded: bool
    due_on: date | None
    certified_by: str
    certified_on: date | None
    reason: str
    ordered_by: str
    ordered_at: datetime
    attachment: int | None

    @property
    def language_name(self) -> str:
        return language_words(self.language)

    @property
    def state_label(self) -> str:
        return self.state.label


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """A file that is there. `number` names it in addresses, `place` is its number in the letter's list."""

    number: int
    place: int
    sort: Nature
    title: str
    name: str
    media_type: str
    size: int
    digest: str
    language: str
    pages: int | None
    added_at: datetime
    added_by: str
    of: str
    translation: TranslationView | None

    @property
    def sort_label(self) -> str:
        return self.sort.label

    @property
    def media_label(self) -> str:
        return media_label(self.media_type)

    @property
    def language_name(self) -> str:
        return language_words(self.language) if self.language else ""


@dataclass(frozen=True, slots=True)
class Awaited:
    """A line of an arrived letter's list, and the number of the file that came for it; None where none has yet."""

    listed: Listed
    attachment: int | None


@dataclass(frozen=True, slots=True)
class RemovedView:
    """What was taken out again: its hash is all that is left."""

    sort_label: str
    title: str
    digest: str
    removed_at: datetime
    removed_by: str


@dataclass(frozen=True, slots=True)
class BundlePage:
    """`incoming` says that others wrote the request. `why_closed` says why nothing can be changed now; empty where it
    can. `awaited` is None where the letter has no list. `frozen` says that the letter is signed and lists what is
    here; `unlisted`, that it is signed and is of before there were such lists.
    """

    reference: str
    incoming: bool
    attachments: tuple[AttachmentView, ...]
    awaiting: tuple[TranslationView, ...]
    settled: tuple[TranslationView, ...]
    removed: tuple[RemovedView, ...]
    awaited: tuple[Awaited, ...] | None
    why_closed: str
    frozen: bool
    unlisted: bool

    @property
    def size(self) -> int:
        """Bytes of all of them."""
        return sum(one.size for one in self.attachments)

    @property
    def gone(self) -> int:
        """How many files were taken out, and translations cancelled."""
        return len(self.removed) + len(self.settled)

    @property
    def missing(self) -> int:
        """How many files of an arrived letter's list have not come yet."""
        return sum(one.attachment is None for one in self.awaited or ())

    def translation(self, number: int) -> TranslationView:
        """Raises NotFound."""
        every = (*self.awaiting, *self.settled, *(one.translation for one in self.attachments))
        found = next((one for one in every if one and one.number == number), None)
        if found is None:
            raise NotFound("translation")
        return found


def bundle_page(user: User, reference: str) -> BundlePage:
    """Raises NotFound, for a hidden request too."""
    request = request_of(visible_requests(user), reference)
    along = going_along(request)
    views = tuple(_translation(along, row) for row in along.translations)
    there = tuple(_attachment(along, row, views) for row in along.attachments)
    without = [view for view in views if view.attachment is None]
    direction = Direction(request.direction)
    return BundlePage(
        reference=request.reference,
        incoming=direction is Direction.INCOMING,
        attachments=there,
        awaiting=tuple(view for view in without if view.state is not TranslationState.CANCELLED),
        settled=tuple(view for view in without if view.state is TranslationState.CANCELLED),
        removed=_removed(request),
        awaited=_awaited(request, there) if direction is Direction.INCOMING else None,
        why_closed=why_closed(direction, State(request.state), roles_of(user)),
        frozen=request.listed is not None,
        unlisted=request.document_id is not None and request.listed is None,
    )


class FileOut(NamedTuple):
    """A file to save."""

    content: bytes
    media_type: str
    name: str


def attachment_file(user: User, reference: str, number: int) -> FileOut:
    """The attachment's bytes. Raises NotFound, for one of a hidden request too."""
    request = request_of(visible_requests(user).only("pk"), reference)
    found = Attachment.objects.filter(request=request, number=number, removed_at=None).first()
    if found is None:
        raise NotFound("attachment")
    return FileOut(bytes(found.content or b""), found.media_type, found.name)


def bundle_parts(user: User, reference: str) -> Iterator[Part]:
    """Every file of the bundle for a ZIP file, the signed letter first and the list of hashes last. Bytes are read one
    file at a time. Raises NotFound at once, before anything is asked for."""
    request = request_of(visible_requests(user), reference)
    return _parts(request, going_along(request))


def _parts(request: Request, along: GoingAlong) -> Iterator[Part]:
    hashed: list[tuple[str, str]] = []
    moment = request.created_at
    if request.document_id is not None:
        paper = document(request.document_id)
        name, moment = place_name(0, paper.file_name), paper.created_at
        hashed.append((name, paper.digest))
        yield name, moment, _letter(request)
    for place, row in enumerate(along.attachments, 1):
        name = place_name(place, row.name)
        hashed.append((name, row.digest))
        yield name, row.added_at, _bytes(row.pk)
    yield SUMS, moment, lambda: sums(hashed)


def _letter(request: Request) -> Callable[[], bytes]:
    number = request.document_id
    return lambda: document_content(number) if number else b""


def _bytes(key: int) -> Callable[[], bytes]:
    return lambda: bytes(Attachment.objects.values_list("content", flat=True).get(pk=key) or b"")


def _attachment(along: GoingAlong, row: Attachment, translations: tuple[TranslationView, ...]) -> AttachmentView:
    sort = Nature(row.sort)
    return AttachmentView(
        number=row.number,
        place=along.place(row.pk),
        sort=sort,
        title=row.title,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        digest=row.digest,
        language=row.language,
        pages=row.pages,
        added_at=row.added_at,
        added_by=row.added_by.display_name,
        of=along.words(row.translates_id) if sort.is_translation else "",
        translation=next((one for one in translations if one.attachment == row.number), None),
    )


def _translation(along: GoingAlong, row: Translation) -> TranslationView:
    return TranslationView(
        number=row.number,
        of=along.words(row.of_id),
        language=row.language,
        state=TranslationState(row.state),
        translator=row.translator,
        demanded=row.demanded,
        due_on=row.due_on,
        certified_by=row.certified_by,
        certified_on=row.certified_on,
        reason=row.reason,
        ordered_by=row.ordered_by.display_name,
        ordered_at=row.ordered_at,
        attachment=next((one.number for one in along.attachments if one.pk == row.file_id), None),
    )


def _removed(request: Request) -> tuple[RemovedView, ...]:
    rows = Attachment.objects.filter(request=request, removed_at__isnull=False).select_related("removed_by")
    return tuple(
        RemovedView(Nature(row.sort).label, row.title, row.digest, row.removed_at, row.removed_by.display_name)
        for row in rows
        if row.removed_at and row.removed_by
    )


def _awaited(request: Request, there: tuple[AttachmentView, ...]) -> tuple[Awaited, ...] | None:
    reading = reading_of(request)
    if reading is None or not reading.claimed_files.known:
        return None
    by_digest = {one.digest: one.number for one in there}
    return tuple(Awaited(one, by_digest.get(one.sha256)) for one in reading.claimed_files.listed)
