"""Every page of casework, at a desk and on a phone, light and dark: accessible, and never wider than its screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from looking import arrived, fits, unfold

pytestmark = pytest.mark.browser

REQUESTS = ("/cases/", "/cases/open/", "/intake/", "/")
TABS = ("", "letter/", "data/", "way/", "chain/", "ledger/", "check/", "approval/")
MAIL = "log-ins from 91.198.36.14:51514 at 2026-01-22 02:14:09, mail from desk@mail.example.net, 300.1.1.1"


@pytest.fixture
def look(axe: Callable[[Page], None]) -> Callable[..., None]:
    """Opens an address (where one is given), unfolds what is folded, and looks at the page."""

    def _look(page: Page, address: str = "") -> None:
        if address:
            page.goto(address)
        unfold(page)
        fits(page)
        axe(page)

    return _look


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False)])
def test_lists_and_requests_are_accessible_and_fit(
    browse: Callable[..., Page],
    sign_in: Callable[[Page, str], None],
    look: Callable[..., None],
    width: int,
    dark: bool,
) -> None:
    page = browse(width=width, dark=dark)
    sign_in(page, "duty")
    for address in REQUESTS:
        look(page, address)
    story = {"Ransomware at a regional hospital": TABS, "Threats against a school": ("approval/", "data/")}
    for title, tabs in story.items():
        page.goto("/cases/")
        page.get_by_role("link", name=title).click()
        page.wait_for_url("**/cases/CASE-*/")
        look(page)
        page.get_by_role("link", name="Preservation request").click()
        page.wait_for_url("**/requests/*/")
        request = page.url
        for tab in tabs:
            look(page, request + tab)


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False)])
def test_the_wizard_is_accessible_and_fits_also_where_something_is_wrong(
    browse: Callable[..., Page],
    sign_in: Callable[[Page, str], None],
    look: Callable[..., None],
    width: int,
    dark: bool,
) -> None:
    page = browse(width=width, dark=dark)
    sign_in(page, "drafter")
    page.goto("/intake/")
    page.get_by_label("What you hold").fill(MAIL)
    expect(page.locator(".chip").first).to_be_visible()
    look(page)
    page.locator(".page-action button").click()
    look(page)
    page.locator(".page-action button").click()
    expect(page.locator(".field-error")).to_be_visible()
    look(page)
    page.get_by_role("checkbox", name="Traffic data").check()
    page.locator(".page-action button").click()
    look(page)
    page.locator(".page-action button").click()
    expect(page.locator(".field-error")).to_be_visible()
    look(page)
    page.get_by_label("Title of the new case").fill("Log-ins at a gateway")
    page.locator(".page-action button").click()
    page.wait_for_url("**/edit/")
    look(page)
    page.locator(".page-action button").click()
    page.wait_for_url("**/check/")
    look(page)


def test_a_list_is_filtered_as_one_types(page: Page, sign_in: Callable[[Page, str], None]) -> None:
    sign_in(page, "duty")
    page.goto("/cases/")
    page.keyboard.press("f")
    expect(page.get_by_label("Find")).to_be_focused()
    page.keyboard.type("ransom")
    expect(page.locator("#cases tbody tr")).to_have_count(1)
    expect(page.get_by_label("Find")).to_be_focused()
    page.wait_for_url("**/cases/?q=ransom*")
    page.get_by_label("With a request that is").select_option(label="draft")
    expect(page.locator("#cases")).to_contain_text("No case found")


def test_what_is_typed_is_not_lost_when_the_node_fails(
    chromium: Browser, live_server: Any, sign_in: Callable[[Page, str], None]
) -> None:
    with chromium.new_page(base_url=live_server.url) as page:  # whose console rightly complains
        _fails_and_comes_back(page, sign_in)


def _fails_and_comes_back(page: Page, sign_in: Callable[[Page, str], None]) -> None:
    sign_in(page, "drafter")
    page.get_by_role("link", name="Tax portal out of reach").click()
    page.locator(".page-action .btn-primary").click()
    page.wait_for_url("**/edit/")
    arrived(page)
    page.route("**/edit/", lambda route: route.fulfill(status=500, body="down"))
    page.locator("#legal_qualification").fill("Interference with a system.")
    page.keyboard.press("Tab")
    expect(page.locator("#trouble")).to_contain_text("Your text still stands here")
    page.unroute("**/edit/")
    page.get_by_role("button", name="Save").first.click()
    expect(page.locator("#saved")).to_contain_text("Saved")
    expect(page.locator("#trouble")).to_be_empty()


def test_a_session_that_ended_is_said_and_what_was_typed_stays(
    page: Page, sign_in: Callable[[Page, str], None]
) -> None:
    sign_in(page, "drafter")
    page.goto("/intake/")
    page.context.clear_cookies(name="sessionid")
    page.get_by_label("What you hold").fill(MAIL)
    expect(page.get_by_role("alert")).to_contain_text("Your session has ended")
    expect(page.get_by_label("What you hold")).to_have_value(MAIL)
    expect(page.get_by_role("heading", name="Sign in")).to_have_count(0)


def test_a_field_shows_where_another_gives_it_a_place(page: Page, sign_in: Callable[[Page, str], None]) -> None:
    sign_in(page, "drafter")
    page.get_by_role("link", name="Tax portal out of reach").click()
    page.locator(".page-action .btn-primary").click()
    page.wait_for_url("**/edit/")
    other = page.locator("#offence_other")
    expect(other).to_be_hidden()
    page.get_by_label("Other offence with evidence in electronic form").check()
    expect(other).to_be_visible()
    expect(page.locator("#gap-offence_other")).to_contain_text("Name it in a few words")
