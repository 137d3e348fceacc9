"""A drafter gives a text in the letter's second language too, sees both, and reads at the check what still lacks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from looking import arrived, fits, unfold

pytestmark = pytest.mark.browser

SAID = "З понеділка по середу повідомлення вели клієнтів банку на копію сторінки входу."


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False)])
def test_a_text_in_both_languages_of_the_letter(
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
    address = page.url
    page.goto(f"{address}edit/?at=summary")
    own = page.get_by_label("Brief summary of the facts", exact=True)
    own.fill("Text messages led customers of a bank to a copy of its log-in page.")
    fold = page.locator("#beside-summary")
    fold.get_by_text("In Ukrainian (second column)").click()
    fold.get_by_label("Brief summary of the facts, in Ukrainian").fill(SAID)
    expect(page.locator(".sheet [lang='uk']").filter(has_text=SAID)).to_be_visible()
    fold.get_by_label("Brief summary of the facts, in Ukrainian").blur()
    expect(page.locator("#saved")).to_contain_text("Saved")

    page.get_by_label("Beside it").select_option("fr")
    expect(fold).to_contain_text("In French (second column)")
    expect(page.locator(".sheet [lang='uk']")).to_have_count(0)
    page.get_by_label("Beside it").select_option("uk")
    expect(fold.get_by_label("Brief summary of the facts, in Ukrainian")).to_have_value(SAID)
    page.get_by_label("Language", exact=True).select_option("ka")
    expect(page.locator(".letter-words")).to_contain_text("Written in Georgian and Ukrainian.")
    arrived(page)
    unfold(page)
    fits(page)
    axe(page)

    page.get_by_label("Legal qualification", exact=True).fill("Fraud by means of a computer system.")
    page.get_by_role("button", name="Check the request").first.click()
    page.wait_for_url("**/check/")
    lacking = page.locator("details").filter(has_text="not given in Ukrainian, the one language of this letter")
    expect(lacking.get_by_role("link", name="Legal qualification")).to_be_visible()
    expect(lacking.get_by_role("link", name="Brief summary of the facts")).to_have_count(0)
    fits(page)
    axe(page)
