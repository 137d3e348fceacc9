"""A change of a fact as people meet it: proposed by one editor, published by another, read by everyone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Browse = Callable[..., Page]
WHY = "The note now says which chapter of the code was read."


def test_from_a_proposal_to_the_history(
    browse: Browse, sign_in: Callable[[Page, str], None], axe: Callable[[Page], None]
) -> None:
    editor, reviewer, visitor = browse(), browse(width=390, dark=True), browse()
    sign_in(editor, "editor")
    editor.goto("/atlas/UA/")
    editor.locator("#powers").scroll_into_view_if_needed()
    row = editor.locator(".powers tbody tr").filter(has_text="Article 16").first
    row.locator("summary.source-mark").last.click()
    axe(editor)
    row.get_by_role("link", name="Propose a change").last.click()
    axe(editor)
    editor.get_by_role("link", name="Correct it").click()
    editor.get_by_label("Source", exact=True).select_option("")
    editor.get_by_label("Note").fill("Read again in the code.")
    editor.get_by_label("Why").fill(WHY)
    editor.get_by_role("button", name="Send to review").click()
    expect(editor.locator(".field-error")).to_contain_text("Source is needed")
    axe(editor)
    editor.get_by_label("Source", exact=True).select_option("practice")
    editor.get_by_role("button", name="Send to review").click()
    expect(editor.locator("main")).to_contain_text("Another editor reviews it")
    expect(editor.get_by_role("button", name="Publish the change")).to_have_count(0)
    axe(editor)

    sign_in(reviewer, "reviewer")
    expect(reviewer.locator(".upkeep-desk")).to_contain_text("2 proposals wait for your review")
    axe(reviewer)
    reviewer.goto("/upkeep/proposals/")
    axe(reviewer)
    reviewer.get_by_role("link", name=WHY).click()
    expect(reviewer.locator("ins").filter(has_text=re.compile("Read again"))).to_be_visible()
    axe(reviewer)
    reviewer.get_by_role("button", name="Publish the change").click()
    expect(reviewer.locator("main")).to_contain_text("Published.")
    axe(reviewer)

    visitor.goto("/atlas/UA/")
    expect(visitor.locator(".upkeep-line")).to_contain_text("Last checked")
    visitor.get_by_role("link", name="History").click()
    expect(visitor.locator("main")).to_contain_text(WHY)
    expect(visitor.locator("main")).to_contain_text("Version 3, in use")
    axe(visitor)
    visitor.set_viewport_size({"width": 390, "height": 800})
    axe(visitor)


def test_a_visitor_reports_an_error_and_an_editor_answers(
    browse: Browse, sign_in: Callable[[Page, str], None], axe: Callable[[Page], None]
) -> None:
    visitor, editor = browse(width=390, dark=True), browse()
    visitor.goto("/atlas/instruments/ets185/")
    visitor.get_by_role("link", name="Report an error on this page").click()
    axe(visitor)
    visitor.get_by_label("What is wrong").fill("Too bad")
    visitor.get_by_role("button", name="Send the report").click()
    expect(visitor.locator(".field-error")).to_contain_text("10 to 2,000 characters")
    axe(visitor)
    visitor.get_by_label("What is wrong").fill("One State has acceded meanwhile: see the table of signatures.")
    visitor.get_by_role("button", name="Send the report").click()
    expect(visitor.locator("main")).to_contain_text("Thank you")
    expect(visitor).to_have_url(re.compile("/atlas/instruments/ets185/$"))

    sign_in(editor, "editor")
    editor.goto("/upkeep/reports/")
    axe(editor)
    report = editor.locator("article").filter(has_text="One State has acceded")
    report.get_by_label("What you found").fill("The table says so; proposed.")
    report.get_by_role("button", name="It is corrected").click()
    expect(editor.locator("main")).to_contain_text("The report is answered")
    for address in ("/upkeep/owners/", "/upkeep/due/GE/", "/upkeep/facts/countries/ge/"):
        for width in (1280, 390):
            editor.set_viewport_size({"width": width, "height": 800})
            editor.goto(address)
            axe(editor)
