"""Reforms on the supposition that a treaty is in force: before and after, said first, and whom it would bind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache

import pytest
from django.conf import settings

from comity.atlas.queries.folder import folder_snapshot
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.supposition import edits_of, entries_of, read_supposition
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.stateofplay.queries.ground import grounds
from comity.stateofplay.queries.simulation import Simulation, scope_of, simulation
from comity.stateofplay.queries.simulation_file import TextForm, simulation_text
from comity.stateofplay.queries.simulation_words import finding
from comity.stateofplay.queries.weights import EQUAL

JUNE = date(2017, 6, 16)
SIX = tuple(CountryCode(code) for code in ("AM", "AZ", "BY", "GE", "MD", "UA"))
GE, UA = SIX[3], SIX[5]


@cache
def _packs() -> Snapshot:
    return folder_snapshot(settings.ENV.packs)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.frozen(datetime(2026, 11, 24, 12, tzinfo=UTC)):
        yield


def _now(*texts: str, among: tuple[CountryCode, ...] = SIX) -> Simulation:
    day = date(2026, 11, 24)
    supposed = [read_supposition(text, _packs(), day) for text in texts]
    return simulation(_packs(), edits_of(supposed), scope_of(among, day), entries=entries_of(supposed))


RATIFIED = tuple(CountryCode(code) for code in ("HU", "JP", "RS"))


def test_a_protocol_supposed_in_force_shows_what_ratification_does() -> None:
    found = _now("GE:cets224=party", "cets224=in-force", among=(*SIX, *RATIFIED))
    assert finding(found) == (
        "Supposing that the Second Additional Protocol is in force: of 1080 measures between nine countries, this "
        "reform makes 8 known to be open and improves 3."
    )
    assert "emergency disclosure of stored data from Georgia for Hungary, Japan and Serbia" in found.sentences[0]
    assert found.keys == ("cets224=in-force", "GE:cets224=party")
    assert all(GE in (shift.question.requester, shift.question.requested) for shift in found.shifts), "Before, too."
    assert "- The Second Additional Protocol is in force. (so far: not known" in simulation_text(
        found, TextForm.MD, EQUAL.says
    )
    assert json.loads(simulation_text(found, TextForm.JSON, EQUAL.says))["supposed"][0]["today"] == "not known"


def test_what_would_show_an_effect_is_named() -> None:
    alone = _now("GE:cets224=party").reforms[0]
    assert "is in force on 24 November 2026 is not known" in alone.idle
    assert alone.why_idle.suppose == "cets224=in-force"
    supposed = _now("GE:cets224=party", "cets224=in-force")
    assert supposed.reforms[0].idle == (
        "Changes no way: no other of these countries is known to be Party to the Second Additional Protocol."
    )
    assert supposed.reforms[0].why_idle.parties == RATIFIED
    assert "Compare with Hungary, Japan and Serbia, who are." in simulation_text(supposed, TextForm.MD, EQUAL.says)
    both = _now("GE:cets224=party", "UA:cets224=party", "cets224=in-force")
    assert {(s.question.requester, s.question.requested) for s in both.shifts} == {(GE, UA), (UA, GE)}


def test_a_supposition_alone_is_no_reform() -> None:
    found = _now("cets224=in-force")
    assert not found.shifts
    assert finding(found).startswith("No reform is chosen: that the Second Additional Protocol is in force")
    assert {"cets224=in-force", "unc=in-force"} <= {each.key for each in grounds(_packs(), JUNE)}
