"""A system check that holds foreign keys to the stairs: a model may point to its own floor or below, never up.

String foreign keys ("casework.Request") are invisible to import contracts; this closes that hole.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core import checks

FLOORS = (
    ("ledger",),
    ("atlas",),
    ("people",),
    ("routes", "documents", "exchange", "evidence"),
    ("casework", "upkeep"),
    ("stateofplay", "partnership", "academy"),
    ("programme",),
)
"""Lowest first; apps on one floor are siblings, which may not point at each other."""


@checks.register
def relations_only_look_down(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    floor = {app: number for number, siblings in enumerate(FLOORS) for app in siblings}
    return [
        checks.Error(f"{field} points to {target._meta.label}, which is not below it", obj=model, id="comity.E001")
        for model in apps.get_models()
        if app_configs is None or model._meta.app_config in app_configs
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and (target := field.related_model)
        if (own := model._meta.app_label) in floor
        and (other := target._meta.app_label) in floor
        and own != other
        and floor[other] >= floor[own]
    ]
