"""Kinds of request in the few families whose times can be compared: a preservation takes hours, assistance months."""

from __future__ import annotations

from enum import StrEnum

from comity.casework.rules.declaration import Addressee, Lifecycle
from comity.casework.rules.registry import kinds
from comity.kernel.words import noted


class Family(StrEnum):
    """Follows from what a kind declares, so that a new kind finds its family by itself."""

    PRESERVATION = "preservation"
    ASSISTANCE = "assistance"
    EMERGENCY = "emergency"
    PROVIDER = "provider"
    NOTICE = "notice"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Family.PRESERVATION: noted("Preservation"),
    Family.ASSISTANCE: noted("Mutual assistance"),
    Family.EMERGENCY: noted("Emergency"),
    Family.PROVIDER: noted("To a provider"),
    Family.NOTICE: noted("Notices"),
    Family.OTHER: noted("Other"),
}


def family_of(name: str) -> Family:
    """The family of the kind of this name; OTHER for a kind that this version of the node does not know."""
    kind = kinds().get(name)
    if kind is None:
        return Family.OTHER
    if kind.lifecycle is Lifecycle.NOTICE:
        return Family.NOTICE
    if kind.emergency:
        return Family.EMERGENCY
    if kind.addressee is Addressee.PROVIDER:
        return Family.PROVIDER
    return Family.PRESERVATION if kind.preserves else Family.ASSISTANCE


def kind_label(name: str) -> str:
    """The kind's name for people; its own name where this version of the node does not know it."""
    kind = kinds().get(name)
    return kind.label if kind else name
