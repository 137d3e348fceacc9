"""Give each IP address the time and port that belong to it, and say what a provider would still need."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from ipaddress import ip_address

from comity.kernel.identifiers.address_space import port_gap, range_gap
from comity.kernel.identifiers.finding import Found
from comity.kernel.identifiers.layout import Layout, layout_of
from comity.kernel.identifiers.missing import MissingKey, Severity, needed
from comity.kernel.identifiers.pairing import Pairs, pair
from comity.kernel.identifiers.port import PortWritten, Side, find_ports, side_of_address
from comity.kernel.identifiers.port_column import find_port_columns
from comity.kernel.identifiers.times.find_times import TimeFound
from comity.kernel.words import noted

_NO_TIME = noted(
    "The address has no time, and providers give the same address to many people in turn. "
    "Add the date, the time to the second, and the time zone of the connection."
)
_OTHER_LINE = noted("The time stands on another line of the text. Check that it is the time of this connection.")
_REACH_BEFORE = 40
_MAIL_HEADER = re.compile(r"(?:Subject|From|To|Received|Message-ID|Return-Path):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Connection:
    """An address as found, and the time of its connection where the text has one."""

    address: Found
    time: TimeFound | None


def connections(text: str, addresses: Sequence[Found], times: Sequence[TimeFound]) -> list[Connection]:
    """One for each of `addresses`, in their order; `text` is the folded text."""
    if not addresses:
        return []
    layout = layout_of(text)
    with_ports = _with_ports(text, layout, addresses)
    pairs = pair(text, layout, addresses, times, shared=True)
    if len(addresses) == len(times) == 1 and not pairs.on_line and not _in_mail_header(text, layout, times[0]):
        pairs = Pairs({}, {0: 0})  # the only time and the only address belong together, even across blank lines
    return [
        _connection(
            address,
            times[pairs.on_line[index]] if index in pairs.on_line else None,
            times[pairs.nearby[index]] if index in pairs.nearby else None,
        )
        for index, address in enumerate(with_ports)
    ]


def _connection(address: Found, here: TimeFound | None, nearby: TimeFound | None) -> Connection:
    time = here or nearby
    ip = ip_address(address.value)
    gaps = [gap for gap in (range_gap(ip),) if gap]
    if not any(gap.severity is Severity.NEEDED for gap in gaps):
        gaps += time.missing if time else (needed(MissingKey.TIME, _NO_TIME),)
        said = address.port or any(gap.what is MissingKey.PORT for gap in address.missing)
        gaps += [gap for gap in (None if said else port_gap(ip),) if gap]
    notes = (*(time.notes if time else ()), *((_OTHER_LINE,) if nearby and not here else ()))
    complete = replace(address, missing=(*gaps, *address.missing), notes=(*address.notes, *notes))
    return Connection(complete, time)


def _with_ports(text: str, layout: Layout, addresses: Sequence[Found]) -> list[Found]:
    """Ports that stand apart from their address; those of the victim go to the victim's address or to none."""
    written = sorted([*find_ports(text), *find_port_columns(text)], key=lambda port: port.start)
    ports = _apart(written, addresses)
    free = [index for index, address in enumerate(addresses) if address.port is None and not address.missing]
    targets = {index for index in free if _side(text, addresses[index]) is Side.TARGET}
    matched = dict(enumerate(addresses))
    for target in (False, True):
        mine = [index for index in free if (index in targets) is target]
        theirs = [port for port in ports if (port.side is Side.TARGET) is target]
        pairs = pair(text, layout, [addresses[index] for index in mine], theirs, shared=False)
        for owner, thing in (pairs.on_line | pairs.nearby).items():
            port = theirs[thing]
            gap = (port.gap,) if port.gap else ()
            matched[mine[owner]] = replace(addresses[mine[owner]], port=port.number, missing=gap)
    return [matched[index] for index in range(len(addresses))]


def _apart(ports: list[PortWritten], addresses: Sequence[Found]) -> list[PortWritten]:
    """Those that are not already read as part of an address."""
    ends = [address.end for address in addresses]
    free = []
    for port in ports:
        index = bisect_right(ends, port.start)
        if index == len(addresses) or addresses[index].start >= port.end:
            free.append(port)
    return free


def _side(text: str, address: Found) -> Side:
    return side_of_address(text[max(0, address.start - _REACH_BEFORE) : address.start])


def _in_mail_header(text: str, layout: Layout, time: TimeFound) -> bool:
    """A letter's own date is not the time of the connection that the letter tells of."""
    line = layout.line(time.start)
    same = [start for start, block in zip(layout.starts, layout.blocks, strict=True) if block == layout.blocks[line]]
    return any(_MAIL_HEADER.match(text, start) for start in same)
