"""The languages of a letter on the pages of its request, and the page on which reviews are noted."""

from __future__ import annotations

import pytest

from comity.casework.models import Request
from comity.casework.queries.request_letter import request_letter
from comity.documents.models import Document, WordsReview
from comity.documents.tests.speaking import a_speaking_node
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.web.components import letter_pages
from comity.web.tests.test_request_pages import form_of, read

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def speaking_node(tmp_path):
    (tmp_path / "speaking").mkdir()
    with a_speaking_node(tmp_path / "speaking") as frontend:
        yield frontend


def test_languages_are_chosen_where_the_request_is_filled_in(world, at):
    reference = at("draft")
    page = read(world.drafter, reference, "edit/")
    assert "Accepted there: Ukrainian, English or French." in page
    posted = form_of(page)
    assert (posted["language"], posted["beside"]) == ("en", "")
    world.drafter.post(f"/requests/{reference}/edit/", {**posted, "language": "uk", "beside": "en"})
    assert Request.objects.get(reference=reference).languages == ["uk", "en"]
    posted = form_of(read(world.drafter, reference, "edit/"))
    assert (posted["language"], posted["beside"]) == ("uk", "en")


def test_a_language_that_no_letter_has_is_refused_and_nothing_typed_is_lost(world, at):
    reference = at("draft")
    posted = form_of(read(world.drafter, reference, "edit/")) | {"summary": "Typed just now.", "language": "xx"}
    answer = world.drafter.post(f"/requests/{reference}/edit/", posted)
    assert answer.status_code == 422
    assert "is not a language of letters" in answer.content.decode()
    assert "Typed just now." in answer.content.decode()


def test_the_preview_says_what_is_translated_and_that_nobody_reviewed_it(world, at):
    reference = at("draft")
    Request.objects.update(languages=["uk", "en"])
    page = read(world.drafter, reference, "letter/preview/")
    assert "Written in Ukrainian and English. Languages that Ukraine accepts: Ukrainian, English or French." in page
    assert "Ukrainian: 9 of" in page
    assert "Reviewed by a native lawyer: no." in page


def test_a_letter_that_needs_a_translation_says_so_before_it_is_approved(world, at):
    reference = at("draft")
    Request.objects.update(languages=["ka"])
    for tab in ("letter/preview/", "check/"):
        assert "would be accepted with a translation only" in read(world.drafter, reference, tab), tab


def test_an_administrator_notes_a_review_and_the_preview_shows_it(world, at, signed_in):
    admin = signed_in(Role.ADMINISTRATOR)
    page = admin.get("/node/words/").content.decode()
    assert page.count("Note it") == 1
    assert "Nothing to read yet" in page
    answer = admin.post("/node/words/uk/reviewed/", {"reviewer": "Legal adviser, Ministry of Justice"}, follow=True)
    assert "Legal adviser, Ministry of Justice" in answer.content.decode()
    Request.objects.filter(reference=at("draft")).update(languages=["uk"])
    reference = Request.objects.get().reference
    assert "Reviewed by a native lawyer: Legal adviser, Ministry of Justice" in read(
        world.drafter, reference, "letter/preview/"
    )


def test_what_cannot_be_noted_is_said(signed_in):
    admin = signed_in(Role.ADMINISTRATOR)
    assert "Say who reviewed it" in admin.post("/node/words/uk/reviewed/", {}, follow=True).content.decode()
    assert (
        "nothing to review" in admin.post("/node/words/ka/reviewed/", {"reviewer": "A"}, follow=True).content.decode()
    )
    assert admin.post("/node/words/xx/reviewed/", {"reviewer": "A"}).status_code == 404
    assert not WordsReview.objects.exists()


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.EDITOR])
def test_others_see_and_note_nothing(signed_in, role):
    client = signed_in(role)
    assert client.get("/node/words/").status_code == 403
    assert client.post("/node/words/uk/reviewed/", {"reviewer": "A"}).status_code == 403


def test_an_auditor_reads_and_notes_nothing(signed_in):
    auditor = signed_in(Role.AUDITOR)
    assert "Note it" not in auditor.get("/node/words/").content.decode()
    assert auditor.post("/node/words/uk/reviewed/", {"reviewer": "A"}).status_code == 403


def test_what_was_signed_is_shown_as_it_was_set_then_and_older_letters_by_their_form(world, at, speaking_node):
    reference = at("ready")
    shown = f"/requests/{reference}/letter/pages/1.png"
    before = world.auditor.get(shown).content
    letter_pages._issued.cache_clear()
    Request.objects.update(languages=["uk"])
    assert world.auditor.get(shown).content == before
    Document.objects.update(letter=None)
    letter_pages._issued.cache_clear()
    assert world.auditor.get(shown).content != before
    assert "Дата" in dict(request_letter(User.objects.get(username="auditor"), reference).words).values()
