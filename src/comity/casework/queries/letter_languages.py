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
from comity.casework.queries.going_along import going_along
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules import letter_languages as rules
from comity.casework.rules.declaration import Addressee, Kind
from comity.casework.rules.registry import kind
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.language import language_code
from comity.kernel.languages import ENGLISH
from comity.kernel.words import say
from comity.people.models.user import User


@dataclass(frozen=True, slots=True)
class LetterLanguages:
    """`asked` is the other side, as it stands in a sentence. `chosen` are those of the letter. `accepted` is None
    where no source says what the other side accepts; `facts` are the sources that do."""

    asked: str
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
        return rules.one_of(self.accepted or ()) or say("not known")


def languages_of(user: User, reference: str) -> LetterLanguages:
    """Those of a request's letter. Raises NotFound, for a hidden request too."""
    return languages_for(request_of(visible_requests(user), reference))


def languages_for(request: Request) -> LetterLanguages:
    """The same, of a request that is read already."""
    return letter_languages(
        request.kind,
        request.requested_country,
        request.content,
        request.letter_languages,
        translated=going_along(request).languages,
    )


def letter_languages(
    kind_name: str,
    requested: str,
    content: Mapping[str, Any],
    chosen: tuple[str, ...],
    *,
    translated: frozenset[str] = frozenset(),
) -> LetterLanguages:
    """The languages `chosen` for a letter of this kind, beside what `requested` (a country's code) accepts. It is
    translated, or will be, into those of `translated`."""
    declared, country, snapshot = kind(kind_name), CountryCode(requested), node_snapshot()
    found, facts = _accepted(snapshot, declared, country, content)
    named = str(content.get("service_provider") or "").strip() or say("the provider")
    asked = named if declared.addressee is Addressee.PROVIDER else country_in_sentence(country)
    return LetterLanguages(
        asked=asked,
        chosen=chosen,
        proposed=rules.proposed(_own(snapshot), found),
        accepted=found,
        facts=facts,
        warnings=tuple(rules.warnings(chosen, found, asked, translated)),
    )


def proposed_languages(declared: Kind, country: CountryCode, content: Mapping[str, Any]) -> tuple[str, ...]:
    """What a new request of this kind to `country` begins with."""
    snapshot = node_snapshot()
    return rules.proposed(_own(snapshot), _accepted(snapshot, declared, country, content)[0])


def _own(snapshot: Snapshot) -> str:
    pack = snapshot.countries.get(settings.ENV.country)
    return pack.country.languages[0] if pack and pack.country.languages else ENGLISH.code


def _accepted(
    snapshot: Snapshot, declared: Kind, country: CountryCode, content: Mapping[str, Any]
) -> tuple[tuple[str, ...] | None, tuple[FactView, ...]]:
    """A provider's own languages where it is a provider that is asked, else those of the country's authorities."""
    pack = snapshot.countries.get(country)
    day = clock.today(ZoneInfo(pack.country.time_zone if pack else "UTC"))
    facts = [fact for fact in _facts(snapshot, declared, country, content) if fact.covers(day)]
    languages = tuple(dict.fromkeys(language_code(word) for fact in facts for word in fact.value))
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
