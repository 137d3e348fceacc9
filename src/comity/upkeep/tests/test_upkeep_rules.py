"""Places, shapes, wording, senders and staleness: rules that need no database."""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.atlas.rules.fact import Dated
from comity.atlas.rules.facts import facts, place_of
from comity.atlas.rules.packs.country import CountryPack, Power
from comity.atlas.rules.packs.kinds import KINDS
from comity.atlas.rules.packs.sources import SourcesPack
from comity.packkit.explain import explain
from comity.packkit.load import load_packs
from comity.packkit.pack import Pack
from comity.upkeep.rules.applying import applied
from comity.upkeep.rules.difference import ABSENT, differences, same
from comity.upkeep.rules.facts import Verb, added, corrected, ended, followed, removed, verbs_for
from comity.upkeep.rules.place import at, beside, split, standing
from comity.upkeep.rules.rebasing import rebased
from comity.upkeep.rules.refusal import NotNow, TouchedByBoth
from comity.upkeep.rules.review import may_review, may_revise
from comity.upkeep.rules.sender import sender
from comity.upkeep.rules.shape import Answer, as_written, made, shape_of
from comity.upkeep.rules.staleness import staleness
from comity.upkeep.rules.wording import side_by_side, word_for_word

FOLDER = Path(__file__).parents[4] / "packs"
FACT = {"value": "none", "from": "2017-06-16", "to": None, "source": "deck-2017", "checked": "2026-01-01"}
CONTENT = {"powers": {"16": [FACT]}, "authorities": [], "country": {}}
TEXTS = st.text(st.sampled_from("ab \n"), max_size=12)


@cache
def _packs() -> list[Pack]:
    return load_packs(FOLDER, KINDS)


@cache
def _every_fact() -> list[tuple[Pack, Any, Any, Any]]:
    """Each with its pack and what the pack says, as a node keeps it."""
    whole = [(pack, pack.content.model_dump(mode="json", by_alias=True)) for pack in _packs()]
    return [(pack, content, path, fact) for pack, content in whole for path, fact in facts(pack.content)]


@given(st.data())
def test_a_fact_is_found_where_the_command_line_finds_it(data: st.DataObject) -> None:
    pack, content, path, fact = data.draw(st.sampled_from(_every_fact()))
    written = place_of(pack.name, path)
    found = explain(_packs(), written)
    assert (found.pack, found.value["source"]) == (pack.name, fact.source)
    name, steps = split(written)
    place = standing(name, steps, type(pack.content), content)
    assert (place.path, str(place)) == (path, written)
    assert at(content, place.path)["source"] == fact.source


@given(st.data())
def test_answering_a_form_as_it_is_filled_in_changes_nothing(data: st.DataObject) -> None:
    _, content, path, fact = data.draw(st.sampled_from(_every_fact()))
    before = at(content, path)
    shapes = shape_of(type(fact))
    assert same(made(shapes, {shape.name: before[shape.name] for shape in shapes}, before), before)
    assert {"source", "checked", "confidence"} <= {shape.name for shape in shapes if shape.required}


@pytest.mark.parametrize(
    ("name", "given", "written"),
    [
        ("from", date(2026, 3, 2), "2026-03-02"),
        ("from", None, None),
        ("note", "", ""),
        ("disputed", True, True),
        ("value", "full", "full"),
    ],
)
def test_an_answer_is_written_as_the_pack_has_it(name: str, given: object, written: object) -> None:
    shape = next(shape for shape in shape_of(Power) if shape.name == name)
    assert as_written(shape, given) == written


def test_a_shape_says_how_to_ask() -> None:
    asked = {shape.name: shape.answer for shape in shape_of(Dated[bool])}
    assert (asked["value"], asked["disputed"], asked["from"]) == (Answer.YES_NO, Answer.SWITCH, Answer.DAY)
    entries = next(shape for shape in shape_of(Dated[tuple[str, ...]]) if shape.name == "value")
    assert as_written(entries, " one \n\ntwo") == ["one", "two"]


@pytest.mark.parametrize("written", ["", "powers", "countries/ge/", "x" * 400, "/"])
def test_what_is_no_place(written: str) -> None:
    with pytest.raises(LookupError):
        split(written)


@pytest.mark.parametrize(
    "steps", ["powers.16.1", "powers.17.0", "powers.16.x", "powers.16.-1", "nothing.1", "powers.16"]
)
def test_where_no_fact_stands(steps: str) -> None:
    with pytest.raises(LookupError):
        standing("countries/ge", steps.split("."), CountryPack, CONTENT)


@pytest.mark.parametrize(
    ("steps", "path"),
    [
        ("powers.16.0", ("powers", "16", 1)),
        ("powers.16", ("powers", "16", 1)),
        ("powers.20", ("powers", "20", 0)),
        ("legal.ets185:2", ("legal", "ets185:2", 0)),
    ],
)
def test_a_new_fact_stands_behind_the_others(steps: str, path: tuple[Any, ...]) -> None:
    place = beside("countries/ge", steps.split("."), CountryPack, CONTENT)
    assert place.path == path
    after = applied(added(place.path, FACT, CONTENT), CONTENT)
    assert at(after, place.path) == FACT


