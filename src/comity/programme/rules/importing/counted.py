"""How many of what is imported, in words, for pages and the command line. Counts nothing."""

from __future__ import annotations

from comity.kernel.words import say_count


def counted(what: str, count: int) -> str:
    """“1 activity”, “38 activities”."""
    number = f"{count:,}"
    if what == "activities":
        return say_count("{number} activity", "{number} activities", count, number=number)
    if what == "budget":
        return say_count("{number} budget line", "{number} budget lines", count, number=number)
    return say_count("{number} participant", "{number} participants", count, number=number)
