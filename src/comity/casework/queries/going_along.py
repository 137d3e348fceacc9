"""What goes along with a request: its attachments and sworn translations as rows, and as the letter lists them.

Never reads a file's bytes.
"""

from __future__ import annotations

from dataclasses import dataclass

from comity.casework.models.attachment import Attachment
from comity.casework.models.request import Request
from comity.casework.models.translation import Translation
from comity.casework.rules.bundle.listed import THE_LETTER, Listed
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.bundle.translation import Order, TranslationState
from comity.kernel.words import say


@dataclass(frozen=True, slots=True)
class GoingAlong:
    """`attachments` are those that are there, in their order; `translations` every one that was ordered."""

    attachments: tuple[Attachment, ...]
    translations: tuple[Translation, ...]

    def place(self, attachment: int | None) -> int:
        """The place of an attachment in the list, from one, by its key; 0 where it is not there."""
        keys = [one.pk for one in self.attachments]
        return keys.index(attachment) + 1 if attachment in keys else 0

    def words(self, attachment: int | None) -> str:
        """What a translation is one of, in words."""
        if attachment is None:
            return say("the letter")
        place = self.place(attachment)
        return say("attachment {place}", place=place) if place else say("an attachment that was taken out")

    def order(self, row: Translation) -> Order:
        return Order(
            self.words(row.of_id),
            row.language,
            TranslationState(row.state),
            row.demanded,
            row.due_on,
            row.number,
        )

    @property
    def orders(self) -> tuple[Order, ...]:
        return tuple(self.order(row) for row in self.translations)

    @property
    def listed(self) -> tuple[Listed, ...]:
        return tuple(self._listed(place, row) for place, row in enumerate(self.attachments, 1))

    @property
    def languages(self) -> frozenset[str]:
        """Those into which the letter is translated, or will be."""
        there = {
            row.language
            for row in self.attachments
            if Nature(row.sort).is_translation and row.translates_id is None and row.language
        }
        coming = {row.language for row in self.translations if row.of_id is None and self.order(row).open}
        return frozenset(there | coming)

    def translation_of(self, attachment: Attachment) -> Translation | None:
        """The sworn translation that this file is."""
        return next((row for row in self.translations if row.file_id == attachment.pk), None)

    def _listed(self, place: int, row: Attachment) -> Listed:
        sort, sworn = Nature(row.sort), self.translation_of(row)
        of = THE_LETTER if row.translates_id is None else str(self.place(row.translates_id) or "")
        return Listed(
            number=place,
            sort=sort,
            title=row.title,
            name=row.name,
            media_type=row.media_type,
            size=row.size,
            sha256=row.digest,
            language=row.language,
            pages=row.pages,
            of=of if sort.is_translation else "",
            state=TranslationState(sworn.state) if sworn else None,
            certified_by=sworn.certified_by if sworn else "",
            certified_on=sworn.certified_on.isoformat() if sworn and sworn.certified_on else "",
        )


def going_along(request: Request) -> GoingAlong:
    """Two queries."""
    rows = Attachment.objects.filter(request=request, removed_at=None).defer("content").select_related("added_by")
    translations = Translation.objects.filter(request=request).select_related("ordered_by")
    return GoingAlong(tuple(rows), tuple(translations))


def listed_of(request: Request, along: GoingAlong | None = None) -> tuple[Listed, ...] | None:
    """The list in the letter: as it was signed, else as it stands now, which `along` has where that was read. None for
    letters of before there was such a list, and for what arrived: others wrote that."""
    if request.listed is not None:
        return tuple(Listed.from_plain(one) for one in request.listed)
    if request.document_id is not None or request.received_at is not None:
        return None
    return (along or going_along(request)).listed
