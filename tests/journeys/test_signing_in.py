"""The door: a member of the cast signs in with the keyboard alone and stands at the desk."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from comity.config.demonstration import PASSWORD

pytestmark = pytest.mark.browser


def test_signs_in_with_the_keyboard_alone(page: Page, world: None) -> None:
    page.goto("/")
    page.locator("input[name=username]").focus()
    page.keyboard.type("duty")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/sign-in" not in url)
    expect(page.locator("h1")).to_have_count(1)


@pytest.mark.parametrize(("width", "dark"), [(360, True), (1280, False)])
def test_the_door_and_the_desk_are_accessible(
    browse: Callable[..., Page],
    sign_in: Callable[[Page, str], None],
    axe: Callable[[Page], None],
    width: int,
    dark: bool,
) -> None:
    page = browse(width=width, dark=dark)
    page.goto("/sign-in/")
    axe(page)
    sign_in(page, "drafter")
    axe(page)


def test_a_wrong_password_is_refused_in_words(page: Page, world: None, axe: Callable[[Page], None]) -> None:
    page.goto("/sign-in/")
    page.locator("input[name=username]").fill("drafter")
    page.locator("input[name=password]").fill("something else entirely")
    page.locator("form:has(input[name=password]) [type=submit]").click()
    expect(page.locator("form:has(input[name=password])")).to_contain_text(
        "This name and password do not belong together"
    )
    expect(page.locator("main")).not_to_contain_text(re.compile("invalid", re.IGNORECASE))
    expect(page).to_have_url(re.compile("/sign-in"))
    axe(page)


def test_the_door_works_without_scripts(browse: Callable[..., Page], sign_in: Callable[[Page, str], None]) -> None:
    page = browse(javascript=False)
    sign_in(page, "approver")
    expect(page.locator("h1")).to_have_count(1)
