"""What a username, a display name and a time zone look like. Whether a username is free is not known here."""

from __future__ import annotations

import re
from zoneinfo import available_timezones

from comity.people.rules.refusal import Refused

LONGEST_USERNAME = 60
LONGEST_DISPLAY_NAME = 120
_USERNAME = re.compile(rf"[a-z0-9][a-z0-9._@-]{{1,{LONGEST_USERNAME - 1}}}\Z")


def username_from(text: str) -> str:
    """`text` as a username: trimmed, in lower case. Raises Refused where it is not one."""
    username = text.strip().lower()
    if not _USERNAME.match(username):
        raise Refused(
            "username",
            f"“{text[:LONGEST_USERNAME]}” cannot be a username. Use 2 to {LONGEST_USERNAME} letters from a to z, digits"
            " or . _ @ - and begin with a letter or digit.",
        )
    return username


def display_name_from(text: str) -> str:
    """`text` as a name to show, its white space made single. Raises Refused where nothing, or too much, is left."""
    name = " ".join(text.split())
    if not 0 < len(name) <= LONGEST_DISPLAY_NAME or not name.isprintable():
        raise Refused(
            "display_name",
            f"Give a name of 1 to {LONGEST_DISPLAY_NAME} printable characters, for example “Drafter, Georgia”.",
        )
    return name


def time_zone_from(text: str) -> str:
    """`text` as the name of a time zone (IANA). Raises Refused where there is no such zone."""
    name = text.strip()
    if name not in available_timezones():
        raise Refused("time_zone", f"“{text[:60]}” is not a time zone. Use a name such as Asia/Tbilisi or Europe/Kyiv.")
    return name
