"""The drafter's own translations of long texts: kept with the content, under “summary.uk”, for the second column.

A translation stands beside what its field says, never in its place. Pure: knows which texts may have one and what they
say; which language the second column has, whoever asks knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import FieldSpec, Shape
from comity.casework.rules.shapes import blank
from comity.kernel.language_words import language_words
from comity.kernel.languages import CODES
from comity.kernel.words import say

LONGEST_NAME = 600
"""A long text of at most so many characters holds an address or an authority's name: nobody is told that it lacks a
translation, though it may have one."""


def key(field: str, language: str) -> str:
    """Where the translation stands in the content. No field's name has a full stop."""
    return f"{field}.{language}"


def place(kind: Kind, name: Any) -> tuple[FieldSpec, str] | None:
    """The field and the language of a translation; None for any other name in a content."""
    field, _, language = str(name).partition(".")
    spec = kind.fields.get(field)
    return (spec, language) if spec and spec.shape is Shape.LONG_TEXT and language in CODES else None


def spec_of(kind: Kind, name: Any) -> FieldSpec | None:
    """The field that a name in a content belongs to, its own or a translation's; None where none is called so."""
    found = place(kind, name)
    return found[0] if found else kind.fields.get(str(name))


def label_of(kind: Kind, name: str) -> str:
    """What a reader calls a name in a content, in the language spoken here."""
    found, spec = place(kind, name), spec_of(kind, name)
    label = say(spec.label) if spec else name
    return in_language(label, found[1]) if found else label


def names_of(spec: FieldSpec, content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The names under which the content holds the field and its translations, each with its label (in English for the
    field itself: pages say it)."""
    yield spec.name, spec.label
    if spec.shape is Shape.LONG_TEXT:
        for language in CODES:
            if (name := key(spec.name, language)) in content:
                yield name, in_language(say(spec.label), language)


def in_language(label: str, language: str) -> str:
    """“Brief summary of the facts, in Ukrainian”."""
    return say("{label}, in {language}", label=label, language=language_words(language))


def only_in(language: str, content: Mapping[str, Any]) -> dict[str, Any]:
    """`content` without the translations into other languages; without any where `language` is empty."""
    return {name: value for name, value in content.items() if "." not in name or name.partition(".")[2] == language}


def said_in(kind: Kind, content: Mapping[str, Any], language: str) -> dict[str, str]:
    """What is said in `language`, by field, in the form's order. Beside a field that says nothing, nothing is said."""
    return {spec.name: content[key(spec.name, language)].strip() for spec, code in _said(kind, content, {language})}


def translations(kind: Kind, content: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """The same for each language in which something is said."""
    languages = dict.fromkeys(code for _, code in _said(kind, content, CODES))
    return {language: said_in(kind, content, language) for language in languages}


def split(content: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """The fields of a content, and its translations by language and field, as they were typed."""
    apart: dict[str, dict[str, Any]] = {}
    for field, texts in by_field(content).items():
        for language, text in texts.items():
            apart.setdefault(language, {})[field] = text
    return {name: value for name, value in content.items() if "." not in name}, apart


def by_field(content: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The translations as they were typed, by field and language."""
    apart: dict[str, dict[str, Any]] = {}
    for name, value in content.items():
        field, dot, language = name.partition(".")
        if dot:
            apart.setdefault(field, {})[language] = value
    return apart


def joined(content: Mapping[str, Any], apart: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """What `split` took apart."""
    return {**content, **{key(field, code): text for code, texts in apart.items() for field, text in texts.items()}}


def untranslated(kind: Kind, content: Mapping[str, Any], language: str) -> tuple[FieldSpec, ...]:
    """The long texts that are said, and not in `language`."""
    there = said_in(kind, content, language)
    return tuple(
        spec
        for spec in kind
        if spec.shape is Shape.LONG_TEXT and spec.longest > LONGEST_NAME and spec.name not in there
        if spec.requirement.relevant(content) and not blank(content.get(spec.name))
    )


def alone_in(kind: Kind, content: Mapping[str, Any]) -> Iterator[tuple[FieldSpec, str]]:
    """Fields that say something in a language, and nothing of their own: no letter prints that."""
    for name, text in content.items():
        found = place(kind, name)
        if found and not blank(text) and blank(content.get(found[0].name)) and found[0].requirement.relevant(content):
            yield found


def _said(kind: Kind, content: Mapping[str, Any], languages: Any) -> Iterator[tuple[FieldSpec, str]]:
    for spec in kind:
        if spec.shape is Shape.LONG_TEXT and spec.requirement.relevant(content) and not blank(content.get(spec.name)):
            for language in languages:
                text = content.get(key(spec.name, language))
                if isinstance(text, str) and text.strip():
                    yield spec, language
