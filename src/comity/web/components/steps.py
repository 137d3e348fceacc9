"""The step line: where one is on a way of several steps, and which of them one may go back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    DONE = "done"
    HERE = "here"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `address` is empty where one can't go there now."""

    number: int
    label: str
    place: Place
    address: str = ""


def steps(labels: Sequence[str], here: int, addresses: Sequence[str] = ()) -> tuple[Step, ...]:
    """The line for `labels`, with `here` (counted from 1) as the current step. Addresses, where given, open the steps
    that are done."""
    return tuple(
        Step(number, label, _place(number, here), _address(number, here, addresses))
        for number, label in enumerate(labels, start=1)
    )


def _place(number: int, here: int) -> Place:
    return Place.DONE if number < here else Place.HERE if number == here else Place.AHEAD


def _address(number: int, here: int, addresses: Sequence[str]) -> str:
    return addresses[number - 1] if number < here and number <= len(addresses) else ""
