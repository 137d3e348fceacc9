"""The list of attachments in a stranger's letter: what it claims goes along, checked entry by entry. Trusts none of it.

What cannot be taken is left out, and said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

from comity.casework.rules.bundle.bounds import LONGEST_TITLE, MOST_FILES, safe_name
from comity.casework.rules.bundle.listed import THE_LETTER, Listed
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.bundle.translation import TranslationState
from comity.kernel.words import noted

_SHA256 = re.compile(r"[0-9a-f]{64}")
_MEDIA = re.compile(r"[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,90}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LARGEST = 10**12
_MOST_PAGES = 100_000
_LONGEST_PATH = 400


@dataclass(frozen=True, slots=True)
class Claimed:
    """`known` is false where the letter has no list at all: then nobody can tell whether anything was to come along."""

    known: bool = False
    listed: tuple[Listed, ...] = ()
    sentences: tuple[str, ...] = ()

    def plain(self) -> list[dict[str, Any]] | None:
        """The list in JSON's own types; None where there is none."""
        return [one.plain() for one in self.listed] if self.known else None


NOTHING_CLAIMED = Claimed()


def claimed(copy: Mapping[str, Any]) -> Claimed:
    """What the machine-readable copy of a letter lists. Never raises."""
    if "attachments" not in copy:
        return Claimed()
    given = copy["attachments"]
    if not isinstance(given, list):
        return Claimed(sentences=(noted("Its list of attachments cannot be read. Compare the letter itself."),))
    sentences: list[str] = []
    if len(given) > MOST_FILES:
        sentences.append(f"It lists {len(given)} attachments; the first {MOST_FILES} are read here.")
    found: list[Listed] = []
    for place, entry in enumerate(given[:MOST_FILES], 1):
        one = _one(entry)
        if one is None or any(one.sha256 == other.sha256 for other in found):
            sentences.append(f"Line {place} of its list of attachments cannot be read. Compare the letter itself.")
        else:
            found.append(one)
    return Claimed(known=True, listed=tuple(found), sentences=tuple(sentences))


def _one(entry: Any) -> Listed | None:
    if not isinstance(entry, dict):
        return None
    number, size, digest = entry.get("number"), entry.get("size"), entry.get("sha256")
    if not _whole(number, MOST_FILES) or not _whole(size, _LARGEST):
        return None
    if not isinstance(digest, str) or not _SHA256.fullmatch(digest):
        return None
    translation = entry.get("translation")
    about = translation if isinstance(translation, dict) else {}
    sort = _sort(entry.get("kind"))
    title = _text(entry.get("title"), LONGEST_TITLE)
    return Listed(
        number=number,
        sort=sort,
        title=title or sort.label,
        name=safe_name(name[:_LONGEST_PATH] if isinstance(name := entry.get("name"), str) else ""),
        media_type=entry["media_type"] if _matches(_MEDIA, entry.get("media_type")) else "application/octet-stream",
        size=size,
        sha256=digest,
        language=entry["language"] if _matches(_LANGUAGE, entry.get("language")) else "",
        pages=entry["pages"] if _whole(entry.get("pages"), _MOST_PAGES) else None,
        of=_of(about.get("of")) if sort.is_translation else "",
        state=_state(about.get("state")) if sort is Nature.SWORN else None,
        certified_by=_text(about.get("certified_by"), LONGEST_TITLE),
        certified_on=about["certified_on"] if _matches(_DAY, about.get("certified_on")) else "",
    )


def _whole(value: Any, most: int) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= most


def _matches(pattern: re.Pattern[str], value: Any) -> TypeGuard[str]:
    return isinstance(value, str) and bool(pattern.fullmatch(value))


def _text(value: Any, longest: int) -> str:
    """Its words without what is not seen."""
    if not isinstance(value, str):
        return ""
    seen = (character if character.isprintable() else " " for character in value[: 4 * longest])
    return " ".join("".join(seen).split())[:longest]


def _sort(value: Any) -> Nature:
    return Nature(value) if isinstance(value, str) and value in {one.value for one in Nature} else Nature.OTHER


def _state(value: Any) -> TranslationState | None:
    known = isinstance(value, str) and value in {one.value for one in TranslationState}
    return TranslationState(value) if known else None


def _of(value: Any) -> str:
    if value == THE_LETTER:
        return THE_LETTER
    return str(value) if _whole(value, MOST_FILES) else ""
