"""`{% load budget %}`: sums of money and the cells of a row of figures. Draws; decides nothing."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from comity.programme.rules.budget.account import Figures
from comity.programme.rules.budget.sums import Sum
from comity.web.components import sums

register = template.Library()


@register.simple_tag
def money_sum(found: Sum) -> SafeString:
    """`{% money_sum figures.paid %}`"""
    return sums.sum_mark(found)


@register.simple_tag
def money_cells(figures: Figures) -> SafeString:
    """`{% money_cells line.figures %}`"""
    return sums.cells(figures)
