"""A draft while it is written: the letter beside the form, its versions compared, and a file that becomes a draft."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from looking import fits, unfold

pytestmark = pytest.mark.browser


def open_draft(page: Page, title: str) -> str:
    """The address of the one request in the case of this title."""
    page.goto("/cases/")
    page.get_by_role("link", name=title).click()
    page.wait_for_url("**/cases/CASE-*/")
    page.get_by_role("link", name="Preservation request").click()
    page.wait_for_url("**/requests/*/")
    return page.url


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_the_letter_follows_what_is_typed(
    browse: Callable[..., Page],
    sign_in: Callable[[Page, str], None],
    axe: Callable[[Page], None],
    width: int,
    dark: bool,
) -> None:
    page = browse(width=width, dark=dark)
    sign_in(page, "drafter")
    page.goto(open_draft(page, "Emptied virtual wallets") + "edit/")
    unfold(page)
    letter, box = page.locator(".fill-paper"), page.locator("#summary")
    expect(letter).to_contain_text("DRAFT: nobody has signed this letter.")
    box.focus()
    box.press("ControlOrMeta+End")
    box.press_sequentially(" Typed just now.")
    expect(letter).to_contain_text("Typed just now.")
    expect(box).to_be_focused()
    expect(box).to_have_value("A false update of a wallet's software took the owners' keys; 19 wallets were emptied. "
                              "Typed just now.")  # fmt: skip
    expect(page.locator("#saved")).to_be_empty()
    axe(page)
    fits(page)
    box.press("Tab")
    expect(page.locator("#saved")).to_contain_text("Saved")


def test_versions_are_compared(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None], axe: Callable[[Page], None]
) -> None:
    drafter, duty = browse(), browse(width=390, dark=True)
    sign_in(drafter, "drafter")
    sign_in(duty, "duty")
    request = open_draft(duty, "Emptied virtual wallets")
    duty.goto(request + "edit/?at=necessity")
    duty.locator("#necessity").fill("The server is wiped on Friday.")
    duty.locator("#necessity").press("Tab")
    expect(duty.locator("#saved")).to_contain_text("Saved")
    drafter.goto(request)
    drafter.get_by_role("link", name="Versions").click()
    compared = drafter.get_by_role("region", name="From version")
    expect(compared).to_contain_text("One field differs")
    expect(compared.locator("dd ins").last).to_contain_text("Friday")
    drafter.get_by_label("From version 2").check()
    drafter.get_by_role("button", name="Compare the two").click()
    expect(drafter).to_have_url(re.compile("from=2"))
    expect(compared).to_contain_text("2 fields differ")
    expect(compared).to_contain_text("Its log shows each wallet that took it")
    axe(drafter)
    fits(drafter)


def test_data_of_a_letter_become_a_draft(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None], tmp_path: Path
) -> None:
    page = browse()
    sign_in(page, "drafter")
    page.goto(open_draft(page, "Emptied virtual wallets") + "letter/")
    with page.expect_download() as given:
        page.get_by_role("link", name="request.json").click()
    given.value.save_as(tmp_path / "request.json")
    page.goto("/intake/")
    page.get_by_role("link", name="Draft from a file").click()
    page.get_by_label("Or a new case").fill("The same wallets, elsewhere")
    page.get_by_label("The file").set_input_files(tmp_path / "request.json")
    page.get_by_role("button", name="Draft what it says").click()
    page.wait_for_url("**/edit/")
    expect(page.locator("main")).to_contain_text("The same wallets, elsewhere")
    expect(page.locator(".fill-paper")).to_contain_text("The update came from this server.")
