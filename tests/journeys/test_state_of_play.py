"""The overview on its page, and an assessment from start to sign-off, as people meet them.

Nobody waits for pictures: they come when they are drawn.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from playwright.sync_api import Page, expect

from looking import fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Browse = Callable[..., Page]


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, False), (1280, True)])
def test_anybody_reads_the_overview_of_june_2017(
    world: None, browse: Browse, axe: Callable[[Page], None], width: int, dark: bool
) -> None:
    page = browse(width=width, dark=dark)
    page.goto("/state-of-play/?at=2017-06-16&since=2017-06-01", wait_until="domcontentloaded")
    shown = page.locator(".sop" if width > 800 else ".sop-list")
    expect(shown).to_contain_text("Definitions of data")
    expect(page.locator("#changes")).to_contain_text("What changed between")
    axe(page)
    fits(page)
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


def test_without_scripts_one_goes_from_day_to_day_and_takes_the_report_along(
    world: None, browse: Callable[..., Page]
) -> None:
    page = browse(javascript=False)
    page.goto("/state-of-play/", wait_until="domcontentloaded")
    page.get_by_role("navigation", name="Days on record").get_by_role("link", name="16 June 2017").click()
    expect(page.locator("#overview")).to_have_text("State of Play, 16 June 2017")
    expect(page.locator("#chart-tiles")).to_contain_text("Ukraine has most gaps in procedural powers")
    report = page.get_by_role("link", name="Two pages for decision makers (PDF)").get_attribute("href")
    answer = page.request.get(report or "")
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    page.get_by_role("link", name="What the gaps do to requests").click()
    expect(page.locator("#chart-consequences")).to_contain_text("The gap that costs most")


def test_an_assessment_is_answered_sent_and_signed_off_by_another(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None], axe: Callable[[Page], None]
) -> None:
    """The last answer, the sending and the sign-off by hand; the answers between by the same action as the page's."""
    first, second = browse(), browse(width=390, dark=True)
    sign_in(first, "editor")
    first.goto("/state-of-play/assessments/start/")
    first.get_by_label("Country").select_option("GE")
    first.get_by_label("As of").fill("2026-02-10")
    first.get_by_role("button", name="Start the assessment").click()
    first.wait_for_url("**/state-of-play/assessments/*/")
    address = first.url
    _answer_all_but_the_last(int(address.rstrip("/").rpartition("/")[2]))
    first.reload()
    expect(first.locator("#now")).to_have_text("1 question without an answer")
    first.get_by_role("link", name=re.compile("^Answer")).click()
    first.get_by_label("Not known").check()
    first.get_by_role("button", name="Save the answer").click()
    first.get_by_role("button", name="Send to review").click()
    expect(first.locator("#now")).to_contain_text("In review")
    first.get_by_role("button", name="Sign off the assessment").click()
    expect(first.locator("main")).to_contain_text("Another editor must sign it off")
    sign_in(second, "reviewer")
    second.goto(address)
    axe(second)
    second.get_by_role("button", name="Sign off the assessment").click()
    expect(second.locator("#now")).to_contain_text("Signed off by Second editor")
    second.goto("/state-of-play/?at=2026-02-10&countries=GE", wait_until="domcontentloaded")
    expect(second.locator(".sop-list")).to_contain_text("was: Yes")
    expect(second.get_by_role("link", name="10 February 2026")).to_have_attribute("aria-current", "date")


def _answer_all_but_the_last(number: int) -> None:
    from comity.people.access import user_named
    from comity.stateofplay.actions.answer_item import answer_item
    from comity.stateofplay.queries.assessments import assessment_view

    def _answer() -> None:
        editor = user_named("editor")
        for answer in assessment_view(number).answers[:-1]:
            choices = answer.item.scale.choices
            value = choices[-1] if choices else "1"
            answer_item(number, answer.item.id, value, source="a law", by=editor)
        connections.close_all()

    with ThreadPoolExecutor() as apart:
        apart.submit(_answer).result()
