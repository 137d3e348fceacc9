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
from comity.casework.queries.going_along import GoingAlong, going_along
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules import letter_languages as rules
from comity.casework.rules.declaration import Addressee, Kind
from comity.casework.rules.registry import kind
from comity.casework.rules.translations import translations, untranslated
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.language import language_code
from comity.kernel.language_words import language_words
from comity.kernel.languages import ENGLISH
from comity.kernel.words import say
from comity.people.models.user import User


@dataclass(frozen=True, slots=True)
class LetterLanguages:
    """`asked` is the other side, as it stands in a sentence. `chosen` are those of the letter. `accepted` is None
    where no source says what the other side accepts; `facts` are the sources that do. `lacking` are the labels, by
    field, of the long texts that are not given in the one language of the letter that the other side reads."""

    asked: str
    chosen: tuple[str, ...]
    proposed: tuple[str, ...]
    accepted: tuple[str, ...] | None
    facts: tuple[FactView, ...]
    warnings: tuple[str, ...]
    lacking: tuple[tuple[str, str], ...] = ()

    @property
    def second(self) -> str:
        """The language of the second column; empty where there is one column."""
        return self.chosen[1] if len(self.chosen) > 1 else ""

    @property
    def second_words(self) -> str:
        return language_words(self.second)

    @property
    def chosen_words(self) -> str:
        return rules.names_of(self.chosen)

    @property
    def accepted_words(self) -> str:
        return rules.one_of(self.accepted or ()) or say("not known")


def languages_of(user: User, reference: str) -> LetterLanguages:
    """Those of a request's letter. Raises NotFound, for a hidden request too."""
    request = request_of(visible_requests(user), reference)
    return languages_for(request, going_along(request))


def languages_for(request: Request, along: GoingAlong) -> LetterLanguages:
    """The same, of a request that is read already, with what goes along with it."""
    return letter_languages(
        request.kind,
        request.requested_country,
        request.content,
        request.letter_languages,
        translated=along.languages,
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
    second = rules.only_the_second(chosen, found, translated)
    lacking = untranslated(declared, content, second) if second else ()
    return LetterLanguages(
        asked=asked,
        chosen=chosen,
        proposed=rules.proposed(_own(snapshot), found),
        accepted=found,
        facts=facts,
        warnings=tuple(rules.warnings(chosen, found, asked, translated, lacking=len(lacking))),
        lacking=tuple((spec.name, spec.label) for spec in lacking),
    )


def proposed_languages(
    declared: Kind, country: CountryCode, content: Mapping[str, Any], before: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """What a new request of this kind to `country` begins with: the languages of the letter `before` it, if there are
    any, else what that country accepts. Where texts are translated already, that language is the second."""
    snapshot = node_snapshot()
    own, accepted = _own(snapshot), _accepted(snapshot, declared, country, content)[0]
    found = before or rules.proposed(own, accepted)
    translated = [*translations(declared, content)]
    if not translated or set(found[1:]) & set(translated):
        return found
    return rules.beside(found, translated[0], own)


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
