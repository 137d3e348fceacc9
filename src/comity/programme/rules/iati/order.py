"""What the schema of IATI 2.03 demands of an activity, checked without the schema: order, and what must be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

ORDER = (
    *("iati-identifier", "reporting-org", "title", "description", "participating-org", "other-identifier"),
    *("activity-status", "activity-date", "contact-info", "activity-scope", "recipient-country", "recipient-region"),
    *("location", "sector", "tag", "country-budget-items", "humanitarian-scope", "policy-marker"),
    *("collaboration-type", "default-flow-type", "default-finance-type", "default-aid-type", "default-tied-status"),
    *("budget", "planned-disbursement", "capital-spend", "transaction", "document-link", "related-activity"),
    *("legacy-data", "conditions", "result", "crs-add", "fss"),
)
"""The sequence of an activity's elements: iati-activities-schema.xsd, version 2.03."""

MANDATORY = (
    *("iati-identifier", "reporting-org", "title", "description", "participating-org"),
    *("activity-status", "activity-date"),
)
ONCE = frozenset({"iati-identifier", "reporting-org", "title", "activity-status", "activity-scope", "conditions"})


def faults(elements: Sequence[str]) -> Iterator[str]:
    """What is wrong with an activity whose elements have these names, in sentences."""
    for name in MANDATORY:
        if name not in elements:
            yield f"The element {name} is missing."
    for name in sorted(ONCE):
        if elements.count(name) > 1:
            yield f"The element {name} may stand once; it stands {elements.count(name)} times."
    places = {name: place for place, name in enumerate(ORDER)}
    highest = -1
    for name in elements:
        if name not in places:
            yield f"IATI has no element {name} in an activity."
        elif places[name] < highest:
            yield f"The element {name} must stand before {ORDER[highest]}."
        else:
            highest = places[name]
