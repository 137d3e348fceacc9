"""What runs out, looked at on a duty desk and on a phone: reminders, clocks, a request's own, and a correction."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections
from playwright.sync_api import Page, expect

from looking import fits

pytestmark = pytest.mark.browser


@pytest.fixture
def reminded(world: None) -> None:
    """The worker has made its round."""

    def _round() -> None:
        from comity.casework.actions.raise_reminders import raise_reminders

        raise_reminders()
        connections.close_all()

    with ThreadPoolExecutor() as apart:
        apart.submit(_round).result()


def shows_its_article(page: Page) -> None:
    """By pointing and by the keyboard; Escape hides it."""
    chip = page.locator(".clocks-card .clock-chip").first
    tip = chip.locator(".clock-tip")

    hidden, shown = ("clip-path", "inset(50%)"), ("clip-path", "none")
    expect(tip).to_have_css(*hidden)
    chip.focus()
    expect(tip).to_have_css(*shown)
    expect(tip).to_contain_text("Preservation may lapse: Article 29(7), Budapest Convention")
    page.keyboard.press("Escape")
    expect(tip).to_have_css(*hidden)
    chip.blur()
    chip.hover()
    expect(tip).to_have_css(*shown)
    fits(page)
    page.mouse.move(0, 0)


@pytest.mark.parametrize(("width", "dark", "javascript"), [(390, True, False), (1280, False, True)])
def test_the_duty_officer_sees_what_runs_out_and_corrects_a_moment(
    browse: Callable[..., Page],
    sign_in: Callable[[Page, str], None],
    reminded: None,
    axe: Callable[[Page], None],
    width: int,
    dark: bool,
    javascript: bool,
) -> None:
    page: Any = browse(width=width, dark=dark, javascript=javascript)
    look = axe if javascript else (lambda _page: None)  # axe is a script
    sign_in(page, "drafter")
    page.goto("/clocks/?within=all")
    look(page)
    fits(page)
    expect(page.get_by_role("heading", name="Reminders")).to_be_visible()
    page.get_by_role("button", name="Seen").first.click()
    expect(page.get_by_text("Noted that you have seen it")).to_be_visible()
    page.get_by_role("link", name="We must act").click()
    page.get_by_role("link", name="Ransomware at a regional hospital").first.click()
    expect(page.get_by_role("heading", name="Preservation may lapse")).to_be_visible()
    look(page)
    fits(page)
    if javascript:
        shows_its_article(page)
    page.get_by_role("link", name="Correct the moment").first.click()
    look(page)
    fits(page)
    page.locator("#correct [name=reason]").fill("The receipt of the other side gives the hour.")
    page.locator("#correct [type=submit]").first.click()
    expect(page.get_by_text("every clock was computed anew")).to_be_visible()
    expect(page.get_by_text("corrected", exact=True)).to_be_visible()
