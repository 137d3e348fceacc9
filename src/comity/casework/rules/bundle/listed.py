"""An attachment as the letter lists it, for a reader and for a machine. Says nothing of where its bytes are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.bundle.translation import TranslationState
from comity.casework.rules.shapes import day
from comity.documents.rules import letter as paper
from comity.documents.rules.file_kind import media_label
from comity.kernel import cldr
from comity.kernel.words import say, spoken

THE_LETTER = "letter"
"""What stands for the letter itself where a translation says of what it is one."""

NOTHING_ATTACHED = "Nothing is attached."
ATTACHED = "Attachments"


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list. `number` is its place, from one. `language` and `pages` are empty and None where they are
    not known; `of` is THE_LETTER, or the number of the attachment that it translates; empty for what is no translation.
    """

    number: int
    sort: Nature
    title: str
    name: str
    media_type: str
    size: int
    sha256: str
    language: str = ""
    pages: int | None = None
    of: str = ""
    state: TranslationState | None = None
    certified_by: str = ""
    certified_on: str = ""

    def plain(self) -> dict[str, Any]:
        """In JSON's own types; what is not known is left out."""
        known = {
            "number": self.number,
            "kind": self.sort.value,
            "title": self.title,
            "name": self.name,
            "media_type": self.media_type,
            "size": self.size,
            "sha256": self.sha256,
            "language": self.language,
            "pages": self.pages,
            "translation": self._translation(),
        }
        return {name: value for name, value in known.items() if value not in ("", None)}

    def _translation(self) -> dict[str, Any] | None:
        if not self.sort.is_translation:
            return None
        of: str | int = self.of if self.of == THE_LETTER or not self.of else int(self.of)
        known = {
            "of": of,
            "state": self.state.value if self.state else "",
            "certified_by": self.certified_by,
            "certified_on": self.certified_on,
        }
        return {name: value for name, value in known.items() if value != ""}

    @classmethod
    def from_plain(cls, kept: Mapping[str, Any]) -> Listed:
        """What `plain` gave; for a stranger's, see `claimed`."""
        translation = kept.get("translation", {})
        return cls(
            number=kept["number"],
            sort=Nature(kept["kind"]),
            title=kept["title"],
            name=kept["name"],
            media_type=kept["media_type"],
            size=kept["size"],
            sha256=kept["sha256"],
            language=kept.get("language", ""),
            pages=kept.get("pages"),
            of=str(translation.get("of", "")),
            state=TranslationState(translation["state"]) if translation.get("state") else None,
            certified_by=translation.get("certified_by", ""),
            certified_on=translation.get("certified_on", ""),
        )

    @property
    def facts(self) -> str:
        """“PDF, pages: 2, language: Georgian, 31,204 bytes”, in the language spoken here."""
        pages = say("pages: {count}", count=self.pages) if self.pages else ""
        language = say("language: {name}", name=cldr.language_name(self.language, spoken())) if self.language else ""
        size = say("{count} bytes", count=f"{self.size:,}")
        return ", ".join(filter(None, (media_label(self.media_type), pages, language, size)))

    @property
    def translation_words(self) -> str:
        """What it translates, and whether somebody answers for it; empty for what is no translation."""
        if not self.sort.is_translation:
            return ""
        words = self._translates()
        if self.state is TranslationState.CERTIFIED:
            on = day(self.certified_on)
            written = cldr.long_day(on, spoken()) if on else self.certified_on
            return say("{words}, certified by {whom} on {day}", words=words, whom=self.certified_by, day=written)
        return say("{words}, not certified yet", words=words) if self.sort is Nature.SWORN else words

    def _translates(self) -> str:
        if self.of == THE_LETTER:
            return say("Translation of the letter")
        return say("Translation of attachment {number}", number=self.of) if self.of else say("Translation")


def _to_compare(digest: str) -> str:
    """A digest in groups of eight on two lines, which an eye can follow."""
    groups = [digest[start : start + 8] for start in range(0, len(digest), 8)]
    return "\n".join(" ".join(groups[start : start + 4]) for start in range(0, len(groups), 4))


def section(number: str, listed: Iterable[Listed]) -> paper.Section:
    """The letter's last section: each attachment with what tells it apart from every other file."""
    rows = tuple(_row(one) for one in listed)
    return paper.Section(number, say(ATTACHED), "" if rows else say(NOTHING_ATTACHED), rows)


def _row(one: Listed) -> paper.Row:
    lines = (one.title, one.translation_words, one.facts, f"SHA-256 {_to_compare(one.sha256)}")
    return paper.Row(f"{one.number}. {say(one.sort.label)}", tuple(filter(None, lines)))
