"""The terms of the field, in our own words, with the article that defines them where one does."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from comity.atlas.rules.fact import Cited, Frozen


class Term(Cited):
    """A term; `see` names related ones by their keys, `defined_by` articles: “ets185:18(3)”."""

    term: str
    says: str
    see: tuple[str, ...] = ()
    defined_by: tuple[str, ...] = ()


class GlossaryPack(Frozen):
    """`glossary.yaml`, by key."""

    glossary: Mapping[str, Term] = Field(default_factory=dict)
