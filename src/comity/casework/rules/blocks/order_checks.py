"""What an order asks of several fields together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.gap import Gap
from comity.kernel.words import say


def preservation_is_dated(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """Articles 7(4)(e) and 8(3)(b)(vii): the date of the preservation, and its reference number."""
    if "preservation_reference" in content and "preservation_date" not in content:
        yield Gap(
            "preservation_date",
            say("Date of the preservation request"),
            say("Preservation was sought, but its date is missing; the provider finds it by both. Give the date."),
            "Article 7(4)(e), CETS 224",
        )
