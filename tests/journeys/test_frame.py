"""The frame: the theme one chooses, the menu on a phone, the way past the rail, the keys; with and without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from looking import fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LIGHT, DARK = "rgb(243, 245, 248)", "rgb(15, 21, 29)"


@pytest.mark.parametrize(("dark", "ground"), [(False, LIGHT), (True, DARK)])
def test_without_a_choice_the_machine_decides(browse: Callable[..., Page], dark: bool, ground: str) -> None:
    page = browse(dark=dark)
    page.goto("/sign-in/")
    expect(page.locator("body")).to_have_css("background-color", ground)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_theme_is_chosen_and_kept(browse: Callable[..., Page], javascript: bool) -> None:
    page = browse(javascript=javascript)
    page.goto("/sign-in/")
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    page.goto("/verify/")
    expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("body")).to_have_css("background-color", DARK)


@pytest.mark.parametrize("javascript", [True, False])
def test_the_menu_opens_on_a_phone_also_without_scripts(browse: Callable[..., Page], javascript: bool) -> None:
    page = browse(width=390, javascript=javascript)
    page.goto("/sign-in/")
    place = page.get_by_role("navigation", name="Main").get_by_role("link", name="Verify a document")
    expect(place).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    place.click()
    page.wait_for_url("**/verify/")


def test_escape_closes_the_menu_and_leads_back_to_its_button(browse: Callable[..., Page]) -> None:
    page = browse(width=390)
    page.goto("/verify/")
    button = page.get_by_role("button", name="Menu")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(button).to_be_focused()


def test_the_first_key_leads_past_the_rail(page: Page) -> None:
    page.goto("/verify/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#document")).to_be_focused()


def test_nothing_scrolls_sideways(browse: Callable[..., Page]) -> None:
    for width in (320, 390, 1280):
        page = browse(width=width)
        for address in ("/sign-in/", "/verify/", "/nowhere/"):
            page.goto(address)
            fits(page)


@pytest.mark.parametrize("dark", [False, True])
def test_the_menu_and_the_page_that_is_not_there_are_accessible(
    browse: Callable[..., Page], axe: Callable[[Page], None], dark: bool
) -> None:
    page = browse(width=390, dark=dark)
    page.goto("/nowhere/")
    axe(page)
    page.get_by_role("button", name="Menu").click()
    axe(page)


def test_on_paper_there_is_only_the_content(page: Page) -> None:
    page.goto("/verify/")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
