"""What the atlas and signed-off assessments say of one indicator, as of a day. Weighs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from comity.atlas.queries.country import exists, standing_word
from comity.atlas.queries.fact import FactView, fact_view
from comity.atlas.rules.fact import Cited
from comity.atlas.rules.packs.country import CountryPack, Function, Topic
from comity.atlas.rules.packs.priorities import Indicator, Looks
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.timeline import on_day
from comity.kernel.confidence import Confidence
from comity.kernel.country import CountryCode
from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.stateofplay.rules.matrix import Statement, newest
from comity.stateofplay.rules.priorities import Reading


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer of a signed-off assessment: its value, the same in words, and what it states in the overview."""

    value: object
    words: str
    topic: str
    entries: tuple[str, ...]
    fact: FactView


@dataclass(frozen=True)
class Place:
    """Where one looks: a country on a day. `answers` are by question, of the last assessments signed off by then."""

    snapshot: Snapshot
    country: str
    day: date
    answers: Mapping[str, Answered] = field(default_factory=dict)

    @property
    def pack(self) -> CountryPack | None:
        return self.snapshot.countries.get(self.country)

    def view(self, facts: Iterable[Cited]) -> tuple[FactView, ...]:
        return tuple(fact_view(fact, self.snapshot.sources, self.day) for fact in facts)


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator with what was found: `found` says it in words; the facts carry source and age."""

    indicator: Indicator
    where: str
    reading: Reading
    found: str
    facts: tuple[FactView, ...] = ()


Found = tuple[Reading, str, tuple[FactView, ...]]
NOTHING = noted("nothing is recorded")


def looked_at(indicator: Indicator, place: Place) -> IndicatorView:
    """What is known of `indicator` there. A fact of low confidence is shown, and counts as not known."""
    reading, found, facts = _LOOK[indicator.looks](indicator.target, place)
    if facts and all(fact.confidence == Confidence.LOW for fact in facts):
        reading, found = Reading.UNKNOWN, say("{found} (a memory only, so it does not count)", found=found)
    return IndicatorView(indicator, where(indicator, place.snapshot), reading, found, facts)


def where(indicator: Indicator, snapshot: Snapshot) -> str:
    """Where the indicator looks, in words."""
    target, topic, function = indicator.target, _topic(indicator.target), _function(indicator.target)
    instrument = snapshot.instruments.get(target)
    return {
        Looks.POWER: say("Powers, Article {article}", article=target),
        Looks.OBSERVATION: say("Overview, “{topic}”", topic=said(topic.label) if topic else target),
        Looks.AUTHORITY: say("Authorities, {function}", function=said(function.label) if function else target),
        Looks.MEMBERSHIP: say(
            "Parties, {instrument}", instrument=instrument.instrument.short if instrument else target
        ),
        Looks.ANSWER: say("Assessment, question {question}", question=target),
    }[indicator.looks]


def _power(target: str, place: Place) -> Found:
    finding = on_day(place.pack.powers.get(target, ()) if place.pack else (), place.day)
    facts = place.view(finding.facts)
    if finding.disputed:
        return Reading.UNKNOWN, say("sources disagree"), facts
    level = finding.value.value if finding.value else ""
    return _WORDS.get(level, Reading.UNKNOWN), said(level or NOTHING), facts


def _observation(target: str, place: Place) -> Found:
    """A strategy's status by its word; listed gaps in procedural law: not met; any unit or authority named: met."""
    topic = _topic(target)
    stated = newest(_statements(topic, place), place.day) if topic else ()
    facts = tuple(statement.fact for statement in stated)
    if not stated:
        return Reading.UNKNOWN, say("nothing is recorded"), ()
    if len({statement.entries for statement in stated}) > 1:
        return Reading.UNKNOWN, say("sources disagree"), facts
    entries = stated[0].entries
    words = "; ".join(entry.rstrip(";") for entry in entries)
    if topic is Topic.STRATEGIES:
        return _status(entries), words, facts
    if topic is Topic.PROCEDURAL_LAW:
        return (Reading.NOT_MET if entries else Reading.MET), words or say("no gap listed"), facts
    return (Reading.MET if entries else Reading.UNKNOWN), words or said(NOTHING), facts


def _statements(topic: Topic, place: Place) -> list[Statement]:
    """What packs and assessments state of a row of the overview."""
    facts = place.pack.observations.get(topic, ()) if place.pack else ()
    packs = [Statement(fact.value, view) for fact in facts if fact.covers(place.day) for view in place.view([fact])]
    return packs + [
        Statement(answer.entries, answer.fact)
        for answer in place.answers.values()
        if answer.topic == topic and answer.entries
    ]


def _status(entries: Sequence[str]) -> Reading:
    first = entries[0].split()[0].strip(",.;:").lower() if entries and entries[0].split() else ""
    return _WORDS.get(first, Reading.UNKNOWN)


def _authority(target: str, place: Place) -> Found:
    """Any that is competent: met. None recorded is not known: the atlas records what there is, not what is lacking."""
    found = [
        (authority.name, item)
        for authority in (place.pack.authorities if place.pack else ())
        if exists(authority, place.day)
        for item in authority.competences
        if item.value == target and item.covers(place.day)
    ]
    if not found:
        return Reading.UNKNOWN, said(NOTHING), ()
    names = dict.fromkeys(name for name, _ in found)
    return Reading.MET, "; ".join(names), place.view(item for _, item in found)


def _membership(target: str, place: Place) -> Found:
    """Party: met. Signed only: partly. Neither, suspended or left: not met."""
    if target not in place.snapshot.instruments:
        return Reading.UNKNOWN, said(NOTHING), ()
    finding = place.snapshot.on(place.day).membership(target, CountryCode(place.country))
    word = standing_word(finding)
    reading = _STANDINGS.get(word, Reading.UNKNOWN)
    return (
        reading,
        said(_STANDING_WORDS.get(word, word)),
        place.view(finding.facts),
    )


def _answer(target: str, place: Place) -> Found:
    """By level or status; a count above zero, a list or a text that says something: met."""
    answer = place.answers.get(target.rpartition(":")[2])
    if answer is None or answer.value is None:
        return (
            Reading.UNKNOWN,
            say("not known") if answer else say("no assessment signed off"),
            (answer.fact,) if answer else (),
        )
    value = answer.value
    if isinstance(value, str) and value in _WORDS:
        return _WORDS[value], said(answer.words), (answer.fact,)
    return (Reading.MET if value else Reading.NOT_MET), answer.words, (answer.fact,)


def _topic(target: str) -> Topic | None:
    return Topic(target) if target in set(Topic) else None


def _function(target: str) -> Function | None:
    return Function(target) if target in set(Function) else None


_WORDS = {
    noted("full"): Reading.MET,
    noted("partial"): Reading.PARTLY,
    noted("none"): Reading.NOT_MET,
    noted("yes"): Reading.MET,
    noted("draft"): Reading.PARTLY,
    noted("no"): Reading.NOT_MET,
}
_STANDINGS = {
    noted("party"): Reading.MET,
    noted("signatory"): Reading.PARTLY,
    noted("none"): Reading.NOT_MET,
    noted("suspended"): Reading.NOT_MET,
}
_STANDING_WORDS = {
    "unknown": NOTHING,
    "disputed": noted("sources disagree"),
    "none": noted("not a Party"),
}
_LOOK: Mapping[Looks, Callable[[str, Place], Found]] = {
    Looks.POWER: _power,
    Looks.OBSERVATION: _observation,
    Looks.AUTHORITY: _authority,
    Looks.MEMBERSHIP: _membership,
    Looks.ANSWER: _answer,
}
