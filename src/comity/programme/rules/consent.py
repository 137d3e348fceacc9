"""What people agree to when they register, by version. A version that somebody agreed to is never changed: add one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from comity.programme.rules.participation import Asked

NEWEST = 1

_TEXTS: Mapping[int, str] = {
    1: (
        "I agree that {organisation} keeps my {kept} to organise “{activity}”, to account for it and to issue my "
        "certificate, and erases them {days} days after its last day. I register of my own will. By my personal "
        "link I can see, download, correct or erase my data at any time before. How many took part, and from which "
        "countries, is kept without my name."
    ),
}


def consent_text(version: int, *, organisation: str, activity: str, asks: Iterable[str], days: int) -> str:
    """The text that stands beside the box. Raises LookupError for a version that there is not."""
    asked = [Asked(each).label for each in asks if each != Asked.TRAVEL]
    kept = ["name", "e-mail address", *asked]
    words = f"{', '.join(kept[:-1])} and {kept[-1]}"
    return _TEXTS[version].format(organisation=organisation, activity=activity, kept=words, days=f"{days:,}")
