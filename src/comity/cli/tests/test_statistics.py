"""`comity statistics`: the figures on the terminal and as files, and counting everything anew."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from comity.casework.rules.duty.events import PingMade, counterpart_subject
from comity.cli.app import app
from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import SYSTEM

pytestmark = pytest.mark.django_db


def run(*words, code=0):
    answer = CliRunner().invoke(app, ["statistics", *words])
    assert answer.exit_code == code, answer.output
    return answer.output


@pytest.fixture
def called(db):
    """A test call to Ukraine, answered after four minutes; not counted yet."""
    now = clock.now()
    made = PingMade(
        subject=counterpart_subject("UA"),
        happened_at=now,
        country="UA",
        authority="",
        channel="telephone",
        result="answered",
        minutes=4,
    )
    record(made, actor=SYSTEM)


def test_a_table_for_people(called):
    shown = run("show")
    assert "Answered" in shown
    assert "4 minutes" in shown
    assert "Counted up to entry 1 of the ledger, 0 behind." in shown


def test_rows_for_a_spreadsheet(called):
    assert "test-call,answered,Answered,outgoing,calls,1" in run("show", "--format", "csv").splitlines()


def test_json_for_a_program_narrowed(called):
    shown = json.loads(
        run("show", "--format", "json", "--country", "md", "--direction", "incoming", "--from", "2026-01")
    )
    assert shown["asked"]["country"] == "MD"
    assert shown["asked"]["direction"] == "incoming"
    assert shown["asked"]["from"] == "2026-01"
    assert all(not row["value"] for row in shown["figures"])


def test_a_recount_gives_the_same(called):
    before = run("show", "--format", "csv")
    assert "Counted up to entry 1 of the ledger." in run("recount")
    assert run("show", "--format", "csv") == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--from", "January"], "“January” is not a month"),
        (["--from", "2026-13"], "“2026-13” is not a month"),
        (["--from", "2026-03", "--to", "2026-01"], "The period ends before it begins"),
        (["--country", "Atlantis"], "Atlantis"),
    ],
)
def test_what_cannot_be_read_is_said(db, words, sentence):
    assert sentence in run("show", *words, code=2)
