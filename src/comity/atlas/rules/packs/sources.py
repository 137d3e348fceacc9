"""Sources that facts cite by key. Every source has a title; an address where it has one."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from comity.atlas.rules.fact import Frozen


class SourceType(StrEnum):
    """What sort of document a source is. Knowledge is what practitioners know and no document was read for."""

    TREATY = "treaty"
    OFFICIAL = "official"
    PRESENTATION = "presentation"
    PRESS = "press"
    COPY = "copy"
    KNOWLEDGE = "knowledge"


class SourceEntry(Frozen):
    title: str
    type: SourceType
    address: str = ""


class SourcesPack(Frozen):
    sources: Mapping[str, SourceEntry]
