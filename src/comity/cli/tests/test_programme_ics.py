"""`comity programme ics`: the activities of this node as a calendar."""

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar
from typer.testing import CliRunner

from comity.cli.app import app
from comity.kernel import clock
from comity.programme.models import Activity, Project

pytestmark = pytest.mark.django_db


def run(*words, code=0):
    answer = CliRunner().invoke(app, ["programme", "ics", *words])
    assert answer.exit_code == code, answer.output
    return answer.output


@pytest.fixture
def activities(db):
    """One in Georgia and one in Ukraine."""
    days = {"starts": date(2026, 3, 1), "ends": date(2026, 3, 2)}
    moments = {"created_at": clock.now(), "changed_at": clock.now()}
    project = Project.objects.create(code="judges", name="Judges", **days, **moments)
    for host in ("GE", "UA"):
        kept = {"code": host.lower(), "kind": "workshop", "title": f"Workshop {host}", "host": host, "state": "planned"}
        Activity.objects.create(project=project, **kept, **days, **moments)


def test_the_calendar_is_written_for_a_project_and_a_country(activities, tmp_path):
    file = tmp_path / "judges.ics"
    assert "The calendar is in" in run("--project", "judges", "--country", "ge", "--to", str(file))
    assert [str(event["summary"]) for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")] == ["Workshop GE"]
    assert run().count("BEGIN:VEVENT") == 2


def test_what_is_not_there_is_said(activities, tmp_path):
    assert "keeps no project “none”" in run("--project", "none", code=1)
    assert "not a country code" in run("--country", "nowhere", code=2)
    assert "cannot be written" in run("--to", str(tmp_path / "no" / "folder.ics"), code=1)
