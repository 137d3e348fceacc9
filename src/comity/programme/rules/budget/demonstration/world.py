"""Budgets and rates of the demonstration: lines that come to what the overview states, and a course no money took.

Every figure is made up. The reference of each commitment and the source of each line and rate say so.
"""

from __future__ import annotations

from comity.programme.rules.budget.demonstration import eap_ii, eap_iii

MADE_UP = "Made up for the demonstration"
RATES = (
    ("GEL", "EUR", "2016-01-04", "0.3846"),
    ("GEL", "EUR", "2017-01-03", "0.3571"),
    ("GEL", "EUR", "2017-07-03", "0.36405"),
    ("EUR", "UAH", "2016-01-04", "26.2"),
    ("EUR", "UAH", "2017-01-03", "28.4226"),
    ("EUR", "UAH", "2017-10-02", "31.3"),
)
"""The hryvnia only as quoted for the euro: payments in it show a rate that is used the other way round."""

BUDGETS = {"cybercrime-eap-ii": eap_ii.LINES, "cybercrime-eap-iii": eap_iii.LINES}
