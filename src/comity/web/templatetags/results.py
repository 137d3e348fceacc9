"""`{% load results %}`: what belongs to a line of a results framework, by its row number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from django import template

register = template.Library()
T = TypeVar("T")


@register.filter
def of(found: Mapping[int, T], number: int) -> T | None:
    """`{{ charts|of:indicator.id }}`; None where there is none."""
    return found.get(number)
