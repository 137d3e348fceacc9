"""A long text in the letter's second language: below its field, beside the form, at the check, for an approver."""

from __future__ import annotations

import re

import pytest

from comity.casework.actions.edit_request import edit_request
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.models import Request
from comity.casework.tests.complete import complete
from comity.web.tests.test_request_pages import SCRIPTED, form_of, read
from comity.web.tests.test_version_pages import typed

pytestmark = pytest.mark.django_db

SAID = "Сервери лікарні зашифровано."


@pytest.fixture
def pair(at):
    """A draft whose letter is in English and Ukrainian."""
    reference = at("draft")
    Request.objects.update(languages=["en", "uk"])
    return reference


def words(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_each_long_text_and_nothing_else_has_a_fold_where_there_is_a_second_language(world, pair):
    page = read(world.drafter, pair, "edit/")
    assert 'name="summary.uk" lang="uk"' in page
    assert 'aria-label="Brief summary of the facts, in Ukrainian"' in page
    assert 'name="court.uk"' not in page
    assert "In Ukrainian (second column)" in page
    Request.objects.update(languages=["en"])
    page = read(world.drafter, pair, "edit/")
    assert "second column" not in page
    assert re.search(r'<div id="beside-summary">\s*</div>', page)


def test_saving_the_form_unchanged_is_no_edit_and_typing_one_is(world, pair):
    address = f"/requests/{pair}/edit/"
    posted = form_of(read(world.drafter, pair, "edit/"))
    assert posted["summary.uk"] == ""
    world.drafter.post(address, posted)
    assert Request.objects.get().version == 1
    world.drafter.post(address, posted | {"summary.uk": SAID}, headers=SCRIPTED)
    row = Request.objects.get()
    assert (row.version, row.content["summary.uk"]) == (2, SAID)
    assert re.search(
        r'<details class="fill-beside" open>.*?name="summary.uk"', read(world.drafter, pair, "edit/"), re.DOTALL
    )


def test_another_second_language_draws_the_folds_anew_and_keeps_what_was_typed(world, pair):
    edit_request(pair, {"summary.uk": SAID}, version=1, by=world.users["drafter"])
    address, posted = f"/requests/{pair}/edit/", form_of(read(world.drafter, pair, "edit/"))
    same = world.drafter.post(address, posted | {"court": "Other"}, headers=SCRIPTED).content.decode()
    assert 'id="beside-summary"' not in same
    other = world.drafter.post(address, posted | {"version": 3, "beside": "fr"}, headers=SCRIPTED).content.decode()
    assert re.search(r'id="beside-summary" hx-swap-oob="innerHTML"><details.*?name="summary.fr"', other, re.DOTALL)
    none = world.drafter.post(address, posted | {"version": 4, "beside": ""}, headers=SCRIPTED).content.decode()
    assert re.search(r'<div id="beside-summary" hx-swap-oob="innerHTML">\s*</div>', none)
    row = Request.objects.get()
    assert (row.languages, row.content["summary.uk"]) == (["en"], SAID)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_colleague_who_was_faster_is_seen_in_the_second_column_too(world, pair, scripts):
    posted = form_of(read(world.drafter, pair, "edit/")) | {"summary.uk": "Моє."}
    edit_request(pair, {"summary.uk": "Чуже."}, version=1, by=world.users["duty"])
    page = world.drafter.post(f"/requests/{pair}/edit/", posted, headers=SCRIPTED if scripts else {}).content.decode()
    assert "Brief summary of the facts, in Ukrainian" in page
    assert 'Stored now in Ukrainian: <span class="request-words">Чуже.' in page
    assert scripts or ">Моє.</textarea>" in page
    assert Request.objects.get().content["summary.uk"] == "Чуже."


def test_the_letter_beside_the_form_says_it_in_its_language(world, pair):
    page = typed(world.drafter, pair, language="en", beside="uk", **{"summary.uk": SAID}).content.decode()
    assert f'<dd lang="uk"><span class="sheet-text">{SAID}</span>' in page
    assert page.count("A hospital&#x27;s servers were encrypted.") == 1
    assert SAID not in typed(world.drafter, pair, language="en", beside="", **{"summary.uk": SAID}).content.decode()
    assert Request.objects.get().content == complete()


def test_what_lacks_is_noted_at_the_check_and_stops_nothing(world, law, pair):
    edit_request(pair, {"summary.uk": SAID}, version=1, languages=["ka", "uk"], by=world.users["drafter"])
    page = read(world.drafter, pair, "check/")
    said = words(page)
    assert "Complete." in said
    assert "long texts are not given in Ukrainian, the one language of this letter that Ukraine accepts" in said
    assert f'href="/requests/{pair}/edit/?at=necessity#field-necessity"' in page
    assert "at=summary#" not in page
    submit_for_review(pair, version=2, by=world.users["drafter"])
    assert Request.objects.get().state == "in-review"


def test_approver_data_and_versions_show_it_by_name_and_word_by_word(world, pair):
    edit_request(pair, {"summary.uk": SAID}, version=1, by=world.users["drafter"])
    edit_request(
        pair, {"summary.uk": "Сервери клініки зашифровано.", "summary.fr": "Non."}, version=2, by=world.users["duty"]
    )
    versions = words(read(world.approver, pair, "versions/"))
    assert "Brief summary of the facts, in Ukrainian" in versions
    assert "Сервери [taken out: лікарні ] [put in: клініки ] зашифровано." in versions
    submit_for_review(pair, version=3, by=world.users["drafter"])
    for tab in ("approval/", "data/"):
        said = words(read(world.approver, pair, tab))
        assert "Brief summary of the facts, in Ukrainian" in said
        assert "Сервери клініки зашифровано." in said
        assert "Non." not in said
