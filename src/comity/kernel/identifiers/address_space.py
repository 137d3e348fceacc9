"""What an IP address's range means for tracing it: shared, private or reserved (RFC 6598, 1918, 4193, 6890, 5737)."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

from comity.kernel.identifiers.missing import Missing, MissingKey, Severity, needed, useful
from comity.kernel.words import noted, say


@dataclass(frozen=True, slots=True)
class _Range:
    networks: tuple[IPv4Network | IPv6Network, ...]
    sentence: str
    severity: Severity = Severity.NEEDED


def _range(networks: str, sentence: str, severity: Severity = Severity.NEEDED) -> _Range:
    return _Range(tuple(ip_network(network) for network in networks.split()), sentence, severity)


_RANGES = (
    _range(
        "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 fc00::/7",
        noted(
            "{address} is a private address: it exists in countless networks at once and cannot be traced abroad. Ask "
            "whoever runs that network for its public address, and the port, at that time."
        ),
    ),
    _range(
        "127.0.0.0/8 ::1/128",
        noted(
            "{address} means the computer itself and cannot be traced abroad. Look for the address of the other side."
        ),
    ),
    _range(
        "169.254.0.0/16 fe80::/10",
        noted(
            "{address} holds on one cable only and cannot be traced abroad. Ask whoever runs that network for its "
            "public address, and the port, at that time."
        ),
    ),
    _range(
        "192.0.2.0/24 198.51.100.0/24 203.0.113.0/24 2001:db8::/32 3fff::/20",
        noted(
            "{address} is reserved for examples: no provider uses it, and it cannot be traced. In a real case, check "
            "the figures."
        ),
        Severity.USEFUL,
    ),
    _range(
        "0.0.0.0/8 192.0.0.0/24 198.18.0.0/15 224.0.0.0/3 ff00::/8 100::/64 ::/128",
        noted(
            "{address} is a reserved address that no subscriber has, and cannot be traced abroad. Check the figures."
        ),
    ),
)
_SHARED = ip_network("100.64.0.0/10")


def range_gap(address: IPv4Address | IPv6Address) -> Missing | None:
    """What the address's range lacks for a request abroad, None for one that a provider can look up."""
    found = next((one for one in _RANGES if any(address in network for network in one.networks)), None)
    if found is None:
        return None
    return Missing(MissingKey.PUBLIC_ADDRESS, say(found.sentence, address=address), found.severity)


def is_shared(address: IPv4Address | IPv6Address) -> bool:
    """Whether the address is one that a provider shares among customers (RFC 6598)."""
    return address.version == 4 and address in _SHARED  # noqa: PLR2004


def port_gap(address: IPv4Address | IPv6Address) -> Missing | None:
    """Which port is missing where none was written; an IPv6 address needs none, since it is one subscriber's."""
    if address.version == 6:  # noqa: PLR2004
        return None
    if is_shared(address):
        return needed(
            MissingKey.PORT,
            say(
                "{address} is shared by many subscribers at once. Only the source port tells them apart: add it.",
                address=address,
            ),
        )
    return useful(
        MissingKey.PORT,
        noted("If the provider shares addresses, only the source port tells customers apart: add it if you hold it."),
    )
