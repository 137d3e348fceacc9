"""Projects on their pages: read by anybody, each statement with the slide it stands on."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client

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


def test_a_project_that_is_not_there_is_said_so(world):
    assert Client().get("/programme/none/").status_code == 404
