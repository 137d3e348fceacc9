"""A kind whose form is read under another instrument than the one it is made for: what it cites, and what it does not.

For the eyes of whoever fills it in. A letter has its own way of citing (`casework.rules.letter`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from comity.casework.rules.declaration import Kind, Section
from comity.casework.rules.fields import FieldSpec
from comity.casework.rules.footing import Footing

_SENTENCE = re.compile(r"(?<=[.!?]) +")
_CITES = re.compile(r"\bArticles? \d")


def refooted(kind: Kind, footing: Footing) -> Kind:
    """`kind` with the articles of the instrument that it rests on; the same where that is the one of its form."""
    if not footing.named:
        return kind
    return replace(kind, sections=tuple(_section(section, footing) for section in kind.sections))


def _section(section: Section, footing: Footing) -> Section:
    fields = tuple(_field(spec, footing) for spec in section.fields)
    return replace(section, help=_uncited(section.help), fields=fields)


def _field(spec: FieldSpec, footing: Footing) -> FieldSpec:
    choices = tuple(replace(choice, label=footing.words(choice.label)) for choice in spec.choices)
    return replace(spec, article=footing.note(spec.article), help=_uncited(spec.help), choices=choices)


def _uncited(text: str) -> str:
    """Without the sentences that cite an article of the form's own instrument."""
    return " ".join(sentence for sentence in _SENTENCE.split(text) if not _CITES.search(sentence))
