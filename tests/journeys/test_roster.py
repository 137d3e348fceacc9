"""The roster and one's own account in a browser: planned, handed over, a token copied and revoked, a new password."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from comity.config.demonstration import PASSWORD
from comity.people.access import user_named
from comity.people.queries.roster import my_current_shift
from comity.people.queries.tokens import holder_of
from comity.people.rules.scopes import Scope
from looking import fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESSES = ("/roster/", "/roster/plan/", "/account/tokens/", "/account/tokens/create/", "/account/password/")


@pytest.mark.parametrize("width", [390, 1280])
def test_every_page_is_accessible_and_fits(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None], axe: Callable[[Page], None], width: int
) -> None:
    for dark in (False, True):
        page = browse(width=width, dark=dark)
        sign_in(page, "duty")
        shift = my_current_shift(user_named("duty"))
        assert shift is not None
        for address in (*ADDRESSES, f"/roster/{shift.id}/"):
            page.goto(address)
            axe(page)
            fits(page)


def test_a_shift_is_planned_and_seen_in_its_week_also_without_scripts(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None]
) -> None:
    page = browse(javascript=False)
    sign_in(page, "admin")
    page.goto("/roster/")
    page.get_by_role("link", name="Plan a shift").click()
    zone = user_named("admin").zone
    day = (datetime.now(UTC) + timedelta(days=20)).astimezone(zone).date()
    page.get_by_label("Day", exact=True).fill(day.isoformat())
    page.get_by_label("From").fill("08:00")
    page.get_by_label("Until").fill("20:00")
    page.get_by_label("Days in a row").fill("2")
    page.get_by_role("button", name="Plan the shift").first.click()
    expect(page.get_by_role("status")).to_contain_text("2 shifts from")
    expect(page.get_by_role("row").filter(has_text="08:00 to 20:00").first).to_be_visible()


def test_handing_over_what_the_next_officer_finds(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None], axe: Callable[[Page], None]
) -> None:
    page = browse()
    sign_in(page, "duty")
    expect(page.get_by_role("banner")).to_contain_text("On duty: you, until")
    page.get_by_role("banner").get_by_role("link", name="On duty").click()
    page.get_by_role("link", name="handover note").or_(page.get_by_role("link", name="Hand over your shift")).click()
    page.get_by_role("button", name="Hand over").or_(page.get_by_role("button", name="Add to the note")).first.click()
    expect(page.get_by_role("alert")).to_be_visible()
    axe(page)
    page.locator("#id_note").fill("A preservation request waits for its approval. Call Kyiv at nine.")
    page.get_by_role("button", name="Hand over").or_(page.get_by_role("button", name="Add to the note")).first.click()
    expect(page.get_by_role("region", name="Last hand-over")).to_contain_text("Call Kyiv at nine.")

    other = browse(width=390)
    sign_in(other, "drafter")
    expect(other.get_by_role("banner")).to_contain_text("On duty: Duty officer, Georgia, until")
    other.goto("/roster/")
    expect(other.get_by_role("region", name="Last hand-over")).to_contain_text("Call Kyiv at nine.")
    expect(other.get_by_role("link", name="Plan a shift")).to_have_count(0)


def test_a_token_is_shown_once_copied_and_revoked(
    page: Page, sign_in: Callable[[Page, str], None], axe: Callable[[Page], None]
) -> None:
    sign_in(page, "drafter")
    page.goto("/account/tokens/create/")
    page.get_by_label("Name", exact=True).fill("Case system")
    page.get_by_label("Read.", exact=False).first.check()
    page.get_by_role("button", name="Create the token").first.click()
    expect(page.locator("[data-secret]")).not_to_be_empty()
    secret = page.locator("[data-secret]").inner_text()
    assert holder_of(secret).scopes == {Scope.READ}
    axe(page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the token").click()
    expect(page.get_by_role("status")).to_contain_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == secret
    page.get_by_role("link", name="I have copied it").click()
    expect(page.locator("main")).not_to_contain_text(secret)
    page.get_by_role("button", name="Revoke Case system").click()
    expect(page.get_by_role("row").filter(has_text="Case system")).to_contain_text("Revoked")
    axe(page)


def test_a_new_password_from_the_users_menu(page: Page, sign_in: Callable[[Page, str], None]) -> None:
    sign_in(page, "editor")
    page.get_by_role("button", name="Editor").click()
    page.get_by_role("link", name="Your password").click()
    page.get_by_label("Present password").fill(PASSWORD)
    page.get_by_label("New password").fill("another lamp altogether")
    page.get_by_label("The new one again").fill("another lamp altogether")
    page.get_by_role("button", name="Change the password").first.click()
    expect(page.get_by_role("status")).to_contain_text("Your password is changed.")
    assert user_named("editor").check_password("another lamp altogether")
