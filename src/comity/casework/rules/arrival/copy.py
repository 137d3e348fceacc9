"""A request as a machine wrote it: the JSON of our attachment, checked against the kind that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from comity.casework.rules.attachment import FORMAT
from comity.casework.rules.bundle.claimed import NOTHING_CLAIMED, Claimed, claimed
from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import Shape
from comity.casework.rules.forged import forged
from comity.casework.rules.registry import kinds
from comity.casework.rules.translations import joined, spec_of
from comity.documents.rules.request_copy import Unreadable, parsed
from comity.kernel.words import English, noted, speaking

_REFERENCE = re.compile(r"[A-Z]{2,8}-\d{4}-\d{5,9}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Copy:
    """`ours` is false where it is no request of ours at all. Fields that cannot be taken are left out and said."""

    ours: bool
    kind: str = ""
    content: Mapping[str, Any] = field(default_factory=dict)
    their_reference: str = ""
    sentences: tuple[str, ...] = ()
    claimed: Claimed = NOTHING_CLAIMED


def copy_of_text(text: str) -> Copy:
    """The copy that `text` holds. Never raises: what is wrong with it is said in `sentences`."""
    try:
        with speaking(English()):
            value = parsed(text)
    except Unreadable as problem:
        return Copy(ours=False, sentences=(str(problem).replace("request.json", "The file"),))
    return copy_of(value)


def copy_of(value: Any) -> Copy:
    """The copy that a parsed JSON value is. Never raises."""
    about = value.get("comity") if isinstance(value, dict) else None
    if not isinstance(about, dict) or about.get("schema") != FORMAT:
        return Copy(ours=False, sentences=(noted("The data in it are no request as this system writes them."),))
    kind = kinds().get(str(about.get("kind")))
    if kind is None:
        shown = str(about.get("kind"))[:60]
        return Copy(ours=True, sentences=(f"It is a request of the kind “{shown}”, which this node does not know.",))
    with speaking(English()):  # kept with what arrived, for all who read it
        return _of_kind(kind, about.get("version"), value)


def _of_kind(kind: Kind, version: Any, value: Mapping[str, Any]) -> Copy:
    sentences: list[str] = []
    if version not in range(1, kind.letter_version + 1):
        sentences.append(
            f"It was written by version {str(version)[:10]} of the form; this node knows version "
            f"{kind.letter_version}. Compare the fields with the letter itself."
        )
    given = value.get("reference")
    reference = given if isinstance(given, str) and _REFERENCE.fullmatch(given) else ""
    if not reference:
        sentences.append(
            noted("Its reference is not one that this system gives: type in the one that stands in the letter.")
        )
    content, strange = _content(kind, value.get("content"), value.get("translations"))
    found = claimed(value)
    return Copy(True, kind.name, content, reference, (*sentences, *strange, *found.sentences), found)


def _content(kind: Kind, given: Any, beside: Any) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The fields that this kind's form could have sent, its translations among them, and a sentence for each of the
    others."""
    if not isinstance(given, dict):
        return {}, (noted("It holds no fields."),)
    texts, sentences = _translations(beside)
    kept: dict[str, Any] = {}
    for name, value in [*given.items(), *texts.items()]:
        typed = {name: _as_typed(kind, name, value)}
        gaps = forged(kind, typed)
        sentences += [f"{gap.label}, left out: {gap.sentence}" for gap in gaps]
        kept |= typed if spec_of(kind, name) and not gaps else {}
    return kept, tuple(sentences)


def _translations(beside: Any) -> tuple[dict[str, Any], list[str]]:
    """As they stand in a content. Of what is no group of texts by language, nothing is taken."""
    if beside is None:
        return {}, []
    if not isinstance(beside, dict) or not all(isinstance(texts, dict) for texts in beside.values()):
        return {}, [noted("Its translations are not given by language and field, so they are left out.")]
    return joined({}, beside), []


def _as_typed(kind: Kind, name: str, value: Any) -> Any:
    """Identifiers as their text alone: what they mean is read anew here, whatever the sender makes of them."""
    spec = kind.fields.get(name)
    if spec is None or spec.shape is not Shape.IDENTIFIERS or not isinstance(value, list):
        return value
    return [{"text": item["text"]} if isinstance(item, dict) and "text" in item else item for item in value]
