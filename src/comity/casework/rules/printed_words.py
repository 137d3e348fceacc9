"""Every fixed word that a letter of any kind may bear, with the places where it stands: what translators are given.

Found by saying each declaration as a letter says it, before a listener; so that what is said otherwise, is found too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from comity.casework.rules import saying
from comity.casework.rules.bundle.listed import THE_LETTER, Listed
from comity.casework.rules.bundle.listed import section as attachments
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.bundle.translation import TranslationState
from comity.casework.rules.declaration import Kind, Part, Section
from comity.casework.rules.fields import FieldSpec, Shape
from comity.casework.rules.footing import Footing
from comity.casework.rules.letter import NOTHING_SAID, OTHER_BASIS, PERIOD, closing
from comity.documents.rules.form_words import FORM_WORDS
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.words import say, speaking

_ELSEWHERE = Footing("another treaty")


class Listener:
    """A catalogue that holds nothing, and keeps in order what it was asked for."""

    language = "en"

    def __init__(self) -> None:
        self.heard: dict[str, list[str]] = {}
        self.place = ""

    def message(self, english: str) -> str:
        places = self.heard.setdefault(english, [])
        if self.place and self.place not in places:
            places.append(self.place)
        return english

    def counted(self, one: str, _many: str, _count: int) -> str:
        raise TypeError(f"No letter counts: “{one}”.")


def printed_words(kinds: Iterable[Kind], treaties: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """English words -> where they stand, in the order in which letters are read. `treaties` are the titles by which
    letters name what they rest on (see `rules.footing.treaty_name`)."""
    listener = Listener()
    with speaking(listener):
        for place in _places(kinds, treaties):
            listener.place = place
    return {english: tuple(places) for english, places in listener.heard.items()}


def _places(kinds: Iterable[Kind], treaties: Iterable[str]) -> Iterator[str]:
    """Names the next place, then says what stands there: a generator, so that listener and speaker take turns."""
    for name, english in FORM_WORDS.items():
        yield f"every letter: {name.replace('_', ' ')}"
        say(english)
    yield "every letter, under the title of a section that says nothing"
    say(NOTHING_SAID)
    yield "dates: two days"
    say(PERIOD)
    yield "article, for example 29(2)(a)"
    saying.article("Article 1")
    yield "articles of a treaty, for example “42 and 43”"
    saying.treaty("Convention on Cybercrime (ETS No. 185), Articles 1 and 2")
    yield "a name and what it stands before, for example “IP address: 203.0.113.45”"
    saying.named("", "")
    yield "the European Treaty Series, by its number"
    saying.instrument("ETS 1")
    yield "the Council of Europe Treaty Series, by its number"
    saying.instrument("CETS 1")
    for kind in kinds:
        yield from _of_kind(kind)
    yield "under the title, where a letter rests on another treaty"
    say(OTHER_BASIS)
    yield "a treaty's title"
    for title in treaties:
        say(title)
    yield "the list of attachments"
    _of_attachments()
    yield "a type of identifier"
    for type_ in IdentifierType:
        say(type_.label)


def _of_attachments() -> None:
    for number, sort in enumerate(Nature, start=1):
        for of, state in (("", None), (THE_LETTER, TranslationState.CERTIFIED), ("1", None)):
            one = Listed(
                number, sort, "", "", "", 1, "", language="en", pages=1, of=of, state=state, certified_on="2026-01-02"
            )
            attachments("", [one])
    attachments("", [])


def _of_kind(kind: Kind) -> Iterator[str]:
    yield f"title: {kind.name}"
    say(kind.title)
    yield f"under the title: {kind.name}"
    say(kind.subtitle)
    for section in kind.sections:
        yield from _of_section(kind, section)
    yield f"closing words: {kind.name}"
    say(closing(kind, Footing()))
    yield f"closing words where it rests on another treaty: {kind.name}"
    say(closing(kind, _ELSEWHERE))


def _of_section(kind: Kind, section: Section) -> Iterator[str]:
    if section.part not in {Part.HEAD, Part.STATUS}:  # their titles are the form's own
        yield f"title of section {section.number}: {kind.name}"
        say(section.title)
    if section.part is Part.REQUESTING:
        yield "above the signature"
        saying.signed_for(section.title)
    for spec in section.fields:
        if spec.name not in _UNLABELLED and spec.name != kind.asked:
            yield f"box: {kind.name}" if spec.shape is Shape.YES_NO else f"label: {kind.name}"
            say(spec.label)
        yield from _of_choices(kind, spec)


def _of_choices(kind: Kind, spec: FieldSpec) -> Iterator[str]:
    yield f"box under “{spec.label}”: {kind.name}"
    for choice in spec.choices:
        saying.choice(choice.label)


_UNLABELLED = frozenset({"date", "status", "requesting_organisation", "requesting_country", "requested_country"})
"""Stand on the letter without their labels: the date is the form's, the sides stand under the titles of their parts."""
