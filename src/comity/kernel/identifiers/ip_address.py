"""IP addresses of both versions with their ports. Version numbers, netmasks and ranges are not addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import AddressValueError, IPv4Address, IPv6Address

from comity.kernel.country import CountryCode
from comity.kernel.identifiers.finding import Aside, Finding, Found, Odd, Sheet, country_or_none, label
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.identifiers.port import PortWritten, port_at, port_in
from comity.kernel.words import say

_FOUR = re.compile(r"(?:(?<![0-9A-Za-z_.+])|(?<=[Ii][Pp]))\d{1,5}(?:\.\d{1,5}){3,4}(?![0-9A-Za-z_])(?!\.\d)")
_SIX = re.compile(r"(?<![0-9A-Za-z_:.])[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]*(?![0-9A-Za-z_])")
_VERSION = label(r"versions?|ver|v|build|release|firmware|rev|версия|версія|agent|oid")
_PRODUCT = re.compile(r"[A-Za-z][)\]]?/\Z|(?<=[A-Za-z])-\Z")
_SAID_ADDRESS = label(
    r"ip(?:v?[46])?|ip[ -]?address(?:es)?|addr(?:ess)?|host|client|src|from|ip-адрес\w*|адрес\w*|адреса"
)
_RANGE = re.compile(r"/(?P<bits>\d{1,3})(?!\d|/|\.\d)")
_MOST_BITS = {4: 32, 6: 128}
_LONGEST_SIX = 45
_ZONE_INDEX = re.compile(r"%[0-9A-Za-z]{1,16}")
_ARROW_AFTER = re.compile(r" > |: ")
_SIX_VERSION = 6
_PARTS, _LONGEST_PART, _HIGHEST_PART = 4, 3, 255


def read_ip_addresses(sheet: Sheet) -> Iterator[Finding]:
    """Version 6 first, since it may end with an address of version 4."""
    six = [one for match in _SIX.finditer(sheet.text) if (one := _read_six(match, sheet))]
    yield from six
    left = sheet.without(six)
    for match in _FOUR.finditer(left.text):
        yield _read_four(match, left)


def _read_four(match: re.Match[str], sheet: Sheet) -> Finding:
    start, end = match.span()
    parts = match[0].split(".")
    if len(parts) > _PARTS:
        return _dumped(match, sheet)
    if any(len(part) > _LONGEST_PART for part in parts) or _is_version(sheet, start, end):
        return Aside(start, end)
    too_high = next((part for part in parts if int(part) > _HIGHEST_PART), None)
    if too_high or any(len(part) > 1 and part.startswith("0") for part in parts):
        reason = _too_high(match[0], too_high) if too_high else _zeros(match[0], parts)
        return Odd(start, end, IdentifierType.IP_ADDRESS, reason)
    if parts[0] == "255" or match[0] == "0.0.0.0":  # noqa: S104 - a netmask, or no address at all
        return Aside(start, end)
    return _whole(IPv4Address(match[0]), start, end, sheet)


def _is_version(sheet: Sheet, start: int, end: int) -> bool:
    """“Chrome/120.0.0.0” is a version; Cisco's “outside/192.0.2.1(443)” is not."""
    product = sheet.labelled(start, _PRODUCT) and not sheet.text.startswith("(", end)
    return bool(product or sheet.labelled(start, _VERSION))


def _too_high(written: str, part: str) -> str:
    return say(
        "“{written}” is not an IP address: each of its four numbers must be 255 or less, and {part} is not. Check it.",
        written=written,
        part=part,
    )


def _zeros(written: str, parts: list[str]) -> str:
    plain = ".".join(part.lstrip("0") or "0" for part in parts)
    return say(
        "“{written}” has leading zeros, which some programs count in eights. If it is {plain}, write it so.",
        written=written,
        plain=plain,
    )


def _dumped(match: re.Match[str], sheet: Sheet) -> Finding:
    """tcpdump writes the port as a fifth number, and “>” between the two ends."""
    start, end = match.span()
    address, _, port = match[0].rpartition(".")
    arrow = _ARROW_AFTER.match(sheet.text, end) or sheet.text.endswith(" > ", max(0, start - 3), start)
    try:
        return _found(IPv4Address(address), start, end, port_in(port)) if arrow else Aside(start, end)
    except AddressValueError:
        return Aside(start, end)


