"""Which addresses a node asks when somebody else's certificate names them: those of the open Internet. No network here.

A certificate may name any address. One inside the node's own network would let its issuer knock, from here, at doors
that are closed to the outside.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_TRANSLATED = ip_network("64:ff9b::/96")
"""IPv6 addresses that a gateway turns into IPv4 ones (RFC 6052)."""


def is_open(address: str) -> bool:
    """Whether the numeric `address` is on the open Internet: not this machine, not a private network, not a group."""
    found = ip_address(address.partition("%")[0])
    return all(part.is_global and not part.is_multicast and not part.is_reserved for part in _meant(found))


def _meant(found: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """The address that is really reached, where an IPv6 address wraps an IPv4 one."""
    if isinstance(found, IPv4Address):
        return [found]
    if found in _TRANSLATED:
        return [IPv4Address(int(found) & 0xFFFFFFFF)]
    inner = found.ipv4_mapped or found.sixtofour
    if found.teredo:
        return list(found.teredo)
    return [inner] if inner else [found]
