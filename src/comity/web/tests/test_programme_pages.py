"""Projects on their pages: read by anybody, each statement with the slide it stands on."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client

from comity.programme.models import Project

pytestmark = pytest.mark.django_db


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def test_anybody_reads_the_projects_with_their_sources(world):
    visitor = Client()
    listed = text_of(visitor.get("/programme/"))
    assert "Cybercrime@EAP II International cooperation" in listed
    assert "about EUR 800,000" in listed
    page = text_of(visitor.get("/programme/cybercrime-eap-iii/"))
    assert "Budget ca EUR 1,200,000" in page
    assert "slide 3" in page
    assert "Criminal procedure law strengthened." in page
    assert "Outcome not known" in page
    assert "Unconfirmed" in page


def test_what_is_proposed_for_the_next_phase_stands_with_its_slide(world):
    page = text_of(Client().get("/programme/"))
    assert "For 2018+ Focus on procedural legislation: prerequisite for further progress" in page
    assert "slide 12" in page
    assert "For 2018-2020 Strengthening operational capabilities" in page
    assert "slide 13" in page


def test_what_an_officer_changed_is_shown_with_what_the_overview_says(world):
    Project.objects.filter(code="cybercrime-eap-ii").update(budget=850_000, budget_is_approximate=False)
    page = text_of(Client().get("/programme/cybercrime-eap-ii/"))
    assert "EUR 850,000.00 Changed here. The overview says: “Budget ca. EUR 800,000”" in page


def test_a_project_that_is_not_there_is_said_so(world):
    assert Client().get("/programme/none/").status_code == 404


def test_deck_and_report_are_had_as_files_by_anybody(world):
    visitor = Client()
    deck = visitor.get("/programme/deck.pptx")
    assert deck.status_code == 200
    assert deck.content.startswith(b"PK")
    report = visitor.get("/programme/report.docx", {"period": "2017", "project": "cybercrime-eap-ii"})
    assert report["Content-Disposition"] == 'attachment; filename="programme-report-2017-01-01-2017-12-31.docx"'
    refused = visitor.get("/programme/report.pdf", {"period": "soon"})
    assert refused.status_code == 422
    assert "is not a period" in refused.content.decode()
    assert visitor.get("/programme/report.exe", {"period": "2017"}).status_code == 404
