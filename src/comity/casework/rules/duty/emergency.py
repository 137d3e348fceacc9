"""The emergency screen: three ways to ask, and which fields each still needs once the node has said what it knows.

An emergency is a significant and imminent risk to the life or safety of a natural person (CETS 224, Article 3(2)(c)).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from comity.atlas.rules.measure import Measure
from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import FieldSpec, Need, Shape
from comity.casework.rules.shapes import blank
from comity.kernel.words import noted


class Way(StrEnum):
    """Whom to ask when a life is in danger."""

    POINT = "point"
    CENTRAL = "central"
    PROVIDER = "provider"

    @property
    def label(self) -> str:
        return _WAYS[self][0]

    @property
    def says(self) -> str:
        """When to take it, in a sentence."""
        return _WAYS[self][1]

    @property
    def kind(self) -> str:
        """The kind of request that it makes."""
        return _WAYS[self][2]

    @property
    def measure(self) -> Measure:
        """What the planner is asked for."""
        return Measure.EMERGENCY_MLA if self is Way.CENTRAL else Measure.EMERGENCY_DISCLOSURE

    @property
    def route(self) -> str:
        """The planner's key of this way."""
        return _WAYS[self][3]


_WAYS = {
    Way.POINT: (
        noted("The other side’s 24/7 point of contact"),
        noted("Stored data from a provider there, without a request for mutual assistance (Article 9)."),
        "emergency-disclosure",
        "network-cets224-9",
    ),
    Way.CENTRAL: (
        noted("The other side’s authority for mutual assistance"),
        noted("Any assistance, also search or locating somebody (Article 10)."),
        "emergency-mla",
        "central-cets224-10",
    ),
    Way.PROVIDER: (
        noted("The provider itself"),
        noted("Its emergency form: the provider decides by its own policy and law."),
        "provider-emergency",
        "provider",
    ),
}

ALWAYS = (
    "danger",
    "emergency_facts",
    "emergency_link",
    "emergency_until",
    "identifiers",
    "data",
    "service_provider",
    "offences",
)
"""Fields that matter in every emergency: shown even where the node knows a value."""

_ELSEWHERE = frozenset({"requested_country", "requested_authority", "data_description"})
"""Chosen above the fields, or said by them: see `described`."""

_ORDER = (
    *("danger", "emergency_facts", "emergency_link", "emergency_until", "identifiers", "data"),
    *("assistance_kinds", "assistance_description", "service_provider", "provider_address"),
    *("offences", "offence_other", "legal_qualification", "penalties", "summary"),
)
"""As one tells it on the telephone; what is not named here comes after."""


def fields_to_ask(kind: Kind, known: Mapping[str, Any]) -> tuple[FieldSpec, ...]:
    """The fields that a person must still answer, the danger first: those of ALWAYS, and whatever else the kind demands
    and neither the node knows nor the other answers say."""
    shown: dict[str, FieldSpec] = {name: kind.fields[name] for name in ALWAYS if name in kind.fields}
    for spec in kind:
        if spec.name in shown or spec.name in _ELSEWHERE or not _demanded(spec, known):
            continue
        if not spec.requirement.field or spec.requirement.field in shown:
            shown[spec.name] = spec
    return tuple(
        sorted(shown.values(), key=lambda spec: _ORDER.index(spec.name) if spec.name in _ORDER else len(_ORDER))
    )


def statements(kind: Kind) -> tuple[FieldSpec, ...]:
    """What such a request must state word for word: choosing the way says it, and an approver stands behind it."""
    return tuple(spec for spec in kind if spec.shape is Shape.YES_NO and spec.requirement.need is Need.REQUIRED)


def stated(kind: Kind) -> dict[str, Any]:
    """Values of the statements that do not depend on another field."""
    return {spec.name: True for spec in statements(kind) if not spec.requirement.field}


def described(kind: Kind, content: Mapping[str, Any]) -> dict[str, Any]:
    """The data in words, where the kind wants them and nobody wrote any: what was ticked, for what was identified."""
    spec, ticked = kind.fields.get("data"), content.get("data")
    if "data_description" not in kind.fields or not blank(content.get("data_description")):
        return {}
    if spec is None or not isinstance(ticked, list) or blank(ticked):
        return {}
    labels = [spec.label_of(str(value)) for value in ticked]
    words = ", ".join([labels[0], *(label[:1].lower() + label[1:] for label in labels[1:])])
    return {"data_description": f"{words}, for the identifiers that this request lists."}


def oral_words(at: datetime, function: str) -> str:
    """When and with whom it was asked by voice, for the confirmation. `at` is aware; its own zone is written."""
    return f"{at:%Y-%m-%d %H:%M} (UTC{at:%z}), {function}"[:300]


def title_of(content: Mapping[str, Any], kind: Kind, country: str) -> str:
    """A case's title that a colleague recognises and that names nobody."""
    spec = kind.fields.get("danger")
    danger = spec.label_of(str(content.get("danger") or "")) if spec else ""
    return f"Emergency: {danger.partition(':')[0] or 'danger to life or safety'} ({country})"


def _demanded(spec: FieldSpec, known: Mapping[str, Any]) -> bool:
    return spec.requirement.need is Need.REQUIRED and spec.shape is not Shape.YES_NO and blank(known.get(spec.name))
