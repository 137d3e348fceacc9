"""Identifiers of devices and apps: UUIDs, Android ids, advertising ids, Apple's UDID."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.kernel.identifiers.finding import Finding, Found, Odd, Sheet, label
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.identifiers.missing import MissingKey, useful
from comity.kernel.words import noted, say

_UUID = re.compile(
    r"(?<![0-9A-Za-z-])[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}(?![0-9A-Za-z-])"
)
_ANDROID = re.compile(r"(?<![0-9A-Za-z])[0-9A-Fa-f]{16}(?![0-9A-Za-z])")
_UDID = re.compile(r"(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{40}|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{16})(?![0-9A-Za-z])")
_ADVERTISING_LABEL = label(
    r"advertis(?:ing|er)[ _-]?id(?:entifier)?|advertising|ad[ _-]?id|gaid|aaid|idfa|maid|ifa|rdid"
    r"|рекламный идентификатор|рекламний ідентифікатор"
)
_VENDOR_LABEL = label(r"idfv|vendor[ _-]?id|identifier for vendor")
_ANDROID_LABEL = label(r"android[ _-]?(?:device[ _-]?)?id|android|ssaid")
_UDID_LABEL = label(r"udid")
_HIDDEN = "00000000-0000-0000-0000-000000000000"
_ASK_APP = noted("Such an id is known to the app or service that recorded it only. Say which one.")


def read_device_ids(sheet: Sheet) -> Iterator[Finding]:
    """UUIDs anywhere; the other forms only where the text calls them by name, since bare figures can be anything."""
    for match in _UUID.finditer(sheet.text):
        yield _uuid(match, sheet)
    for pattern, name, kind in ((_ANDROID, _ANDROID_LABEL, "android-id"), (_UDID, _UDID_LABEL, "udid")):
        for match in pattern.finditer(sheet.text):
            if sheet.labelled(match.start(), name):
                yield Found(*match.span(), IdentifierType.DEVICE_ID, match[0].lower(), kind=kind)


def _uuid(match: re.Match[str], sheet: Sheet) -> Finding:
    value = match[0].lower()
    if value == _HIDDEN:
        sentence = say(
            "“{match}” stands for “no id”: the user has forbidden tracking. It identifies nobody.", match=match[0]
        )
        return Odd(*match.span(), IdentifierType.DEVICE_ID, sentence)
    if sheet.labelled(match.start(), _ADVERTISING_LABEL):
        return Found(*match.span(), IdentifierType.DEVICE_ID, value, kind="advertising-id")
    kind = "vendor-id" if sheet.labelled(match.start(), _VENDOR_LABEL) else "uuid"
    return Found(
        *match.span(), IdentifierType.DEVICE_ID, value, kind=kind, missing=(useful(MissingKey.PROVIDER, _ASK_APP),)
    )
