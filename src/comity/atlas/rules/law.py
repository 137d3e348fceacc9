"""The law on one day: what the dated facts say, looked up once and remembered. Draws no conclusions."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeVar

from comity.atlas.rules.measure import Stage
from comity.atlas.rules.packs.channels import Channel, ChannelEntry
from comity.atlas.rules.packs.country import Authority, Competence, CountryPack, Function, Level, Power
from comity.atlas.rules.packs.instrument import InstrumentPack, Membership, Statement
from comity.atlas.rules.timeline import Finding, on_day

Found = TypeVar("Found")


class Competent(NamedTuple):
    """An authority and the facts that make it competent. `name_facts` say whether it exists under this name."""

    authority: Authority
    facts: tuple[Competence, ...]
    disputed: bool


class Law:
    """The facts that hold on `day`. Findings are kept, so that a matrix of all States looks each up once."""

    def __init__(
        self,
        day: date,
        channels: Mapping[Channel, ChannelEntry],
        instruments: Mapping[str, InstrumentPack],
        countries: Mapping[str, CountryPack],
    ) -> None:
        self.day = day
        self.channels = channels
        self.instruments = instruments
        self.countries = countries
        self._remembered: dict[Hashable, Any] = {}

    def remember(self, key: Hashable, find: Callable[[], Found]) -> Found:
        """What `find` gives, found once for this law. The key begins with a name that no other conclusion uses."""
        if key not in self._remembered:
            self._remembered[key] = find()
        found: Found = self._remembered[key]
        return found

    def membership(self, instrument: str, country: str) -> Finding[Membership]:
        """Where `country` stands towards `instrument`: its own facts, else what holds for everyone."""
        pack = self.instruments[instrument]
        facts = pack.parties.get(country, pack.instrument.everyone)
        return self.remember(("membership", instrument, country), lambda: on_day(facts, self.day))

    def in_force(self, instrument: str) -> Finding[bool]:
        return on_day(self.instruments[instrument].instrument.in_force, self.day)

    def power(self, country: str, article: str) -> Finding[Level]:
        """How far `country` gives the power of the Convention's `article`; the facts are `Power`s."""
        pack = self.countries.get(country)
        facts: tuple[Power, ...] = pack.powers.get(article, ()) if pack else ()
        return on_day(facts, self.day)

    def competent(self, country: str, function: Function, stage: Stage, instrument: str) -> tuple[Competent, ...]:
        """The authorities with `function` at `stage` under `instrument`, in the order of the pack."""
        pack = self.countries.get(country)
        return tuple(
            Competent(authority, facts, any(fact.disputed for fact in facts))
            for authority in (pack.authorities if pack else ())
            if (
                facts := tuple(
                    fact
                    for fact in authority.competences
                    if fact.value is function
                    and fact.covers(self.day)
                    and stage in fact.stages
                    and (not fact.instruments or instrument in fact.instruments)
                )
            )
            and on_day(authority.exists, self.day).value is not False
        )

    def statements(self, instrument: str, country: str) -> tuple[Statement, ...]:
        """Reservations and declarations of `country` to `instrument` that hold on the day."""
        facts = self.instruments[instrument].statements.get(country, ())
        return tuple(fact for fact in facts if fact.covers(self.day))

    def request_languages(self, country: str) -> Finding[tuple[str, ...]]:
        pack = self.countries.get(country)
        return on_day(pack.country.request_languages if pack else (), self.day)
