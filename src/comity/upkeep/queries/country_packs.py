"""The packs of countries on this node: where each came from, whether it can be handed on signed, and what waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from comity.atlas.models import LoadedPack, Origin, PackOffer
from comity.kernel.country import CountryCode
from comity.upkeep.models import SignedPack
from comity.upkeep.rules.signed_pack import COUNTRY


@dataclass(frozen=True, slots=True)
class CountryPackLine:
    """`signer` signed the file of this very version that is kept; empty where none is. `own` is the node's country."""

    country: CountryCode
    version: int
    digest: str
    origin: str
    since: datetime
    signer: str
    own: bool
    offer: int | None

    @property
    def name(self) -> str:
        return self.country.english_name

    @property
    def origin_label(self) -> str:
        return Origin(self.origin).label

    @property
    def signs(self) -> bool:
        """Whether it can be handed on signed: by the node itself, or as it came."""
        return self.own or bool(self.signer)


def country_packs() -> list[CountryPackLine]:
    """By the countries' names."""
    rows = LoadedPack.objects.filter(current=True, kind=COUNTRY).defer("content")
    signers = {(row.pack, row.digest): row.signer for row in SignedPack.objects.defer("file").order_by("kept_at", "pk")}
    waiting = dict(PackOffer.objects.filter(decided_at=None).order_by("-received_at", "-pk").values_list("name", "pk"))
    lines = [
        CountryPackLine(
            country := CountryCode(row.name.rpartition("/")[2]),
            row.version,
            row.digest,
            row.origin,
            row.loaded_at,
            signers.get((row.name, row.digest), ""),
            country == settings.ENV.country,
            waiting.get(row.name),
        )
        for row in rows
    ]
    return sorted(lines, key=lambda line: line.name)
