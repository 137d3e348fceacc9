"""The node's page: its keepers see how it is; nobody else gets in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from looking import fits

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False)])
def test_an_auditor_sees_a_whole_ledger(
    browse: Callable[..., Page],
    sign_in: Callable[[Page, str], None],
    axe: Callable[[Page], None],
    width: int,
    dark: bool,
) -> None:
    page = browse(width=width, dark=dark)
    sign_in(page, "auditor")
    page.goto("/node/")
    expect(page.get_by_role("region", name="Ledger")).to_contain_text("Whole")
    expect(page.get_by_role("region", name="Packs of facts")).to_contain_text("Georgia")
    axe(page)
    fits(page)


def test_a_drafter_is_told_which_role_it_takes(
    page: Page, sign_in: Callable[[Page, str], None], axe: Callable[[Page], None]
) -> None:
    sign_in(page, "drafter")
    page.goto("/node/")
    expect(page.locator("main")).to_contain_text("administrator or auditor")
    axe(page)


def test_signing_out_by_the_user_menu_with_the_keyboard(page: Page, sign_in: Callable[[Page, str], None]) -> None:
    sign_in(page, "auditor")
    page.get_by_role("button", name="Auditor").focus()
    page.keyboard.press("Enter")
    for name in ("Your tokens", "Your password"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name=name)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Sign out")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sign-in/")