def test_a_source_is_added_under_a_name_that_is_free() -> None:
    content = {"sources": {"law": {"title": "A law", "type": "official", "address": ""}}}
    assert beside("sources", ["sources", "new"], SourcesPack, content).path == ("sources", "new")
    with pytest.raises(LookupError, match="is taken"):
        beside("sources", ["sources", "law"], SourcesPack, content)


def test_each_verb_makes_what_it_says() -> None:
    path = ("powers", "16", 0)
    assert verbs_for(path, FACT) == tuple(Verb)
    assert verbs_for(("instrument", "articles", "16"), {"says": ""}) == (Verb.CORRECT, Verb.REMOVE)
    assert verbs_for(("instrument", "articles", "16"), {"checked": ""})[0] is Verb.CONFIRM
    new = {**FACT, "value": "full", "from": "2026-02-01"}
    assert applied(followed(path, FACT, new), CONTENT)["powers"]["16"] == [{**FACT, "to": "2026-02-01"}, new]
    assert applied(ended(path, FACT, "2026-02-01"), CONTENT)["powers"]["16"][0]["to"] == "2026-02-01"
    assert applied(corrected(path, FACT, new), CONTENT)["powers"]["16"] == [new]
    assert applied(removed(path, FACT), CONTENT)["powers"]["16"] == []


def test_changes_find_their_place_on_a_page_that_changed_elsewhere() -> None:
    ours = corrected(("powers", "16", 0), FACT, {**FACT, "note": "Read again."})
    current = {**CONTENT, "powers": {"15": [FACT], "16": [{**FACT, "value": "full"}, FACT]}}
    assert differences(CONTENT, current)
    moved = rebased(ours, CONTENT, {**CONTENT, "powers": {"15": [FACT], "16": [FACT]}})
    assert moved["powers"]["16"][0]["note"] == "Read again."
    with pytest.raises(TouchedByBoth, match=r"powers\.16\.0"):
        rebased(ours, CONTENT, {**CONTENT, "powers": {"16": [{**FACT, "value": "full"}]}})
    with pytest.raises(NotNow):
        rebased(corrected(("powers", "99", 0), FACT, {}), CONTENT, CONTENT)


@pytest.mark.parametrize("state", ["published", "declined", "withdrawn"])
def test_nothing_is_decided_twice(state: str) -> None:
    with pytest.raises(NotNow, match=r"already|was"):
        may_review(state, proposer=False)
    with pytest.raises(NotNow, match="Make a new one"):
        may_revise(state, proposer=True)


def test_four_eyes() -> None:
    may_review("open", proposer=False)
    may_revise("returned", proposer=True)
    for refused in (lambda: may_review("open", proposer=True), lambda: may_review("returned", proposer=False)):
        with pytest.raises(NotNow):
            refused()
    with pytest.raises(NotNow, match="Somebody else"):
        may_revise("open", proposer=False)


@given(TEXTS, TEXTS)
def test_words_side_by_side_lose_nothing(before: str, after: str) -> None:
    left, right = word_for_word(before, after)
    assert ("".join(run.text for run in left), "".join(run.text for run in right)) == (before, after)
    assert any(run.differs for run in (*left, *right)) == (before != after)


def test_a_fact_is_compared_field_by_field() -> None:
    rows = {row.label: row for row in side_by_side(FACT, {**FACT, "value": "full", "note": "New law."})}
    assert [run.text for run in rows["What holds"].after if run.differs] == ["full"]
    assert not rows["Source"].differs
    assert rows["Note"].before == ()
    assert next(row.label for row in side_by_side(ABSENT, [FACT])) == "What holds"


def test_a_sender_is_known_again_but_not_by_whom() -> None:
    assert sender("192.0.2.7", "key") == sender("192.0.2.7", "key") == sender("::ffff:192.0.2.7", "key")
    assert sender("192.0.2.7", "key") != sender("192.0.2.8", "key")
    assert sender("192.0.2.7", "key") != sender("192.0.2.7", "other")
    assert sender("2001:db8::1", "key") == sender("2001:db8::ffff", "key") != sender("2001:db8:1::1", "key")
    assert len(sender("", "key")) == 64


@given(st.lists(st.tuples(st.integers(0, 900), st.booleans()), max_size=8))
def test_the_figure_counts_what_is_due_and_still_told(told: list[tuple[int, bool]]) -> None:
    today = date(2026, 3, 2)
    found = [
        Dated[bool](
            value=True,
            source="law",
            checked=today - timedelta(days=days),
            confidence="high",
            **({"to": today} if over else {}),
        )
        for days, over in told
    ]
    figure = staleness(found, today)
    told_still = [days for days, over in told if not over]
    assert (figure.facts, figure.due) == (len(told_still), sum(days >= 365 for days in told_still))
    assert (figure.word == "fresh") == (bool(told_still) and figure.due == 0)
    assert json.dumps([figure.word]) in ('["fresh"]', '["ageing"]', '["stale"]', '["unknown"]')
