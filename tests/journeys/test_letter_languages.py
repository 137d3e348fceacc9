"""A drafter chooses the languages of a letter beside what the other side accepts, and reads what that means for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from looking import arrived, fits, unfold

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False)])
def test_choosing_the_languages_of_a_letter(
    browse: Callable[..., Page],
    sign_in: Callable[[Page, str], None],
    axe: Callable[[Page], None],
    width: int,
    dark: bool,
) -> None:
    page = browse(width=width, dark=dark)
    sign_in(page, "drafter")
    page.goto("/requests/?state=draft&kind=preservation&country=UA")
    page.locator("table a[href^='/requests/GE-']").first.click()
    page.wait_for_url("**/requests/GE-*/")
    page.goto(f"{page.url}edit/")
    said = page.locator(".letter-words")
    expect(said).to_contain_text("Written in English and Ukrainian.")
    expect(said).to_contain_text("Languages that Ukraine accepts: Ukrainian, English or French.")
    expect(said).to_contain_text("Reviewed by a native lawyer: no.")
    page.get_by_label("Beside it").select_option("")
    expect(page.locator("#saved")).to_contain_text("Saved")
    expect(said).to_contain_text("Written in English.")
    page.get_by_label("Language", exact=True).select_option("ka")
    expect(said).to_contain_text("would be accepted with a translation only")
    arrived(page)
    unfold(page)
    fits(page)
    axe(page)
    page.reload()
    expect(page.get_by_label("Language", exact=True)).to_have_value("ka")
    expect(page.get_by_label("Beside it")).to_have_value("")
