"""What a kind of request is: one declaration that form, gate, letter, attachment and schema are all made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from comity.casework.rules.fields import Choice, FieldSpec
from comity.casework.rules.gap import Gap

Check = Callable[[Mapping[str, Any], date], Iterable[Gap]]
"""What a kind asks of several fields together. Sees only values whose own shapes are in order; others are absent."""


ANY_REQUEST = "any-request"
"""Stands in `follows` for every kind that expects an answer, so that a new one needs no list changed."""


class Part(StrEnum):
    """Where a section stands in the letter: in its head, its status ticks, one of its two parties, or its body."""

    HEAD = "head"
    STATUS = "status"
    REQUESTED = "requested"
    REQUESTING = "requesting"
    BODY = "body"


class Lifecycle(StrEnum):
    """What happens after it is sent: a request expects an answer, a notice ends there."""

    REQUEST = "request"
    NOTICE = "notice"


class Addressee(StrEnum):
    """Whom it is written to: an authority of a State, or a provider directly."""

    AUTHORITY = "authority"
    PROVIDER = "provider"


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the form and the letter."""

    number: str
    title: str
    help: str
    fields: tuple[FieldSpec, ...]
    part: Part = Part.BODY


@dataclass(frozen=True)
class Kind:
    """A kind of request, which asks for one of `measures` (of the atlas).

    `letter_kind` and `letter_version` name its letter's form, which outlives later versions.

    `provenance` says how sure the field order is and where it stands: pages show it. `checks` give gaps that stop the
    request, `advice` gives those that only warn.

    `bases` are the provisions ("instrument:article") on which a chosen way rests that wants this kind, or its channel
    ("provider") where it rests on none; measures alone do not tell.

    `follows` names the kinds after which it may come in a chain, or ANY_REQUEST: see `may_follow`. With `must_follow`
    it never stands alone. `answers` says that it comes from the side that was asked; `preserves`, that it asks for
    preservation, which later requests refer to as such.

    `cites` are articles of its form for which a letter on another instrument names that one's own, where it has them.

    `clocks` are ids of rules in packs/clocks; `refusal` and `postponement` name closed lists of grounds, or single
    grounds, as "instrument:article". In an `emergency` hours matter; with `needs_call_back` nothing is disclosed before
    a call-back is recorded. With `serves` it is an order to serve on a provider, whose time to answer begins then.
    """

    name: str
    label: str
    article: str
    letter_kind: str
    letter_version: int
    measures: tuple[str, ...]
    sections: tuple[Section, ...]
    title: str
    subtitle: str
    closing: str
    provenance: str = ""
    bases: tuple[str, ...] = ()
    lifecycle: Lifecycle = Lifecycle.REQUEST
    follows: tuple[str, ...] = ()
    must_follow: bool = False
    answers: bool = False
    preserves: bool = False
    addressee: Addressee = Addressee.AUTHORITY
    cites: tuple[str, ...] = ()
    clocks: tuple[str, ...] = ()
    refusal: tuple[str, ...] = ()
    postponement: tuple[str, ...] = ()
    emergency: bool = False
    needs_call_back: bool = False
    serves: bool = False
    checks: tuple[Check, ...] = field(default=(), compare=False)
    advice: tuple[Check, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        names = [spec.name for spec in self]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise TypeError(f"{self.name}: declared twice: {', '.join(twice)}.")
        unknown = sorted({spec.requirement.field for spec in self if spec.requirement.field} - set(names))
        if unknown:
            raise TypeError(f"{self.name}: requirements name fields that are not declared: {', '.join(unknown)}.")

        if self.must_follow and not self.follows:
            raise TypeError(f"{self.name}: it must follow another kind, but names none.")

    def __iter__(self) -> Iterator[FieldSpec]:
        """Every field, in the order of the form."""
        return (spec for section in self.sections for spec in section.fields)

    @cached_property
    def fields(self) -> Mapping[str, FieldSpec]:
        """Every field by its name."""
        return {spec.name: spec for spec in self}

    @property
    def instruments(self) -> frozenset[str]:
        """Ids of the instruments whose articles its form cites; the Convention where `bases` name none."""
        return frozenset(basis.partition(":")[0] for basis in self.bases if ":" in basis) or frozenset({"ets185"})

    @property
    def asked(self) -> str:
        """The field that names whoever this is written to."""
        return "service_provider" if self.addressee is Addressee.PROVIDER else "requested_authority"

    def offering(self, choices: Mapping[str, tuple[Choice, ...]]) -> Kind:
        """The same kind, whose fields of these names offer only these choices."""
        return replace(self, sections=tuple(_offering(section, choices) for section in self.sections))

    def may_follow(self, earlier: Kind) -> bool:
        """Whether this may come after a ticket of the kind `earlier`."""
        if earlier.name in self.follows:
            return True
        return ANY_REQUEST in self.follows and earlier.lifecycle is Lifecycle.REQUEST


def _offering(section: Section, choices: Mapping[str, tuple[Choice, ...]]) -> Section:
    fields = tuple(
        replace(spec, choices=choices[spec.name]) if spec.name in choices else spec for spec in section.fields
    )
    return replace(section, fields=fields)
