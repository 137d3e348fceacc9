"""`comity programme import` on the command line: what it prints where, and how it ends."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from comity.atlas.tests.law import load_law
from comity.cli.app import app
from comity.kernel import clock
from comity.ledger.rules.actor import SYSTEM
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.programme.actions.adopt_projects import adopt_projects
from comity.programme.models import Activity

pytestmark = pytest.mark.django_db
II = "cybercrime-eap-ii"


@pytest.fixture(autouse=True)
def _adopted(monkeypatch: pytest.MonkeyPatch) -> None:
    load_law(monkeypatch)
    adopt_projects(actor=SYSTEM)
    user = User.objects.create(username="office", display_name="Programme officer", created_at=clock.now())
    Mandate.objects.create(user=user, role="programme-officer", valid_from=date(2017, 1, 1), created_at=clock.now())
    User.objects.create(username="visitor", display_name="Somebody else", created_at=clock.now())


def run(*words: str):
    return CliRunner().invoke(app, ["programme", "import", *words])


def test_a_dry_run_names_cells_and_a_sound_table_is_imported_when_told_to(tmp_path: Path) -> None:
    table = tmp_path / "plan.csv"
    table.write_text("code;title;kind;starts;ends\na;T;workshop;2017-06-03;2017-06-01\n", encoding="utf-8")
    found = run("activities", str(table), "--project", II)
    assert (found.exit_code, found.stdout.splitlines()) == (
        1,
        ["E2: The activity ends on 1 June 2017, before it begins on 3 June 2017."],
    )
    assert found.stderr == "1 problem in 1 row. Nothing has been imported.\n"

    table.write_text("code;title;kind;starts;ends\na;T;workshop;2017-06-01;\n", encoding="utf-8")
    dry = run("activities", str(table), "--project", II)
    assert (dry.exit_code, "1 activity can be imported" in dry.stdout) == (0, True)
    assert not Activity.objects.filter(code="a").exists()
    done = run("activities", str(table), "--project", II, "--do", "--by", "office")
    assert (done.exit_code, done.stdout) == (0, "Imported: 1 activity.\n")
    assert Activity.objects.get(code="a").changed_by.username == "office"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("cats", "FILE", "--project", II), 2, "cannot be imported. These can: activities"),
        (("activities", "FILE", "--project", II, "--do"), 2, "--by USERNAME"),
        (("activities", "FILE", "--project", II, "--do", "--by", "nobody"), 1, "no user named"),
        (("activities", "FILE", "--project", II, "--do", "--by", "visitor"), 1, "programme officer"),
        (("activities", "FILE", "--project", "nowhere"), 1, "no such project"),
        (("activities", "FILE.gone", "--project", II), 1, "cannot be read: No such file"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    table = tmp_path / "plan.csv"
    table.write_text("code,title,kind,starts\na,T,workshop,2017-06-01\n", encoding="utf-8")
    found = run(*(word.replace("FILE", str(table)) for word in words))
    assert found.exit_code == code
    assert said in found.stderr
    assert not Activity.objects.filter(code="a").exists()