def _read_six(match: re.Match[str], sheet: Sheet) -> Finding | None:
    written = match[0]
    trimmed = written.rstrip(".") if written.endswith("::") else written.rstrip(".:")
    trimmed = (
        f"{trimmed}::" if written.startswith(f"{trimmed}::") and not written.startswith(f"{trimmed}:::") else trimmed
    )
    start, end = match.start(), match.start() + len(trimmed)
    if trimmed.count(":") < 2 or len(trimmed) > _LONGEST_SIX + 6:  # noqa: PLR2004
        return None
    if re.fullmatch(r"[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2})+", trimmed):  # a fingerprint or a hardware address
        return None
    address, port = _six_with_port(trimmed)
    if address is None:
        return _odd_six(trimmed, start, end, sheet)
    if address.is_unspecified or not re.search(r"\d", str(address)):  # “dead::beef” is a word play or a name in code
        return Aside(start, end)
    if port:
        return _found(address, start, end, port)
    return _whole(address, start, end, sheet)


def _six_with_port(written: str) -> tuple[IPv6Address | None, PortWritten | None]:
    """tcpdump writes the port behind a full stop."""
    address, _, port = written.rpartition(".")
    for text, number in ((written, None), (address, port_in(port))):
        try:
            return IPv6Address(text), number
        except AddressValueError:
            continue
    return None, None


def _odd_six(written: str, start: int, end: int, sheet: Sheet) -> Finding | None:
    groups = written.split(":")
    if len(groups) < 4 and "::" not in written:  # noqa: PLR2004 - a time, a ratio, a path
        return None
    if not (re.match(r"[23][0-9A-Fa-f]{3}:", written) or sheet.labelled(start, _SAID_ADDRESS)):
        return None
    sentence = say(
        "“{written}” is not an IPv6 address: it needs eight groups, or one “::” in place of zeros. Check it.",
        written=written,
    )
    return Odd(start, end, IdentifierType.IP_ADDRESS, sentence)


def _whole(address: IPv4Address | IPv6Address, start: int, end: int, sheet: Sheet) -> Finding:
    """The address with what stands around it: a range, a zone index, brackets, a port."""
    text, most = sheet.text, _MOST_BITS[address.version]
    ranged = _RANGE.match(text, end)
    if ranged and int(ranged["bits"]) < most:
        return _odd_range(text[start : ranged.end()], start, ranged.end(), most - int(ranged["bits"]))
    if ranged and int(ranged["bits"]) == most:
        return _found(address, start, ranged.end(), None)
    if address.version == _SIX_VERSION and (index := _ZONE_INDEX.match(text, end)):
        end = index.end()
    bracketed = start > 0 and text[start - 1] == "[" and text.startswith("]", end)
    port = port_at(text, end + bracketed)
    if port and bracketed:
        return _found(address, start - 1, port.end, port)
    if port and not bracketed and not (address.version == _SIX_VERSION and text[end] in ":/"):
        return _found(address, start, port.end, port)
    return _found(address, start, end, None)


def _odd_range(written: str, start: int, end: int, free_bits: int) -> Odd:
    if free_bits <= _MOST_BITS[4]:
        sentence = say(
            "“{written}” is a range of {size} addresses. Name the one address that was used, and when.",
            written=written,
            size=f"{2**free_bits:,}",
        )
    else:
        sentence = say(
            "“{written}” is a range of addresses. Name the one address that was used, and when.", written=written
        )
    return Odd(start, end, IdentifierType.IP_ADDRESS, sentence)


def _found(address: IPv4Address | IPv6Address, start: int, end: int, port: PortWritten | None) -> Found:
    plain = str((address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address)
    return Found(
        start,
        end,
        IdentifierType.IP_ADDRESS,
        plain,
        port=port.number if port else None,
        country=_registered_in(plain),
        missing=(port.gap,) if port and port.gap else (),
    )


def _registered_in(address: str) -> CountryCode | None:
    from iptocc import country_code

    return country_or_none(country_code(address))
