"""What may be answered to a question, read from what somebody typed; and whether an answer still fits the question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from comity.atlas.rules.packs.questionnaire import Item, Questionnaire, Scale
from comity.kernel.digest import Digest, canonical_json
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.people.rules.refusal import Refused
from comity.people.rules.texts import check_text
from comity.stateofplay.rules.matrix import NOT_KNOWN

Value = str | int | list[str] | None
LONGEST = 4_000
MOST_ENTRIES = 20
LONGEST_ENTRY = 200
LARGEST_COUNT = 1_000_000_000


def items_of(asked: Questionnaire) -> Iterator[Item]:
    """Every question, in order."""
    for section in asked.sections:
        yield from section.items


def item_named(asked: Questionnaire, name: str) -> Item:
    """The question. Raises LookupError."""
    for item in items_of(asked):
        if item.id == name:
            return item
    raise LookupError(f"The questionnaire has no question “{name[:60]}”.")


def wording(item: Item) -> Digest:
    """What must be the same for an answer to stand: the words, what they are about, how they are answered."""
    return Digest.of(canonical_json({"text": item.text, "article": item.article, "scale": item.scale.value}))


def open_items(asked: Questionnaire, given: Mapping[str, str]) -> tuple[Item, ...]:
    """The questions without an answer to the words they have; `given` is the wording of each answer by item."""
    return tuple(item for item in items_of(asked) if given.get(item.id) != wording(item))


def read_value(item: Item, text: str, *, known: bool) -> Value:
    """The answer in `text`; None where it is not known. Raises Refused, which says what the scale wants."""
    if not known:
        return None
    written = text.strip()
    if not written:
        raise Refused("value", say("There is no answer. Give one, or say that it is not known."))
    if item.scale.choices:
        if written not in item.scale.choices:
            choices = ", ".join(said(choice) for choice in item.scale.choices)
            raise Refused("value", say("“{text}” is not one of: {choices}.", text=written[:40], choices=choices))
        return written
    return _READ[item.scale](written)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > len(str(LARGEST_COUNT)) or int(text) > LARGEST_COUNT:
        raise Refused("value", say("“{text}” is not a number. Write digits only, for example 12.", text=text[:40]))
    return int(text)


def _entries(text: str) -> list[str]:
    entries = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(entries) > MOST_ENTRIES:
        raise Refused(
            "value",
            say("There are {count} entries; {most} fit. Write one a line.", count=len(entries), most=MOST_ENTRIES),
        )
    if any(len(entry) > LONGEST_ENTRY for entry in entries):
        raise Refused(
            "value",
            say("An entry has more than {limit} characters. Put the detail into the evidence.", limit=LONGEST_ENTRY),
        )
    return entries


def _text(text: str) -> str:
    if len(text) > LONGEST:
        raise Refused(
            "value",
            say("The answer has {count} characters; {limit} fit.", count=f"{len(text):,}", limit=f"{LONGEST:,}"),
        )
    return text


_READ: Mapping[Scale, Callable[[str], Value]] = {Scale.COUNT: _count, Scale.ENTRIES: _entries, Scale.TEXT: _text}


def check_words(evidence: str, source: str, note: str, *, known: bool) -> None:
    """Raises Refused where a known answer has no source, or a text is too long: a fact without a source is none."""
    if known and not source.strip():
        raise Refused("source", say("This answer has no source. Name the law, document or authority that it rests on."))
    for field, text in (("evidence", evidence), ("source", source), ("note", note)):
        check_text(field, text, LONGEST)


def in_words(value: Value) -> str:
    """An answer as a reader sees it."""
    if value is None:
        return NOT_KNOWN
    return "; ".join(value) if isinstance(value, list) else str(value)


def as_entries(item: Item, value: Value) -> tuple[str, ...]:
    """What an answer states in a cell of the overview; nothing where it is not known."""
    if value is None:
        return ()
    if isinstance(value, list):
        return tuple(value)
    return (str(value).capitalize() if item.scale.choices else str(value),)
