"""The overview on its page, and an assessment from start to sign-off, as people meet them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Browse = Callable[..., Page]


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, False), (1280, True)])
def test_anybody_reads_the_overview_of_june_2017(
    world: None, browse: Browse, axe: Callable[[Page], None], width: int, dark: bool
) -> None:
    page = browse(width=width, dark=dark)
    page.goto("/state-of-play/?at=2017-06-16&since=2017-06-01")
    shown = page.locator(".sop" if width > 800 else ".sop-list")
    expect(shown).to_contain_text("Definitions of data")
    expect(page.locator("#changes")).to_contain_text("What changed between")
    axe(page)
    for form in ("json", "csv", "md", "docx", "pdf", "pptx"):
        answer = page.request.get(f"/state-of-play/overview.{form}?at=2017-06-16")
        assert answer.status == 200
        assert len(answer.body()) > 500


def test_an_editor_starts_and_answers_an_assessment(
    sign_in: Callable[[Page, str], None], page: Page, axe: Callable[[Page], None]
) -> None:
    sign_in(page, "editor")
    page.goto("/state-of-play/assessments/start/")
    page.get_by_label("Country").select_option("GE")
    page.get_by_label("As of").fill("2026-01-15")
    axe(page)
    page.get_by_role("button", name="Start the assessment").click()
    expect(page.locator("h2").first).to_contain_text("56 questions without an answer")
    axe(page)
    page.get_by_role("link", name=re.compile("Answer.*Has a strategy")).click()
    page.get_by_label("yes", exact=True).check()
    page.get_by_role("button", name="Save and go on").click()
    expect(page.locator(".field-error")).to_contain_text("no source")
    axe(page)
    page.get_by_label("Source").fill("The strategy’s own text")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.locator("h1")).to_contain_text("Which strategies")
    page.goto("/state-of-play/assessments/")
    page.locator(".row-main").first.click()
    page.get_by_role("button", name="Send to review").click()
    expect(page.locator("main")).to_contain_text("55 questions have no answer yet")
    page.goto("/state-of-play/assessments/compare/")
    axe(page)
