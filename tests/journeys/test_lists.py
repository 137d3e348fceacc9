"""Search and the list of requests in a browser: by the keyboard, on a phone, light and dark, and without scripts."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from looking import fits, unfold

pytestmark = pytest.mark.browser

PAGES = (
    "/search/",
    "/search/?q=hospital",
    "/search/?q=nothing+like+it",
    "/requests/",
    "/requests/?state=open",
    "/requests/?q=nothing+like+it",
    "/requests/print/",
)


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False), (390, False), (1280, True)])
def test_lists_are_accessible_and_fit(
    browse: Callable[..., Page],
    sign_in: Callable[[Page, str], None],
    axe: Callable[[Page], None],
    width: int,
    dark: bool,
) -> None:
    page = browse(width=width, dark=dark)
    sign_in(page, "duty")
    page.goto("/requests/?state=open")
    page.get_by_text("Keep this filter").click()
    page.get_by_label("Name").fill("Open ones")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("link", name="Open ones")).to_be_visible()
    for address in PAGES:
        page.goto(address)
        unfold(page)
        fits(page)
        axe(page)
        _kept(page, f"{address.strip('/').replace('/', '_').replace('?', '_')}-{width}-{'dark' if dark else 'light'}")


def test_the_keyboard_alone_finds_a_request(page: Page, sign_in: Callable[[Page, str], None]) -> None:
    sign_in(page, "duty")
    page.keyboard.press("/")
    expect(page.get_by_label("Search cases and requests")).to_be_focused()
    page.keyboard.type("hospital")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=hospital")
    page.locator("h1").click()
    page.keyboard.press("j")
    expect(page.locator("[data-row]").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/requests/**")


def test_a_list_is_filtered_as_one_types_and_by_choosing(page: Page, sign_in: Callable[[Page, str], None]) -> None:
    sign_in(page, "duty")
    page.goto("/requests/")
    rows = page.locator("#requests tbody tr")
    every = rows.count()
    page.keyboard.press("f")
    expect(page.get_by_label("Find")).to_be_focused()
    page.keyboard.type("hospital")
    page.wait_for_url("**/requests/?q=hospital*")
    expect(page.get_by_label("Find")).to_be_focused()
    expect(rows).not_to_have_count(every)
    expect(rows.first).to_be_visible()
    page.get_by_label("Find").fill("")
    page.get_by_label("State", exact=True).select_option(label="Draft")
    page.wait_for_url("**state=draft**")
    expect(rows.filter(has_not_text="Draft")).to_have_count(0)
    expect(rows.first).to_contain_text("Draft")


def test_ticked_rows_are_acknowledged_and_each_says_what_became_of_it(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None], axe: Callable[[Page], None]
) -> None:
    page = browse(width=390)
    sign_in(page, "duty")
    page.goto("/requests/")
    for box in page.locator("input[name=reference]").all():
        box.check()
    expect(page.locator("[data-chosen-word]")).to_contain_text("With the")
    page.get_by_role("button", name="Acknowledge").click()
    expect(page.get_by_role("heading", name="What became of each request")).to_be_visible()
    axe(page)
    _kept(page, "outcomes-390")


def test_without_scripts_the_list_is_filtered_by_its_button(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None]
) -> None:
    page = browse(javascript=False)
    sign_in(page, "duty")
    page.goto("/requests/")
    page.get_by_label("Find").fill("hospital")
    page.get_by_role("button", name="Filter").click()
    page.wait_for_url("**q=hospital**")
    expect(page.locator("#requests tbody tr").first).to_be_visible()


def test_a_list_is_downloaded(page: Page, sign_in: Callable[[Page, str], None]) -> None:
    sign_in(page, "duty")
    page.goto("/requests/")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename.endswith(".csv")


def _kept(page: Page, name: str) -> None:
    """A picture to look at, where somebody asks for it."""
    if folder := os.environ.get("JOURNEY_PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)
