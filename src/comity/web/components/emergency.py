"""The emergency screen, ready to be drawn: the ways, the fields that are left to fill, what the node says by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from comity.casework.queries.emergency import Alternative, WayView, alternatives, asked_by, known_of, ways_to
from comity.casework.rules.declaration import Kind
from comity.casework.rules.duty.emergency import Way, fields_to_ask, statements
from comity.casework.rules.fields import Shape
from comity.casework.rules.form import form
from comity.casework.rules.prefill import Asked
from comity.casework.rules.registry import kind
from comity.kernel.country import CountryCode
from comity.kernel.words import noted
from comity.people.access import Person
from comity.web.components.field_texts import field_texts
from comity.web.components.request_form import Control, parts


@dataclass(frozen=True, slots=True)
class Filled:
    """A field that the node filled in."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that are told in one breath, with their heading."""

    name: str
    title: str
    controls: tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """`ways` and `other_ways` are empty until a country is chosen; `chosen` is the way that was taken, judged.
    `authority` is the field of whom the letter goes to, None where that is the provider."""

    way: Way
    country: str
    country_name: str
    ways: tuple[WayView, ...]
    chosen: WayView | None
    alternatives: tuple[Alternative, ...]
    groups: tuple[Group, ...]
    authority: Control | None
    filled: tuple[Filled, ...]
    statements: tuple[str, ...]
    kind_label: str
    article: str

    @property
    def other_ways(self) -> tuple[WayView, ...]:
        """The other two of the three that may lead where this one does not."""
        return tuple(view for view in self.ways if view.way is not self.way and not view.closed)


def screen(way: Way, country: CountryCode | None, typed: Mapping[str, Any], user: Person, today: date) -> Screen:
    """The screen for this way and country, with what is typed so far."""
    declared = kind(way.kind)
    ways = ways_to(country, today) if country else ()
    chosen = next((view for view in ways if view.way is way), None)
    asked = asked_by(way, country, today) if country else Asked("", "", "")
    known = known_of(declared, asked, user)
    asking = fields_to_ask(declared, known)
    shown = {*(spec.name for spec in asking), "requested_country", "requested_authority"}
    content = {**known, **{name: value for name, value in typed.items() if name in declared.fields}}
    return Screen(
        way=way,
        country=country or "",
        country_name=country.english_name if country else "",
        ways=ways,
        chosen=chosen,
        alternatives=alternatives(country, today) if country and chosen and not chosen.leads else (),
        groups=_groups(_controls(declared, content, [spec.name for spec in asking], today)),
        authority=next(iter(_controls(declared, content, _authority(declared), today)), None),
        filled=_filled(declared, known, shown),
        statements=tuple(spec.label for spec in statements(declared)),
        kind_label=declared.label,
        article=declared.article,
    )


_GROUPS = {
    "danger": (noted("The emergency"), ("danger", "emergency_facts", "emergency_link", "emergency_until")),
    "sought": (
        noted("What you need, and from whom"),
        ("identifiers", "data", "assistance_kinds", "assistance_description", "service_provider", "provider_address"),
    ),
    "asking": (noted("Who asks"), ()),
    "offence": (noted("Offence and law"), ("offences", "offence_other", "legal_qualification", "penalties", "summary")),
}
_REST = "asking"


def _groups(controls: tuple[Control, ...]) -> tuple[Group, ...]:
    """The controls under their headings, in their order; what has no place of its own is about who asks."""
    home = {name: group for group, (_, names) in _GROUPS.items() for name in names}
    found = (
        Group(group, title, tuple(one for one in controls if home.get(one.spec.name, _REST) == group))
        for group, (title, _) in _GROUPS.items()
    )
    return tuple(group for group in found if group.controls)


def _authority(declared: Kind) -> list[str]:
    return ["requested_authority"] if "requested_authority" in declared.fields else []


def _controls(declared: Kind, content: Mapping[str, Any], names: list[str], today: date) -> tuple[Control, ...]:
    """In the order of the names, without reproaches: nobody has had time to answer yet."""
    drawn = {c.spec.name: c for part in parts(form(declared, content, today)) for c in part.controls}
    return tuple(replace(drawn[name], field=replace(drawn[name].field, gaps=(), advice=())) for name in names)


def _filled(declared: Kind, known: Mapping[str, Any], shown: set[str]) -> tuple[Filled, ...]:
    told = (spec for spec in declared if spec.name not in shown and spec.shape is not Shape.YES_NO)
    return tuple(Filled(spec.label, texts) for spec in told if (texts := field_texts(spec, known.get(spec.name))))
