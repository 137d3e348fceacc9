"""The letter as one types, and the versions of a draft side by side."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from comity.casework.actions.edit_request import edit_request
from comity.casework.models import Request
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete
from comity.kernel import clock

pytestmark = pytest.mark.django_db

SCRIPTED = {"HX-Request": "true"}


def typed(browser, reference, headers=SCRIPTED, **changes):
    """The form as a browser posts it: every field of the kind, some of them typed anew."""
    posted = {"version": 1}
    for name, value in (complete() | changes).items():
        match value:
            case dict():
                posted |= {f"{name}.{part}": text for part, text in value.items()}
            case [{"text": _}, *_]:
                posted[name] = "\n".join(item["text"] for item in value)
            case True:
                posted[name] = "yes"
            case _:
                posted[name] = value
    return browser.post(f"/requests/{reference}/letter/typed/", posted, headers=headers)


def read(answer):
    """Its words, as a screen reader would say them."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def edited(reference, by, minutes, **changes):
    with clock.frozen(clock.now() + timedelta(minutes=minutes)):
        version = Request.objects.get(reference=reference).version
        return edit_request(reference, changes, version=version, by=by)


def test_the_letter_says_what_is_typed_and_nothing_is_saved(world, at):
    reference = at("draft")
    answer = typed(world.drafter, reference, summary="Typed a moment ago.", necessity="", data=["subscriber"])
    said = read(answer)
    assert "Typed a moment ago." in said
    assert "A hospital" not in said
    assert "still missing" in said
    assert "ticked: Subscriber information" in said
    assert "not ticked: Traffic data" in said
    assert "<html" not in answer.content.decode()
    assert Request.objects.get(reference=reference).content == complete()
    assert Request.objects.get(reference=reference).version == 1


def test_the_headings_stand_in_the_order_of_the_kind(world, at):
    page = typed(world.drafter, at("draft")).content.decode()
    body = [section for section in kind("preservation").sections if section.part not in {"head", "status"}]
    assert re.findall("<h4>(.*?)</h4>", page) == [f"{section.number} {section.title}" for section in body]


def test_what_is_typed_is_text_and_no_markup(world, at):
    page = typed(world.drafter, at("draft"), summary="<script>alert(1)</script>").content.decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_what_paper_cannot_show_is_said_beside_the_letter(world, at):
    assert "cannot be set yet" in read(typed(world.drafter, at("draft"), summary="a\x07"))


def test_without_scripts_it_is_a_page_of_its_own(world, at):
    reference = at("draft")
    page = typed(world.drafter, reference, headers={}, summary="Typed.").content.decode()
    assert "<html" in page
    assert "Nothing of this was saved" in page
    edit = world.drafter.get(f"/requests/{reference}/edit/").content.decode()
    assert f'formaction="/requests/{reference}/letter/typed/" formtarget="letter"' in edit


def test_the_form_begins_with_the_letter_as_saved(world, at):
    page = read(world.drafter.get(f"/requests/{at('draft')}/edit/"))
    assert "DRAFT: nobody has signed this letter. Georgia" in page


def test_there_is_none_for_what_is_signed_or_hidden(world, at):
    assert typed(world.drafter, at("ready")).status_code == 404
    assert typed(world.duty, at("draft", restricted=True)).status_code == 404
    assert world.drafter.get(f"/requests/{at('draft')}/letter/typed/").status_code == 405


def test_versions_are_listed_and_compared_word_by_word(world, at):
    reference = at("draft")
    edited(reference, world.users["drafter"], 20, summary="A hospital's mail servers were encrypted.", data=["traffic"])
    edited(reference, world.users["duty"], 21, court="", identifiers=[{"text": "desk@mail.example.net"}])
    page = world.auditor.get(f"/requests/{reference}/versions/?from=1&to=3").content.decode()
    said = read(world.auditor.get(f"/requests/{reference}/versions/?from=1&to=3"))
    assert "From version 1 to version 3" in said
    assert "A hospital&#x27;s [put in: mail ] servers were encrypted." in said
    assert "[taken out: City court ]" in said
    assert "[taken out: 203.0.113.45:51514 2026-02-27 02:14:09 UTC+4 ]" in said
    assert "[taken out: Subscriber information" in said
    assert page.count('<ins><span class="visually-hidden">') == 1
    assert 'value="1" aria-label="From version 1" checked' in page
    assert "4 fields differ" in said


def test_the_last_two_are_compared_where_none_is_chosen(world, at):
    reference = at("draft")
    edited(reference, world.users["duty"], 1, summary="Other words.")
    for query in ("", "?from=9&to=1", "?from=x&to=%00"):
        assert "From version 1 to version 2" in read(world.drafter.get(f"/requests/{reference}/versions/{query}"))


def test_a_single_version_has_nothing_to_compare(world, at):
    said = read(world.drafter.get(f"/requests/{at('draft')}/versions/"))
    assert "There is one version" in said
    assert "Compare the two" not in said


def test_two_ways_of_saying_nothing_do_not_differ(world, at):
    reference = at("draft", court="")
    edited(reference, world.users["duty"], 1, court=" ", confidential=True, prosecution_case="")
    page = read(world.drafter.get(f"/requests/{reference}/versions/"))
    assert "One field differs" in page
    assert "Court in charge" not in page.partition("From version")[2]


def test_hidden_versions_are_not_there(world, at):
    assert world.duty.get(f"/requests/{at('draft', restricted=True)}/versions/").status_code == 404
