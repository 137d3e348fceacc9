"""Reforms that an address supposes: read, said in sentences, and what cannot be supposed named with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.reform import supposition_view
from comity.atlas.rules.edit import Edit, powers_named
from comity.atlas.rules.packs.consistency import GENERAL_SEIZURE
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.supposition import Entry, Supposition, edits_of, entries_of, read_supposition, supposing
from comity.kernel.words import say
from comity.web.components.choices import Choices, Grouped

MOST = 12
"""Reforms that one address may suppose."""


@dataclass(frozen=True, slots=True)
class Supposed:
    """One reform of the address: its key, its sentence, and the keys that remain once it is taken back."""

    key: str
    says: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Supposing:
    """What an address supposes. `problems` are sentences; what they concern is left out of `edits`."""

    everything: tuple[Supposition, ...] = ()
    reforms: tuple[Supposed, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def edits(self) -> tuple[Edit, ...]:
        return edits_of(self.everything)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return entries_of(self.everything)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(reform.key for reform in self.reforms)


def read_supposed(texts: Sequence[str], snapshot: Snapshot, day: date) -> Supposing:
    """What `texts` ("UA:16=full", …) suppose from `day` on. Of two that speak of one thing the later holds."""
    found: dict[tuple[str, str], Supposition] = {}
    problems = []
    for text in _distinct(texts)[:MOST]:
        try:
            each = read_supposition(text, snapshot, day)
            supposing(snapshot, (each,))
        except ValueError as problem:
            problems.append(str(problem))
        else:
            found[("", each.instrument) if isinstance(each, Entry) else (each.country, each.target)] = each
    if len(_distinct(texts)) > MOST:
        problems.append(say("At most {count} reforms can be supposed at once; the others were left out.", count=MOST))
    views = [supposition_view(each, snapshot) for each in found.values()]
    keys = tuple(view.key for view in views)
    reforms = (Supposed(view.key, view.says, tuple(key for key in keys if key != view.key)) for view in views)
    return Supposing(tuple(found.values()), tuple(reforms), tuple(problems))


def target_choices(snapshot: Snapshot) -> Grouped:
    """What a reform can change: the powers that some pack speaks of, and the instruments."""
    articles = powers_named(snapshot) - {GENERAL_SEIZURE}
    powers = [
        (article, say("the power of Article {article}", article=article)) for article in sorted(articles, key=_in_order)
    ]
    return [(say("Powers, by article of the Convention"), powers), (say("Instruments"), _instruments(snapshot))]


def value_choices() -> Grouped:
    """What can be said of a power, and of a standing."""
    powers = [
        ("full", say("has it in full")),
        ("partial", say("has it in part")),
        ("none", say("does not have it")),
    ]
    standings = [
        ("party", say("is Party")),
        ("none", say("is not Party")),
        ("suspended", say("has suspended or left it")),
    ]
    return [(say("Of a power"), powers), (say("Of an instrument"), standings)]


def _instruments(snapshot: Snapshot) -> Choices:
    return [(name, pack.instrument.short) for name, pack in snapshot.instruments.items()]


def _in_order(article: str) -> tuple[int, str]:
    number = "".join(character for character in article if character.isdigit())
    return int(number or 0), article


def _distinct(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(text.strip() for text in texts) if text]
