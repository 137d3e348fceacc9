"""Reports on their pages: at once of a few projects, meanwhile of many; money for the office alone."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest
from django.test import Client

from comity.kernel import clock
from comity.people.rules.roles import Role
from comity.programme.actions.reporting.make_report import make_report
from comity.programme.models import Project, ReportRun
from comity.programme.rules.report_run import AT_ONCE

pytestmark = pytest.mark.django_db
REPORT, ASK = "/programme/report.docx?period=2017", "/programme/reports/"


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


@pytest.fixture
def many() -> None:
    now, days = clock.now(), {"starts": date(2017, 1, 1), "ends": date(2017, 12, 31)}
    Project.objects.bulk_create(
        Project(code=f"p-{number}", name=f"Project {number}", created_at=now, changed_at=now, **days)
        for number in range(AT_ONCE + 1)
    )


@pytest.fixture
def office(cast) -> Client:
    client = Client()
    client.force_login(cast("programme", Role.PROGRAMME_OFFICER))
    return client


def test_of_a_few_projects_it_comes_at_once(many) -> None:
    answer = Client().get(f"{REPORT}&project=p-1&project=p-2")
    assert answer["Content-Disposition"].startswith('attachment; filename="programme-report-2017-01-01')
    assert not ReportRun.objects.exists()


def test_of_many_it_is_offered_made_watched_and_fetched(many, office) -> None:
    offer = office.get(REPORT)
    assert f"{AT_ONCE + 1} projects ran from 1 January 2017 to 31 December 2017" in text_of(offer)
    assert not ReportRun.objects.exists()
    asked = office.post(ASK, {"period": "2017", "form": "docx"})
    page = office.get(asked.url)
    assert "Waiting for its turn" in text_of(page)
    assert f'hx-get="{asked.url}state/" hx-trigger="every 1s"' in page.content.decode()
    assert office.get(f"{asked.url}file/").status_code == 404
    assert "Reports that you asked for" in text_of(office.get("/programme/"))
    run = ReportRun.objects.get()
    assert run.money
    make_report(run=run.pk)
    part = office.get(f"{asked.url}state/")
    assert "Download the report" in text_of(part)
    assert "hx-get" not in part.content.decode()
    file = office.get(f"{asked.url}file/")
    assert file.content.startswith(b"PK")
    assert file["Content-Disposition"] == 'attachment; filename="programme-report-2017-01-01-2017-12-31.docx"'
    for path in ("", "state/", "file/"):
        assert Client().get(asked.url + path).status_code == 404


def test_visitors_have_it_made_without_money_and_not_without_end(many, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = Client()
    asked = visitor.post(ASK, {"period": "2017", "form": "pdf"})
    assert visitor.get(asked.url).status_code == 200
    assert not ReportRun.objects.get().money
    monkeypatch.setattr("comity.programme.actions.reporting.ask_for_report.BY_VISITORS", 1)
    refused = visitor.post(ASK, {"period": "2017-Q1", "form": "pdf"})
    assert (refused.status_code, "Ask again in an hour" in text_of(refused)) == (429, True)


def test_what_is_no_report_is_not_made(many) -> None:
    for said in ({"period": "soon", "form": "pdf"}, {"period": "2017", "form": "odt"}, {}):
        assert Client().post(ASK, said).status_code == 404
    assert Client().post(ASK, {"period": "2017", "form": "pdf", "project": "none"}).status_code == 404
    assert Client().get(ASK).status_code == 405
    assert not ReportRun.objects.exists()


def test_a_projects_page_asks_for_its_own_report_up_to_this_year(world) -> None:
    page = Client().get("/programme/cybercrime-eap-ii/").content.decode()
    assert '<input type="hidden" name="project" value="cybercrime-eap-ii">' in page
    assert 'name="period" value="2017"' in page
    everything = Client().get("/programme/").content.decode()
    assert 'name="project"' not in everything
    assert 'name="period" value="2017"' in everything
    Project.objects.filter(code="cybercrime-eap-ii").update(ends=date(2999, 1, 1))
    assert f'name="period" value="{clock.today().year}"' in Client().get("/programme/").content.decode()


def test_a_period_that_cannot_be_read_is_told_beside_what_was_written() -> None:
    answer = Client().get("/programme/report.pdf?period=2017-06-30..2017-01-01&project=p-1")
    assert answer.status_code == 422
    assert "The period ends on 2017-01-01, before it begins on 2017-06-30." in text_of(answer)
    page = answer.content.decode()
    assert 'name="period" value="2017-06-30..2017-01-01"' in page
    assert 'name="project" value="p-1"' in page
