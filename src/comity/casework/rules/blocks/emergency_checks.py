"""What every emergency asks of several fields together: facts and link are two things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.gap import Gap
from comity.kernel.words import say

SHORT = 40
"""Characters below which a link between data and danger is a phrase, not a reason."""


def link_says_more(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """Article 9(3)(e): facts that show the emergency, *and* how the data relate to it."""
    facts, link = (str(content.get(name, "")).split() for name in ("emergency_facts", "emergency_link"))
    if link and link == facts:
        yield Gap(
            "emergency_link",
            say("How this relates to the emergency"),
            say("This repeats the facts. Say what the answer has to do with the danger, and how it helps to avert it."),
            "Articles 9(3)(e) and 10(1), CETS 224",
        )


def link_is_a_reason(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """A phrase is often too little for whoever decides at night."""
    link = str(content.get("emergency_link", "")).strip()
    if link and len(link) < SHORT:
        yield Gap(
            "emergency_link",
            say("How this relates to the emergency"),
            say(
                "This is short. Whoever decides tonight must understand why this, and nothing else, averts the danger."
            ),
            "Articles 9(3)(e) and 10(1), CETS 224",
        )
