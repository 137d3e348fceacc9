"""Identify what a pasted text names: a log, an abuse mail, a statement. Pure; asks no network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import tzinfo

from comity.kernel.country import CountryCode
from comity.kernel.identifiers.connection import Connection, connections
from comity.kernel.identifiers.finding import Finding, Found, Odd, Reader, Sheet
from comity.kernel.identifiers.folding import Folded, fold
from comity.kernel.identifiers.identifier import Identifier
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.identifiers.reading import Reading, Unread
from comity.kernel.identifiers.registry import AFTER_TIMES, BEFORE_TIMES
from comity.kernel.identifiers.times.find_times import TimeFound, find_times

LONGEST_TEXT = 200_000
MOST_IDENTIFIERS = 1_000


def identify(text: str, *, region: CountryCode | None = None, zone: tzinfo | None = None) -> Reading:
    """All identifiers in `text` (at most 200,000 characters; the first 1,000 are kept), in order of appearance.

    `region` is the country whose national telephone numbers are meant, `zone` the time zone that the user states for
    times without one; neither is ever guessed. Raises ValueError with a sentence where the text is too long.
    """
    if len(text) > LONGEST_TEXT:
        raise ValueError(
            f"The text has {len(text):,} characters, and at most {LONGEST_TEXT:,} are read at once. "
            "Paste the lines that matter."
        )
    folded = fold(text)
    sheet = Sheet(folded.text, folded.text, region)
    sheet, early = _claimed(sheet, BEFORE_TIMES)
    times = find_times(sheet.text, zone)
    sheet, late = _claimed(sheet.without(times), AFTER_TIMES)
    return _reading(text, folded, early + late, times)


def _claimed(sheet: Sheet, readers: Iterable[Reader]) -> tuple[Sheet, list[Finding]]:
    """What the readers find, each blanking out its claims for those after it."""
    findings: list[Finding] = []
    for reader in readers:
        mine = _apart(sorted(reader(sheet), key=lambda one: (one.start, -one.end)))
        sheet = sheet.without(mine)
        findings += mine
    return sheet, findings


def _apart(findings: Iterable[Finding]) -> list[Finding]:
    kept: list[Finding] = []
    for one in findings:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _reading(text: str, folded: Folded, findings: Sequence[Finding], times: Sequence[TimeFound]) -> Reading:
    order = sorted(findings, key=lambda one: one.start)
    found = [one for one in order if isinstance(one, Found)]
    odd = [one for one in order if isinstance(one, Odd)]
    kept = found[:MOST_IDENTIFIERS]
    addresses = iter(connections(folded.text, [one for one in kept if one.type is IdentifierType.IP_ADDRESS], times))
    joined = [next(addresses) if one.type is IdentifierType.IP_ADDRESS else Connection(one, None) for one in kept]
    return Reading(
        tuple(_identifier(text, folded, one) for one in joined),
        tuple(_unread(text, folded, one) for one in odd[:MOST_IDENTIFIERS]),
        max(0, len(found) - MOST_IDENTIFIERS) + max(0, len(odd) - MOST_IDENTIFIERS),
    )


def _identifier(text: str, folded: Folded, connection: Connection) -> Identifier:
    found, time = connection.address, connection.time
    start, end = folded.original(found.start, found.end)
    moment = time.moment if time else None
    if time and moment:
        first, last = folded.original(time.start, time.end)
        moment = replace(moment, written=text[first:last])
    return Identifier(
        type=found.type,
        value=found.value,
        written=text[start:end],
        start=start,
        end=end,
        kind=found.kind,
        port=found.port,
        time=moment,
        provider=found.provider,
        country=found.country,
        missing=found.missing,
        notes=found.notes,
    )


def _unread(text: str, folded: Folded, odd: Odd) -> Unread:
    start, end = folded.original(odd.start, odd.end)
    return Unread(odd.type, text[start:end], start, end, odd.sentence)
