"""Time zones as people write them after a time. A zone with two meanings is said to be so, never chosen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from comity.kernel.identifiers.times.zone_place import zone_of_place
from comity.kernel.words import noted, say

_LEAD = re.compile(r"[ \t]{0,3}[,;|]?[ \t]{0,2}[(\[]?[ \t]{0,1}")
_CLOSE = re.compile(r"[ \t]?[)\]]")
_OFFSET = re.compile(
    r"(?:(?P<utc>UTC|GMT|UT|УТС)[ ]{0,2})?"
    r"(?P<sign>[+-])(?P<hours>\d{1,2})(?:(?P<colon>:?)(?P<minutes>[0-5]\d))?(?!\d|[.:]\d|[ ]\d{3})",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[ \t]?(?:[)\]]|\Z)")
_COMMENT = re.compile(r"[ ]?\([A-Za-z][A-Za-z0-9+: /_-]{0,40}\)")
_UTC = re.compile(r"(?:Z|z|UTC|GMT|UT|Zulu|utc|gmt|zulu|УТС|Etc/UTC)(?![\w/])")
_IANA = re.compile(r"[A-Z][A-Za-z]{2,15}/[A-Z][A-Za-z_-]{1,30}(?:/[A-Z][A-Za-z_-]{1,30})?")
_ABBREVIATION = re.compile(r"[A-ZА-Я]{3,5}(?![\w/])|мск(?!\w)|msk(?!\w)")
_WORD = re.compile(r"[ ]?(?P<word>[^\W\d_][^\W\d_'’-]{1,24})\.?")
_MOST_WORDS = 5
_MOST_HOURS = 14

_FIXED = {
    "EET": 2, "EEST": 3, "CET": 1, "CEST": 2, "WET": 0, "WEST": 1, "TRT": 3, "AZT": 4, "SAMT": 4,
    # RFC 5322, section 4.3, gives these North American names their meaning.
    "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
_NAMED_ZONES = {"MSK": "Europe/Moscow", "МСК": "Europe/Moscow"}
"""Moscow time was UTC+4 from 2011 to 2014, so the name is not an offset."""

_TWO_MEANINGS = {
    "AMT": noted("Armenia and the Amazon"),
    "IST": noted("India, Israel and Ireland"),
    "BST": noted("Britain and Bangladesh"),
    "CST": noted("North America, China and Cuba"),
    "AST": noted("Arabia and the Atlantic coast"),
    "ECT": noted("Ecuador and the Caribbean"),
    "SST": noted("Singapore and Samoa"),
}
_WORDS = {
    "time": "time время времени часом часу час დროით დრო დროის ժամանակով ժամ ժամանակ vaxtı vaxt ora ore zeit heure",
    "local": "local местное местному місцевим місцевий ადგილობრივი տեղական yerli locală locale lt",
    "filler": "standard summer winter daylight in of по за the ilə la da de zone",
}
_TIME_WORDS, _LOCAL_WORDS, _FILLERS = (frozenset(words.split()) for words in _WORDS.values())
_SLAVIC_BY = frozenset(["по", "за"])


@dataclass(frozen=True, slots=True)
class Zone:
    """`zone` is None where the words name no certain zone; `name` is how it was read, `doubt` why it is not certain."""

    end: int
    name: str = ""
    zone: tzinfo | None = None
    doubt: str = ""


def zone_at(text: str, position: int, *, after_minutes_only: bool = False) -> Zone | None:
    """The zone written at `position` (a little punctuation may precede it), None where no zone stands there.

    `after_minutes_only` says that the time has no seconds: then "03:11-04:00" is a span of time, not an offset.
    """
    lead = _LEAD.match(text, position)
    start = lead.end() if lead else position
    bracketed = text[position:start].rstrip().endswith(("(", "["))
    found = (
        _offset(text, start, after_minutes_only and not bracketed)
        or _by_name(text, start)
        or _abbreviation(text, start)
        or _place(text, start, alone=bracketed)
    )
    if found is None:
        return None
    close = _CLOSE.match(text, found.end) if bracketed else None
    return Zone(close.end() if close else found.end, found.name, found.zone, found.doubt)


def zone_named(text: str) -> tzinfo:
    """The zone that a user states: “UTC+4”, “Asia/Tbilisi”, “Tbilisi”. Raises ValueError with a sentence otherwise."""
    stated = text.strip()
    found = zone_at(stated, 0) or _place(stated, 0, alone=True)
    if found is None or found.zone is None or found.end != len(stated):
        doubt = f" {found.doubt}" if found and found.doubt else ""
        raise ValueError(
            say(
                "“{text}” is not a time zone.{doubt} Write it as UTC+4, or by its name, for example Asia/Tbilisi.",
                text=text,
                doubt=doubt,
            )
        )
    return found.zone


def _offset(text: str, start: int, span_likely: bool) -> Zone | None:
    match = _OFFSET.match(text, start)
    if match is None or int(match["hours"]) > _MOST_HOURS:
        return None
    if span_likely and not match["utc"] and match["sign"] == "-" and (match["colon"] or not match["minutes"]):
        return None
    shift = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    comment = _COMMENT.match(text, match.end())
    return Zone(comment.end() if comment else match.end(), *_fixed(-shift if match["sign"] == "-" else shift))


def _fixed(shift: timedelta) -> tuple[str, tzinfo]:
    if not shift:
        return "UTC", UTC
    minutes = abs(shift) // timedelta(minutes=1)
    sign = "-" if shift < timedelta() else "+"
    part = f":{minutes % 60:02d}" if minutes % 60 else ""
    return f"UTC{sign}{minutes // 60}{part}", timezone(shift)


def _by_name(text: str, start: int) -> Zone | None:
    if match := _UTC.match(text, start):
        return Zone(match.end(), "UTC", UTC)
    if match := _IANA.match(text, start):
        return _iana(match[0], match.end())
    return None


def _iana(name: str, end: int) -> Zone | None:
    try:
        return Zone(end, name, ZoneInfo(name))
    except (KeyError, ValueError, OSError):
        return None


def _abbreviation(text: str, start: int) -> Zone | None:
    match = _ABBREVIATION.match(text, start)
    if match is None:
        return None
    name, end = match[0].upper(), match.end()
    if name in _NAMED_ZONES:
        return Zone(end, _NAMED_ZONES[name], ZoneInfo(_NAMED_ZONES[name]))
    if name in _FIXED:
        return Zone(end, *_fixed(timedelta(hours=_FIXED[name])))
    if name in _TWO_MEANINGS:
        return Zone(
            end,
            doubt=say("“{name}” names the time of {two_meanings}.", name=name, two_meanings=say(_TWO_MEANINGS[name])),
        )
    return None


def _place(text: str, start: int, *, alone: bool) -> Zone | None:
    """Words such as “Tbilisi time”, “local time in Kyiv”, “по Москве”; `alone` allows a place and nothing else."""
    words: list[str] = []
    place, end, meant = None, start, start
    while len(words) < _MOST_WORDS and (match := _WORD.match(text, end)):
        word = match["word"].lower()
        known = zone_of_place(" ".join([*words, word])) or zone_of_place(word)
        telling = known or word in _TIME_WORDS or word in _LOCAL_WORDS or word in _FILLERS
        if words and not telling:
            break
        words.append(word)
        place, end = known or place, match.end("word")
        meant = end if telling else meant
    said = any(word in _TIME_WORDS or word in _SLAVIC_BY for word in words)
    if place and (said or (alone and _ENDS.match(text, end))):
        return _iana(place, meant)
    return Zone(meant) if said and any(word in _LOCAL_WORDS for word in words) else None
