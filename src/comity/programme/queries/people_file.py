"""The people of an activity as a table for a spreadsheet, in which nothing they wrote is taken for a formula."""

from __future__ import annotations

from comity.programme.queries.activity_line import ActivityLine
from comity.programme.queries.people import PeopleFilter, people_of
from comity.stateofplay.rules.tabular import csv_of

HEAD = (
    *("number", "name", "email", "institution", "country", "role", "state"),
    *("travel_support_asked", "travel_support_amount", "travel_support_currency", "certificate", "kept_until"),
)
_BOM = "\ufeff"
"""So that spreadsheets read UTF-8 as such."""


def people_csv(activity: ActivityLine, wanted: PeopleFilter) -> str:
    """Empty is not known, or not asked. One query."""
    return _BOM + csv_of(
        HEAD,
        (
            (
                *(each.number, each.name, each.email, each.institution, each.country, each.role, each.state.value),
                *("" if each.travel_asked is None else "yes" if each.travel_asked else "no",),
                *("" if each.travel_amount is None else f"{each.travel_amount:.2f}", each.travel_currency),
                *(each.certificate, each.kept_until.isoformat()),
            )
            for each in people_of(activity, wanted).every()
        ),
    )
