"""The simulator and the ranking: what they say in words, as files, on the command line; and what they weigh by."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from io import StringIO

import pytest
from django.conf import settings
from typer.testing import CliRunner

from comity.atlas.rules.edit import edited, read_edit
from comity.atlas.rules.measure import Measure
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.tests.law import repository_snapshot
from comity.casework.models.tally import Tally
from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics.cell import What
from comity.cli.app import app
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.routes.rules.effect import Best, Effect
from comity.routes.rules.route import Status
from comity.stateofplay.queries.candidates import candidates
from comity.stateofplay.queries.ranking import country_ranking
from comity.stateofplay.queries.ranking_file import ranking_text
from comity.stateofplay.queries.simulation import Simulation, scope_of, simulation
from comity.stateofplay.queries.simulation_file import TextForm, simulation_text
from comity.stateofplay.queries.simulation_words import finding
from comity.stateofplay.queries.weights import EQUAL, weighting
from comity.stateofplay.rules.reform_words import named_together, turn

JUNE = date(2017, 6, 16)
SIX = tuple(CountryCode(code) for code in ("AM", "AZ", "BY", "GE", "MD", "UA"))
GE, UA = SIX[3], SIX[5]


@cache
def _packs() -> Snapshot:
    return repository_snapshot()


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.frozen(datetime(2026, 11, 24, 12, tzinfo=UTC)):
        yield


def _june(*texts: str) -> Simulation:
    edits = tuple(read_edit(text, _packs(), JUNE) for text in texts)
    return simulation(_packs(), edits, scope_of(SIX, JUNE))


def test_ukraine_adopts_articles_16_and_17() -> None:
    found = _june("UA:16=full", "UA:17=full")
    assert dict(found.counts) == {Effect.UPGRADED: 8}
    assert (
        finding(found) == "Of 450 measures between six countries, these two reforms improve 8; at home they change 2."
    )
    assert found.sentences[0] == (
        "Improves preservation of stored data from Ukraine for Armenia, Azerbaijan, Georgia and the Republic of "
        "Moldova and within Ukraine, from degraded to open."
    )
    assert {(s.question.requester, s.question.requested) for s in found.shifts} <= {(one, UA) for one in SIX}


def test_what_was_not_known_becomes_known_and_is_not_called_opened() -> None:
    found = _june("BY:ets185=party")
    assert found.count(Effect.OPENED) == 0
    assert found.count(Effect.KNOWN) == 50
    assert found.routes.opened == 150
    assert all(shift.before.status is Status.UNKNOWN for shift in found.shifts if shift.effect is Effect.KNOWN)
    assert "Becomes known to be open: access with consent" in " ".join(found.sentences)


def test_a_protocol_not_yet_in_force_changes_nothing_and_says_why() -> None:
    found = _june("GE:cets224=party")
    assert not found.shifts
    assert finding(found) == "Of 450 measures between six countries, this reform changes none."
    assert found.reforms[0].idle == "Changes no way: the Second Additional Protocol is not in force on 16 June 2017."


def test_a_reform_that_adds_nothing_to_the_others_says_so() -> None:
    found = _june("UA:16=full", "UA:16=partial")
    assert found.reforms[0].idle.startswith("Changes no way that the other")
    assert [each.reform.present for each in found.reforms] == ["none", "none"]


def test_tiles_hold_every_change_once() -> None:
    found = _june("BY:ets185=party", "UA:18=full")
    tiles = [tile for row in found.tiles() for tile in row]
    assert sum(number for tile in tiles for _, number in tile.effects) == len(found.shifts)
    unchanged = next(tile for tile in tiles if (tile.requester, tile.requested) == (GE, GE))
    assert unchanged.strongest is Effect.SAME


def test_candidates_are_gaps_and_say_what_is_so_today() -> None:
    found = {each.key: each for each in candidates(_packs(), CountryCode("BY"), JUNE)}
    assert found["BY:ets185=party"].present == "not Party"
    assert found["BY:16=full"].present == "none"
    assert found["BY:19=full"].present == "partial"
    assert not found["BY:21=full"].known
    assert found["BY:21=full"].whether == "whether Belarus has the power of Article 21 in full"
    assert not any(key.startswith("BY:cis") or key == "BY:untoc=party" for key in found)


def test_a_ranking_leaves_what_is_not_known_apart_and_its_best_is_best() -> None:
    scope = scope_of(SIX, JUNE)
    found = country_ranking(_packs(), UA, scope)
    assert {each.key for each in found.gaps}.isdisjoint(each.key for each in found.unknown)
    assert [size.weighed for size in found.sizes] == [7, 21, 35]
    best = found.sizes[0].sets[0].simulation
    for gap in found.gaps:
        tried = simulation(_packs(), [gap.edit], scope)
        unlocked = (tried.count(Effect.OPENED) + tried.count(Effect.KNOWN), tried.count(Effect.UPGRADED))
        assert unlocked <= (best.count(Effect.OPENED) + best.count(Effect.KNOWN), best.count(Effect.UPGRADED))
    assert found.sizes[1].adds


def test_a_set_says_what_changes_only_together() -> None:
    pairs = country_ranking(_packs(), CountryCode("BY"), scope_of(SIX, JUNE), most=3).sizes[2]
    together = pairs.sets[0]
    assert together.simulation.keys == ("BY:ets182=party", "BY:ets185=party", "BY:ets30=party")
    assert together.beyond > 0


def test_a_country_without_recorded_gaps_gets_facts_to_find_out() -> None:
    found = country_ranking(_packs(), SIX[0], scope_of(SIX, date(2026, 11, 24)), most=1)
    assert not found.sizes
    assert found.to_find_out[0].sets


def test_weights_turn_a_ranking() -> None:
    scope = scope_of(SIX, JUNE)
    equal = country_ranking(_packs(), GE, scope, most=1).sizes[0].sets[0].simulation.keys
    heavy = {(UA, GE, Measure.PRESERVE): 500}
    weighed = country_ranking(_packs(), GE, scope, heavy, most=1).sizes[0].sets[0].simulation
    assert equal != weighed.keys == ("GE:16=full",)
    assert dict(weighed.weighed)[Effect.UPGRADED] == 503


def test_files_hold_every_changed_answer() -> None:
    found = _june("BY:ets185=party")
    made = json.loads(simulation_text(found, TextForm.JSON, EQUAL.says))
    lines = list(csv.DictReader(StringIO(simulation_text(found, TextForm.CSV, EQUAL.says))))
    assert len(made["changes"]) == len(lines) == len(found.shifts)
    assert made["answers"] == {"known": 50, "shortened": 6}
    assert lines[0]["effect"] == made["changes"][0]["effect"]
    text = simulation_text(found, TextForm.MD, EQUAL.says)
    assert text.count("\n| ") == len(found.shifts) + 1
    assert EQUAL.says in text


def test_a_ranking_as_files() -> None:
    found = [country_ranking(_packs(), GE, scope_of(SIX, JUNE), most=2)]
    made = json.loads(ranking_text(found, TextForm.JSON, EQUAL.says))
    assert made["rankings"][0]["reforms"][0]["best"][0]["because"]
    rows = list(csv.DictReader(StringIO(ranking_text(found, TextForm.CSV, EQUAL.says))))
    assert {row["kind"] for row in rows} == {"reform", "to find out"}
    assert "## What to find out first" in ranking_text(found, TextForm.MD, EQUAL.says)


def _ran(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["stateofplay", *words])
    return done.exit_code, done.output


def test_the_command_line_simulates() -> None:
    code, said = _ran("simulate", "--reform", "UA:16=full", "--at", "2017-06-16", "--country", "GE", "--country", "UA")
    assert code == 0
    assert said.startswith("# Of 30 measures between two countries, this reform improves 1")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--reform", "UA:99=full"), "neither an instrument nor an article"),
        (("--reform", "FR:16=full"), "No pack describes France"),
        (("--reform", "reciprocity=in-force"), "is not a treaty that the packs know"),
        (("--reform", "UA:16=full", "--format", "xml"), "not a form"),
        (tuple(word for _ in range(13) for word in ("--reform", "UA:16=full")), "At most 12"),
    ],
)
def test_what_cannot_be_simulated_is_explained(words: tuple[str, ...], said: str) -> None:
    code, output = _ran("simulate", *words)
    assert code == 2
    assert said in output


def test_the_command_line_ranks() -> None:
    code, said = _ran("rank", "--country", "GE", "--at", "2017-06-16", "--size", "1")
    assert code == 0
    assert said.startswith("# Reforms that unlock most for Georgia, 16 June 2017")
    assert "## Pair" not in said


@pytest.mark.parametrize(
    ("effect", "before", "after", "says"),
    [
        (
            Effect.KNOWN,
            Best(Status.UNKNOWN, "", 1),
            Best(Status.DEGRADED, "", 1),
            "Becomes known to be open: M W, by a detour.",
        ),
        (Effect.OPENED, Best(Status.CLOSED, "", None), Best(Status.OPEN, "", 1), "Opens M W."),
        (
            Effect.SHORTENED,
            Best(Status.OPEN, "", 30),
            Best(Status.OPEN, "", 0.5),
            "Speeds up M W, from 30 days to 12 hours at most.",
        ),
        (
            Effect.WORSENED,
            Best(Status.OPEN, "", 1),
            Best(Status.OPEN, "", 1.5),
            "Worsens M W, from 1 day to 1.5 days at most.",
        ),
        (Effect.WORSENED, Best(Status.OPEN, "", 1), Best(Status.CLOSED, "", None), "Worsens M W, from open to closed."),
        (
            Effect.DOUBTFUL,
            Best(Status.CLOSED, "", None),
            Best(Status.UNKNOWN, "", 1),
            "No longer closed, but another fact is missing: M W.",
        ),
    ],
)
def test_a_turn_in_words(effect: Effect, before: Best, after: Best, says: str) -> None:
    english, was, now = turn(effect, before, after)
    assert english.format(measures="M", where="W", before=was, after=now) == says


def test_names_in_a_row() -> None:
    assert named_together(SIX[:5], SIX[:5]) == "all five others"
    assert named_together([GE, UA], [GE, UA]) == "Georgia and Ukraine"


@pytest.mark.django_db
def test_statistics_weigh_for_whoever_may_read_them() -> None:
    month = date(2026, 10, 1)
    counts = ((Direction.OUTGOING, "preservation", 7), (Direction.INCOMING, "mla-stored-data", 2))
    for way, kind, number in counts:
        Tally.objects.create(
            month=month, direction=way, country="UA", family="", what=What.KIND, key=kind, count=number
        )
    Tally.objects.create(
        month=date(2020, 1, 1), direction=Direction.OUTGOING, country="AM", what=What.KIND, key="preservation", count=9
    )
    here = CountryCode(settings.ENV.country)
    console = weighting(None)
    assert console.weights == {
        (here, UA, Measure.PRESERVE): 7,
        (UA, here, Measure.TRAFFIC): 2,
        (UA, here, Measure.CONTENT): 2,
    }
    assert "own requests of the last twelve months" in console.says
    assert weighting(object()) == EQUAL
    editor, officer = (User.objects.create(username=name, created_at=clock.now()) for name in ("editor", "officer"))
    Mandate.objects.create(user=officer, role=Role.DUTY_OFFICER, valid_from=month, created_at=clock.now())
    assert weighting(editor) == EQUAL
    assert weighting(officer) == console


def test_no_fact_is_changed_by_asking() -> None:
    before = _packs().on(JUNE).power(UA, "16").value
    _june("UA:16=full")
    assert _packs().on(JUNE).power(UA, "16").value == before
    with pytest.raises(ValueError, match="No pack describes France"):
        edited(_packs(), [read_edit("FR:16=full", _packs(), JUNE)])
