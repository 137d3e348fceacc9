"""Recommendations and draft amendments on their pages: read by anybody, changed by editors, and nothing overwritten."""

from __future__ import annotations

import html
import json
import re
from io import BytesIO

import pytest
from django.test import Client
from docx import Document

pytestmark = pytest.mark.django_db
LIST = "/state-of-play/recommendations/tcy-mla-2014/"
ONE = LIST + "5/GE/"
GAP = "/state-of-play/amendments/GE/16/"


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def said(**changes) -> dict[str, str]:
    words = {"status": "under-way", "source": "A letter", "responsible": "Ministry of Justice", "due": "2026-02-01"}
    return {**words, "evidence": "", "next_step": "Draft rules", "activity": "", "version": "0", **changes}


def test_a_follow_up_is_said_by_an_editor_and_read_by_anybody(world):
    visitor = Client()
    assert "Nothing has been said yet" in text_of(visitor.get(ONE))
    assert "Save the follow-up" not in text_of(visitor.get(ONE))
    assert visitor.post(ONE, said()).status_code == 403
    assert world.duty.post(ONE, said()).status_code == 403
    assert "no source" in text_of(world.editor.post(ONE, said(source="")))
    assert world.editor.post(ONE, said()).status_code == 302
    assert "Under way, overdue" in text_of(visitor.get(LIST))
    due = text_of(visitor.get("/state-of-play/recommendations/due/"))
    assert "1 overdue" in due
    assert "Source: A letter" in due
    page = text_of(visitor.get(ONE))
    assert "Responsible body: Ministry of Justice" in page
    assert "Editor, Georgia" not in page
    assert "Editor, Georgia" in text_of(world.editor.get(ONE))


def test_a_change_to_what_changed_meanwhile_is_refused_and_nothing_typed_is_lost(world):
    world.editor.post(ONE, said())
    answer = world.editor.post(ONE, said(next_step="Mine"))
    assert answer.status_code == 422
    assert "Somebody changed this since you opened it" in text_of(answer)
    assert "Mine" in text_of(answer)


def test_lists_and_files(world):
    page = text_of(world.duty.get("/state-of-play/recommendations/"))
    assert "Mutual legal assistance: recommendations 1 to 24" in page
    assert "Addressed to the Council of Europe" in text_of(world.duty.get(LIST))
    made = json.loads(Client().get(LIST + "follow-up.json").content)
    assert made["recommendations"][0]["follow_up"]["GE"]["status"] == "unknown"
    assert b"Recommendation" in Client().get(LIST + "follow-up.csv").content
    for address in (LIST + "follow-up.exe", LIST + "99/GE/", LIST + "1/FR/", "/state-of-play/recommendations/none/"):
        assert Client().get(address).status_code == 404, address


def test_a_draft_goes_from_gap_to_law_on_its_pages(world):
    visitor = Client()
    page = text_of(visitor.get(GAP))
    assert "No draft" in page
    assert "up to ninety days at most" in page
    assert "Start a draft" not in page
    assert visitor.post(GAP + "start/", {"day": "2026-02-01"}).status_code in {302, 403}
    assert world.duty.post(GAP + "start/", {"day": "2026-02-01"}).status_code == 403
    assert world.editor.post(GAP + "start/", {"day": "2026-02-01"})["Location"] == GAP + "edit/"
    form = {
        "missing": "No order.",
        "wording": "Article 1",
        "bill": "07-2/1",
        "remarks": "",
        "check-a16-any-data": "yes",
    }
    assert world.editor.post(GAP + "edit/", {**form, "version": "1"}).status_code == 302
    assert world.editor.post(GAP + "edit/", {**form, "version": "1"}).status_code == 422
    for version, state in enumerate(("in-consultation", "before-parliament", "adopted", "in-force"), 2):
        moved = {"state": state, "day": "2026-03-02", "source": "Journal 1", "remark": "", "version": str(version)}
        assert world.editor.post(GAP + "step/", moved).status_code == 302, state
    page = text_of(visitor.get(GAP))
    assert "Model elements: 1 of 9 covered" in page
    assert "Propose a change of the fact" in page
    assert "In force since 2 March 2026" in text_of(visitor.get("/state-of-play/amendments/"))


def test_a_step_that_cannot_be_taken_is_explained_on_its_page(world):
    world.editor.post(GAP + "start/", {"day": "2026-02-01"})
    moved = {"state": "dropped", "day": "2026-03-02", "source": "", "remark": "", "version": "1"}
    answer = world.editor.post(GAP + "step/", moved)
    assert (answer.status_code, "Say why it is dropped" in text_of(answer)) == (422, True)


def test_the_document_is_had_by_anybody(world):
    answer = Client().get("/state-of-play/amendments/UA/17.docx")
    assert "amendment-UA-article-17" in answer["Content-Disposition"]
    assert Document(BytesIO(answer.content)).paragraphs[0].text == "Ukraine: Article 17"
    assert Client().get("/state-of-play/amendments/UA/99.docx").status_code == 404
    assert Client().get("/state-of-play/amendments/FR/16/").status_code == 404


def test_a_follow_up_rests_on_an_activity_and_the_activity_tells_of_it(world):
    offered = html.unescape(world.editor.get(ONE).content.decode())
    name = "Advisory mission on 24/7 operations and regulations (cybercrime-eap-ii/advisory-24-7)"
    assert f'<option value="{name}">' in offered
    assert world.editor.post(ONE, said(activity=name)).status_code == 302
    assert 'href="/programme/cybercrime-eap-ii/activities/advisory-24-7/"' in Client().get(ONE).content.decode()
    told = text_of(Client().get("/programme/cybercrime-eap-ii/activities/advisory-24-7/"))
    assert "Recommendations that rest on it" in told
    assert "Georgia: recommendation 5" in told


def test_an_activity_in_ones_own_words_leads_nowhere(world):
    world.editor.post(ONE, said(activity="A workshop (none/none)"))
    assert "A workshop (none/none)" in text_of(Client().get(ONE))
    assert "/programme/none/" not in Client().get(ONE).content.decode()
