"""Reforms, as a programme officer meets them: chosen, seen as tiles, sent as an address, and the ranking."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from looking import fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Browse = Callable[..., Page]


def test_reforms_are_chosen_without_scripts_and_lead_to_the_planner(
    world: None, browse: Browse, axe: Callable[[Page], None]
) -> None:
    page = browse(javascript=False)
    page.goto("/state-of-play/reforms/?at=2017-06-16")
    for article in ("16", "17"):
        page.locator(f"input[value='UA:{article}=full']").check()
    page.get_by_role("button", name="Show what changes").click()
    expect(page.locator("#finding")).to_contain_text("these two reforms improve 8")
    shared = page.url
    page.get_by_role("link", name="2 better").first.click()
    expect(page).to_have_url(re.compile("#AM-UA$"))
    page.locator("#AM-UA").get_by_role("link").click()
    expect(page.locator("main")).to_contain_text("Supposing a reform")
    page.get_by_role("link", name="What it changes on all routes").click()
    expect(page.locator("#finding")).to_contain_text("these two reforms improve 8")
    page.goto(shared)
    page.get_by_role("link", name=re.compile("Take back.*Article 17 in full")).click()
    expect(page.locator("#finding")).to_contain_text("this reform improves 4")


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_the_pages_of_reforms_are_accessible_and_fit(
    world: None, browse: Browse, axe: Callable[[Page], None], width: int, dark: bool
) -> None:
    page = browse(width=width, dark=dark)
    for address in ("/state-of-play/reforms/", "/state-of-play/reforms/?at=2017-06-16&reform=BY:ets185=party"):
        page.goto(address)
        axe(page)
        fits(page)
    picture = page.locator(".ref-figure img")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 200
    page.get_by_role("link", name="Which unlock most").click()
    expect(page.locator("main")).to_contain_text("Is Party to the Budapest Convention")
    axe(page)
    fits(page)
    page.get_by_role("navigation", name="Countries").get_by_role("link", name="Belarus").click()
    expect(page.locator("h1")).to_contain_text("What unlocks most for Belarus")
    expect(page.locator(".ref-sentences").first).to_contain_text("Becomes known to be open")
    axe(page)
    fits(page)
    for form in ("json", "csv", "md"):
        assert page.request.get(f"/state-of-play/reforms/ranking/?country=BY&format={form}").status == 200


def test_a_treaty_is_supposed_in_force_and_its_parties_are_asked(
    world: None, browse: Browse, axe: Callable[[Page], None]
) -> None:
    """Georgia alone, then the treaty in force, then those who are Party: each step is a link from the one before."""
    page = browse()
    page.goto("/state-of-play/reforms/?reform=GE:cets224=party")
    expect(page.locator("#finding")).to_contain_text("this reform changes none")
    page.get_by_role("link", name="Suppose that it is in force").click()
    expect(page.locator(".ref-supposed")).to_contain_text("supposed before and after the reforms")
    page.get_by_role("link", name="Compare with Hungary, Japan and Serbia").click()
    expect(page.locator("#finding")).to_contain_text("this reform makes 8 known to be open")
    axe(page)
    fits(page)
    page.get_by_role("link", name="Emergency disclosure of stored data").first.click()
    expect(page.locator("main")).to_contain_text("The Second Additional Protocol is in force.")
    page.get_by_role("link", name="What it changes on all routes").click()
    page.get_by_role("link", name=re.compile("Take back.*Georgia")).click()
    expect(page.locator("main")).to_contain_text("Choose a reform as well")
