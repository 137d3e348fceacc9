"""The languages of a request's letter beside those that the other side accepts, with the source that says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from comity.atlas.queries.fact import FactView, fact_view
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.fact import Dated
from comity.atlas.rules.snapshot import Snapshot
from comity.casework.models.request import Request
from comity.casework.queries.zone import country_zone
from comity.casework.rules import letter_languages as rules
from comity.casework.rules.declaration import Addressee, Kind
from comity.casework.rules.registry import kind
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.languages import ENGLISH


@dataclass(frozen=True, slots=True)
class LetterLanguages:
    """`chosen` are those of the letter. `accepted` is None where no source says what the other side accepts; `facts`
    are the sources that do."""

    chosen: tuple[str, ...]
    proposed: tuple[str, ...]
    accepted: tuple[str, ...] | None
    facts: tuple[FactView, ...]
    warnings: tuple[str, ...]

    @property
    def chosen_words(self) -> str:
        return rules.names_of(self.chosen)

    @property
    def accepted_words(self) -> str:
        return rules.names_of(self.accepted or (), "or") or "not known"


def letter_languages(request: Request) -> LetterLanguages:
    """Reads the law on this node, and no row."""
    declared = kind(request.kind)
    country = CountryCode(request.requested_country)
    found, facts = _accepted(declared, country, request.content)
    chosen = tuple(request.languages) or (ENGLISH.code,)
    return LetterLanguages(
        chosen=chosen,
        proposed=rules.proposed(_own(), found),
        accepted=found,
        facts=facts,
        warnings=tuple(rules.warnings(chosen, found, country)),
    )


def proposed_languages(declared: Kind, country: CountryCode, content: Mapping[str, Any]) -> tuple[str, ...]:
    """What a new request of this kind to `country` begins with."""
    return rules.proposed(_own(), _accepted(declared, country, content)[0])


def _own() -> str:
    pack = node_snapshot().countries.get(settings.ENV.country)
    return pack.country.languages[0] if pack and pack.country.languages else ENGLISH.code


def _accepted(
    declared: Kind, country: CountryCode, content: Mapping[str, Any]
) -> tuple[tuple[str, ...] | None, tuple[FactView, ...]]:
    """A provider's own languages where it is a provider that is asked, else those of the country's authorities."""
    snapshot = node_snapshot()
    day = clock.today(ZoneInfo(country_zone(country)))
    facts = [fact for fact in _facts(snapshot, declared, country, content) if fact.covers(day)]
    languages = tuple(dict.fromkeys(code for fact in facts for code in fact.value))
    return (languages or None), tuple(fact_view(fact, snapshot.sources, day) for fact in facts)


def _facts(
    snapshot: Snapshot, declared: Kind, country: CountryCode, content: Mapping[str, Any]
) -> tuple[Dated[tuple[str, ...]], ...]:
    if declared.addressee is Addressee.PROVIDER:
        named = str(content.get("service_provider") or "").strip().casefold()
        known = snapshot.providers.values()
        return next((provider.languages for provider in known if provider.name.casefold() == named), ())
    pack = snapshot.countries.get(country)
    return pack.country.request_languages if pack else ()
