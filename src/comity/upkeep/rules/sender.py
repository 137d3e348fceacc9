"""Telling one sender from another without keeping an address: a keyed digest of the network it belongs to."""

from __future__ import annotations

import hmac
from datetime import timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network

MOST = 5
WITHIN = timedelta(hours=1)
KEPT_FOR = timedelta(days=1)
SITE = 64
"""Bits of an IPv6 address that a household or an office shares: whoever has one has all of it."""


def sender(address: str, key: str) -> str:
    """64 hexadecimal digits, the same for one address (of IPv6, one site); nobody without the key can tell which."""
    return hmac.new(key.encode(), _network(address).encode(), sha256).hexdigest()


def _network(address: str) -> str:
    try:
        read = ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(read, IPv6Address):
        if read.ipv4_mapped:
            return str(read.ipv4_mapped)
        return str(ip_network((read, SITE), strict=False))
    return str(read)
