"""Which certificates may speak for which countries on this node, and its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.words import noted
from comity.upkeep.models import PackKey


@dataclass(frozen=True, slots=True)
class PackKeyView:
    """`standing` is in words: “speaks”, “not yet”, “ended”, “certificate expired” or “withdrawn”."""

    country: CountryCode
    name: str
    fingerprint: str
    holds_to: datetime
    valid_from: date
    valid_to: date | None
    reason: str
    trusted_by: str
    trusted_at: datetime
    distrusted_at: datetime | None
    distrusted_because: str
    standing: str

    @property
    def country_name(self) -> str:
        return self.country.english_name

    @property
    def short(self) -> str:
        return self.fingerprint[:16]


def pack_keys() -> list[PackKeyView]:
    """Every certificate that may speak, or once could, by country."""
    return [
        PackKeyView(
            CountryCode(row.country),
            row.name,
            row.fingerprint,
            row.holds_to,
            row.valid_from,
            row.valid_to,
            row.reason,
            row.trusted_by,
            row.trusted_at,
            row.distrusted_at,
            row.distrusted_because,
            _standing(row),
        )
        for row in PackKey.objects.all()
    ]


def _standing(row: PackKey) -> str:
    today = clock.today(UTC)
    if row.distrusted_at:
        return "withdrawn"
    if row.holds_to <= clock.now():
        return noted("certificate expired")
    if row.valid_to and row.valid_to <= today:
        return noted("ended")
    return "not yet" if row.valid_from > today else "speaks"
