"""Studies and other papers of a project: their states, what each step needs, and which files they may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from comity.kernel.sayable import said, sayable
from comity.kernel.words import say
from comity.people.rules.refusal import Refused
from comity.programme.rules.texts import countries, needed

LARGEST = 20 * 1024 * 1024
"""Bytes of a version's file."""
TOO_LARGE = sayable(
    "This file is larger than {megabytes} MB. Make it smaller, or add it in parts.", megabytes=LARGEST // 1024 // 1024
)
MEDIA_TYPES: Mapping[str, tuple[str, bytes]] = {
    "pdf": ("application/pdf", b"%PDF-"),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04"),
    "odt": ("application/vnd.oasis.opendocument.text", b"PK\x03\x04"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK\x03\x04"),
    "pptx": ("application/vnd.openxmlformats-officedocument.presentationml.presentation", b"PK\x03\x04"),
}
"""By the ending of a file's name: its media type, and how such a file begins."""


class StudyKind(StrEnum):
    """What sort of paper."""

    ANALYSIS = "analysis"
    MAPPING_STUDY = "mapping-study"
    DRAFT_AMENDMENT = "draft-amendment"
    TEMPLATE = "template"
    STUDY = "study"

    @property
    def label(self) -> str:
        return self.value.replace("-", " ")


class StudyState(StrEnum):
    """From the plan to the resource tool."""

    PLANNED = "planned"
    UNDER_WAY = "under-way"
    IN_REVIEW = "in-review"
    FINAL = "final"
    PUBLISHED = "published"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        return self.value.replace("-", " ")

    @property
    def is_open(self) -> bool:
        return self in {StudyState.PLANNED, StudyState.UNDER_WAY, StudyState.IN_REVIEW}


@dataclass(frozen=True, slots=True)
class StudyWords:
    """What is said of a paper. `result` is the number of the expected result that it serves, `countries` are those that
    it is about; empty for none in particular."""

    kind: StudyKind
    title: str
    due: date | None = None
    result: str = ""
    countries: tuple[str, ...] = ()


def checked_words(words: StudyWords) -> StudyWords:
    """As they are kept. Raises Refused with the field."""
    title = needed("title", " ".join(words.title.split()), say("A title is needed."), 300)
    return replace(words, title=title, countries=countries("countries", words.countries))


NEXT: Mapping[StudyState, tuple[StudyState, ...]] = {
    StudyState.PLANNED: (StudyState.UNDER_WAY, StudyState.DROPPED),
    StudyState.UNDER_WAY: (StudyState.IN_REVIEW, StudyState.DROPPED),
    StudyState.IN_REVIEW: (StudyState.FINAL, StudyState.UNDER_WAY, StudyState.DROPPED),
    StudyState.FINAL: (StudyState.PUBLISHED, StudyState.UNDER_WAY),
    StudyState.PUBLISHED: (StudyState.UNDER_WAY,),
    StudyState.DROPPED: (StudyState.PLANNED,),
}


def may_move(state: StudyState, to: StudyState, *, versions: int, own: bool) -> None:
    """Raises Refused unless the step can be taken. `own`: whoever takes it added the last version."""
    if to not in NEXT[state]:
        raise Refused(
            "state", say("A paper that is {state} cannot become {to}.", state=said(state.label), to=said(to.label))
        )
    if to in {StudyState.IN_REVIEW, StudyState.FINAL, StudyState.PUBLISHED} and not versions:
        raise Refused("state", say("There is no version of this paper yet. Add its file first."))
    if to is StudyState.FINAL and own:
        raise Refused("state", say("You added the last version yourself. Another programme officer must review it."))


def overdue(state: StudyState, due: date | None, today: date) -> bool:
    """On its day something is due, not overdue."""
    return due is not None and state.is_open and due < today


def media_type(name: str, content: bytes) -> str:
    """Of a version's file. Raises Refused for what is empty, too large, or not what its name says."""
    ending = name.rpartition(".")[2].lower()
    if ending not in MEDIA_TYPES:
        raise Refused(
            "file",
            say(
                "“{value}” is not a kind of file that papers are kept as: {media_types}.",
                value=name[-60:],
                media_types=", ".join(MEDIA_TYPES),
            ),
        )
    if not content:
        raise Refused("file", say("This file is empty."))
    if len(content) > LARGEST:
        raise Refused("file", said(TOO_LARGE))
    found, beginning = MEDIA_TYPES[ending]
    if not content.startswith(beginning):
        raise Refused(
            "file",
            say(
                "“{value}” is no {ending} file, whatever its name says. Save it anew as one.",
                value=name[-60:],
                ending=ending.upper(),
            ),
        )
    return found
