"""Who looks after which country, and what is due there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from comity.atlas.rules.snapshot import Snapshot
from comity.upkeep.models import CountryOwner
from comity.upkeep.queries.staleness import country_staleness
from comity.upkeep.rules.staleness import Staleness


@dataclass(frozen=True, slots=True)
class OwnerLine:
    """A country that a pack describes, with its figure; `username` is empty where nobody looks after it."""

    country: str
    name: str
    figure: Staleness
    username: str
    display_name: str
    since: datetime | None


def owner_lines(snapshot: Snapshot, day: date) -> tuple[OwnerLine, ...]:
    """The described countries by name, in one query."""
    owners = {row.country: row for row in CountryOwner.objects.select_related("user")}
    figures = country_staleness(snapshot, day)
    return tuple(
        OwnerLine(
            code,
            pack.country.name,
            figures[code],
            owners[code].user.username if code in owners else "",
            owners[code].user.display_name if code in owners else "",
            owners[code].since if code in owners else None,
        )
        for code, pack in sorted(snapshot.countries.items(), key=lambda item: item[1].country.name)
    )
