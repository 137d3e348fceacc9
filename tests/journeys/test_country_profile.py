"""A visitor without an account reads a country's profile, takes it along on paper, and compares countries."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from comity.atlas.tests.law import load_law
from looking import fits, unfold

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = (
    "/atlas/GE/",
    "/atlas/GE/legal/",
    "/atlas/AM/legal/?at=2018-01-01",
    "/atlas/UA/authorities/?from=GE",
    "/atlas/UA/procedures/",
    "/atlas/BY/practice/",
    "/atlas/FR/legal/",
    "/atlas/compare/",
    "/atlas/compare/?countries=AM,AZ,BY,GE,MD,UA",
    "/atlas/compare/?countries=AM,AZ,BY,GE,MD,UA,FR",
)


@pytest.fixture(autouse=True)
def _facts(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    load_law(monkeypatch)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_are_accessible_and_fit(
    browse: Callable[..., Page],
    axe: Callable[[Page], None],
    colours: Callable[[Page], None],
    width: int,
    dark: bool,
) -> None:
    page = browse(width=width, dark=dark)
    for address in PAGES:
        page.goto(address)
        unfold(page)
        fits(page)
        (axe if dark == (width == 390) else colours)(page)


@pytest.mark.parametrize("javascript", [True, False])
def test_from_the_question_to_the_law_and_the_paper(browse: Callable[..., Page], javascript: bool) -> None:
    page = browse(javascript=javascript)
    page.goto("/atlas/")
    page.get_by_role("link", name="Georgia").click()
    expect(page.locator("main h2").first).to_have_text("How to ask Georgia")
    profile = page.get_by_role("navigation", name="Profile of Georgia")
    profile.get_by_role("link", name="Legal profile").click()
    expect(page.locator("#ets185-2")).to_contain_text("Criminal Code, Article 284")
    page.locator("#ets185-2 .source summary").first.click()
    expect(page.locator("#ets185-2 .source-body").first).to_contain_text("country page of Georgia")
    profile.get_by_role("link", name="Authorities").click()
    page.get_by_role("link", name="Preservation of stored data").click()
    expect(page).to_have_url("/atlas/GE/procedures/#preserve")
    expect(page.locator("section", has=page.locator("#preserve"))).to_contain_text("Not less than 60 days")
    with page.expect_download() as paper:
        profile.get_by_role("link", name="Profile as PDF").click()
    assert paper.value.suggested_filename.startswith("profile-GE-")


def test_countries_are_chosen_and_stand_side_by_side(page: Page) -> None:
    page.goto("/atlas/GE/")
    page.get_by_role("link", name="Compare with others").click()
    page.get_by_label("Ukraine").check()
    page.get_by_label("Others, by their two letters").fill("ro")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator("h1")).to_have_text("Georgia, Ukraine, Romania side by side")
    expect(page).to_have_url(re.compile("countries=GE,UA,RO"))
    page.get_by_label("Others, by their two letters").fill("RO, FR, DE, IT, ES")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("alert")).to_contain_text("Leave out 1")
    expect(page.get_by_label("Others, by their two letters")).to_have_value("RO, FR, DE, IT, ES")


def test_on_paper_each_fact_stands_with_its_source_and_what_is_assumed(browse: Callable[..., Page]) -> None:
    page = browse()
    page.goto("/atlas/GE/")
    page.emulate_media(media="print")
    fact = page.locator(".profile-fact .source").first
    expect(fact.locator(".source-title")).to_be_visible()
    expect(fact.locator(".source-deeds")).to_be_hidden()
    assumed = page.locator(".source", has_text="assumed – verify before use").first
    expect(assumed.locator(".source-badges")).to_be_visible()
    expect(page.locator(".source-mark").first).to_be_hidden()
    best = page.locator(".ask-table td:nth-child(3)").first
    assert best.evaluate("cell => cell.clientWidth / cell.closest('table').clientWidth") > 0.25
