"""A duty officer records how an office is reached, a second person confirms it; nobody else gets to see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from looking import fits

pytestmark = pytest.mark.browser
BOX = "desk@by.example.net"


def test_from_a_recorded_detail_to_a_confirmed_one(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None], axe: Callable[[Page], None], world: None
) -> None:
    duty, editor, visitor = browse(), browse(width=390, dark=True), browse()
    sign_in(duty, "duty")
    duty.goto("/atlas/BY/authorities/")
    duty.get_by_role("link", name="Direct contacts, for your role").click()
    expect(duty.locator("main")).to_contain_text("No direct detail is recorded")
    duty.get_by_label("By what means").select_option("mailbox")
    duty.get_by_label("Number, mailbox or address").fill("nobody")
    duty.get_by_role("button", name="Record the detail").click()
    expect(duty.locator(".field-error")).to_contain_text("is no mailbox")
    axe(duty)
    duty.get_by_label("Number, mailbox or address").fill(BOX)
    duty.get_by_role("button", name="Record the detail").click()
    expect(duty.locator("main")).to_contain_text("Not confirmed yet")
    expect(duty.get_by_role("button", name="It is right")).to_have_count(0)
    axe(duty)
    fits(duty)

    sign_in(editor, "editor")
    editor.goto("/contacts/")
    editor.get_by_role("link", name="Belarus").click()
    editor.get_by_role("button", name="It is right").click()
    expect(editor.locator("main")).to_contain_text("You compared it today")
    expect(editor.get_by_role("link", name=BOX)).to_have_attribute("href", f"mailto:{BOX}")
    axe(editor)
    fits(editor)

    visitor.goto("/atlas/BY/authorities/")
    expect(visitor.locator("main")).not_to_contain_text(BOX)
    visitor.goto("/contacts/BY/")
    expect(visitor).to_have_url("/sign-in/?next=/contacts/BY/")
