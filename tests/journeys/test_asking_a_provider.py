"""A prosecutor who holds an account name finds out how to ask its provider; and looks a term up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from comity.atlas.tests.law import load_law

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _facts(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    load_law(monkeypatch)


@pytest.mark.parametrize("width", [390, 1280])
def test_from_a_service_to_the_entity_and_the_route_to_its_state(
    browse: Callable[..., Page], axe: Callable[[Page], None], width: int
) -> None:
    page = browse(width=width)
    page.goto("/atlas/")
    page.get_by_role("navigation", name="More of the atlas").get_by_role("link", name="Service providers").click()
    page.get_by_label("Filter providers by name, service or seat").fill("instagr")
    expect(page.locator("[data-row]:visible")).to_have_text(["Meta (Facebook, Instagram)"])
    axe(page)
    page.locator("[data-row]:visible").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("How to ask Meta (Facebook, Instagram)")
    content = page.get_by_role("row").filter(has_text="What was said")
    expect(content).to_contain_text("By MLA")
    content.locator("summary").click()
    expect(content).to_contain_text("Read in its source.")
    axe(page)
    page.get_by_role("link", name="Routes to Ireland").click()
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Ireland")


def test_narrowing_to_one_need_and_one_country(page: Page) -> None:
    page.goto("/atlas/providers/")
    page.get_by_label("What you need").select_option("content")
    page.get_by_label("Seat in").select_option("NL")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("row", name="Reddit")).to_contain_text("By MLA")
    expect(page.get_by_role("columnheader")).to_have_text(["Provider", "Content", "Read"])
    expect(page.get_by_text("Google", exact=True)).to_have_count(0)


def test_a_term_is_found_by_typing_and_leads_on(page: Page) -> None:
    page.goto("/atlas/glossary/")
    page.get_by_label("Filter terms").fill("port with")
    page.get_by_label("Filter terms").fill("share one internet")
    expect(page.locator(".term:visible h3")).to_have_text(["Carrier-grade address translation (CGNAT)"])
    page.goto("/atlas/glossary/#subscriber-information")
    page.locator("#subscriber-information").get_by_role("link", name="Article 18(3), Budapest Convention").click()
    expect(page).to_have_url("/atlas/instruments/ets185/#article-18(3)")
