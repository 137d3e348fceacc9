"""Zones that a text states once for all its times ("Time (UTC)", "All times are UTC+4"). Two that differ cancel out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.kernel.identifiers.times.zone import Zone, zone_at

ZONE_WORDS = (
    r"time[ _-]?zone|timezone|tz|часовой пояс|часовий пояс|часавы пояс|დროის სარტყელი|სასაათო სარტყელი"
    r"|ժամային գոտի|saat qurşağı|fus orar|zeitzone"
)
_STATEMENT = re.compile(
    rf"""(?<![^\W_])(?:
      (?:{ZONE_WORDS})(?![^\W\d_])["']?[\s:=]{{0,4}}(?:is[ ])?["']?
    | (?:date[ /&]{{0,3}})?time(?:s|[ ]?stamps?)?[ _]?
      (?:(?:are|is|shown|given|stated|logged|expressed|all)[ ]){{0,2}}(?:in[ ]|=|:|\()?[ ]?
    | время[ ](?:указано[ ])?(?:по[ ]|в[ ]|\()[ ]?
    | час[ ](?:вказано[ ])?(?:за[ ]|\()[ ]?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_PREFIXED = re.compile(
    r"(?<![\w/])(?P<zone>UTC|GMT)[ _](?:date[ /&_]{0,3})?time(?:stamps?|s)?(?!\w)|time(?:stamp)?_utc(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StatedZone:
    """Where the statement stands, its words, and the zone."""

    start: int
    written: str
    zone: Zone


def stated_zones(text: str) -> list[StatedZone]:
    """The statements in order of appearance."""
    stated = []
    for match in _STATEMENT.finditer(text):
        zone = zone_at(text, match.end())
        if zone and zone.zone:
            end = zone.end + ("(" in match[0] and text.startswith(")", zone.end))
            stated.append(StatedZone(match.start(), text[match.start() : end], zone))
    for match in _PREFIXED.finditer(text):
        zone = zone_at("UTC", 0)
        if zone:
            stated.append(StatedZone(match.start(), match[0], zone))
    return sorted(stated, key=lambda one: one.start)


def zone_for(text: str, position: int, stated: list[StatedZone]) -> StatedZone | None:
    """The statement that holds at `position`: the only zone stated in the text, else the one on the same line."""
    if len({one.zone.name for one in stated}) < 2:  # noqa: PLR2004 - two that differ
        return stated[0] if stated else None
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    on_line = [one for one in stated if start <= one.start and (end < 0 or one.start < end)]
    return on_line[0] if len({one.zone.name for one in on_line}) == 1 else None
