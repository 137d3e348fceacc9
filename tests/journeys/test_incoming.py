"""Requests that arrive: read, looked at, registered, answered. With and without scripts, at a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete
from looking import fits, unfold

pytestmark = pytest.mark.browser

THEIRS = complete() | {"requesting_country": "UA", "requested_country": "GE", "status": "new", "necessity": ""}


@pytest.fixture
def look(axe: Callable[[Page], None]) -> Callable[..., None]:
    """Opens an address (where one is given), and looks at the page, unfolded."""

    def _look(page: Page, address: str = "") -> None:
        if address:
            page.goto(address)
        unfold(page)
        fits(page)
        axe(page)

    return _look


def give(page: Page, content: bytes, name: str = "request.json") -> None:
    """Gives a file to the page that takes what arrived, and waits for what was read of it."""
    page.goto("/incoming/new/")
    page.locator("#file").set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})
    page.get_by_role("button", name="Read the file").click()
    page.wait_for_url("**/incoming/*-*/")


def theirs(**changes: Any) -> bytes:
    return attachment_bytes(kind("preservation"), "UA-2026-00017", THEIRS | changes)


def register(page: Page, title: str) -> None:
    page.get_by_label("Channel").fill("24/7 network")
    page.get_by_label("Or the title of a new case").fill(title)
    page.locator(".page-action .btn-primary").click()
    page.wait_for_url("**/requests/*/")


def open_ticket(page: Page, case: str, ticket: str) -> str:
    page.goto(f"/cases/?q={case}")
    page.get_by_role("link", name=case).first.click()
    page.wait_for_url("**/cases/CASE-*/")
    page.get_by_role("link", name=ticket).first.click()
    page.wait_for_url("**/requests/*/")
    return page.url


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False)])
def test_registering_is_accessible_and_fits(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None], look: Callable[..., None], width: int, dark: bool
) -> None:
    page = browse(width=width, dark=dark)
    sign_in(page, "duty")
    look(page, "/incoming/new/")
    give(page, theirs())
    look(page)
    page.locator(".page-action .btn-primary").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was registered")
    look(page)
    page.get_by_role("button", name="Mend what was read").click()
    page.wait_for_url("**/content/")
    look(page)
    page.locator(".page-action .btn-primary").click()
    page.wait_for_url("**/incoming/*-*/")
    register(page, "Asked by Ukraine: a gateway")
    address = page.url
    page.get_by_text("Other steps").click()
    expect(page.get_by_role("link", name="Ask for more information")).to_be_visible()
    look(page)
    for tab in ("arrived/", "data/", "chain/", "steps/ask/"):
        look(page, address + tab)


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False)])
def test_answering_is_accessible_and_fits(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None], look: Callable[..., None], width: int, dark: bool
) -> None:
    page = browse(width=width, dark=dark)
    sign_in(page, "duty")
    look(page, "/")
    address = open_ticket(page, "attack on a grid operator", "Preservation request")
    look(page, f"{address}steps/refuse/")
    page.locator(".page-action .btn-primary").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was recorded")
    look(page)
    address = open_ticket(page, "Card data sold", "Preservation request")
    expect(page.locator("main")).to_contain_text("Conditions of use")
    look(page)
    page.get_by_text("Follow up", exact=True).click()
    expect(page.get_by_role("button", name="Withdrawal")).to_be_visible()
    look(page)
    look(page, f"{address}chain/")
    open_ticket(page, "insult on a web page", "Request for subscriber")
    expect(page.locator("main")).to_contain_text("no letter says so")
    look(page)


def test_from_a_file_to_an_answer_without_scripts(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None]
) -> None:
    page = browse(javascript=False)
    sign_in(page, "duty")
    page.get_by_role("link", name="Register what arrived").click()
    give(page, theirs())
    expect(page.locator("main")).to_contain_text("The necessity of the preservation is missing.")
    register(page, "Asked by Ukraine: a gateway")
    address = page.url
    page.goto(f"{address}steps/ask/")
    expect(page.get_by_label("Necessity or urgency")).to_be_checked()
    page.get_by_label("In words").fill("Why is it needed?")
    page.locator(".page-action .btn-primary").click()
    page.wait_for_url(address)
    expect(page.locator(".story")).to_contain_text("asked for more: necessity or urgency")
    page.get_by_role("button", name="Draft: Confirmation of receipt").click()
    page.wait_for_url("**/edit/")
    expect(page.locator("#missing_words")).to_have_value("Why is it needed?")
    page.goto(f"{address}chain/")
    expect(page.locator(".chain tbody tr")).to_have_count(2)


def test_a_picture_is_kept_and_typed_in(page: Page, sign_in: Callable[[Page, str], None]) -> None:
    sign_in(page, "drafter")
    give(page, b"\x89PNG a scan", "scan.png")
    page.get_by_label("Kind of request").select_option(label="Preservation request")
    page.get_by_label("Country that asks").select_option(label="Ukraine")
    page.locator(".page-action .btn-primary").click()
    page.wait_for_url("**/content/")
    page.locator("summary", has_text="Summary of the facts").click()
    page.locator("#summary").fill("They ask to keep a mailbox.")
    page.locator(".page-action .btn-primary").click()
    page.wait_for_url("**/incoming/*-*/")
    expect(page.locator("main")).to_contain_text("They ask to keep a mailbox.")
    register(page, "Asked by Ukraine: a mailbox")
    page.get_by_role("link", name="What arrived").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the file as it came").click()
    assert download.value.suggested_filename == "scan.png"


def test_what_was_mistyped_is_corrected_and_what_stood_stays(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None], look: Callable[..., None]
) -> None:
    page = browse()
    sign_in(page, "duty")
    give(page, theirs())
    register(page, "Mistyped")
    page.get_by_role("link", name="Data", exact=True).click()
    page.get_by_role("link", name="Correct what was typed").click()
    page.get_by_label("Why it is corrected").fill("A line of the fax was left out.")
    look(page)
    expect(page.get_by_text("What the file of data says is not changed here.")).to_be_visible()
    page.locator("#necessity").fill("The logs are kept for thirty days only.")
    page.locator(".page-action .btn-primary").click()
    page.wait_for_url("**/data/")
    expect(page.get_by_role("heading", name="What stood before it was corrected")).to_be_visible()
    look(page)


@pytest.mark.parametrize("wide", [True, False], ids=["desk", "phone"])
def test_what_is_no_request_is_set_aside_and_taken_up_again(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None], look: Callable[..., None], wide: bool
) -> None:
    page = browse() if wide else browse(width=390, dark=True)
    sign_in(page, "duty")
    give(page, b"Buy now", "offer.txt")
    page.get_by_role("link", name="No request of ours").click()
    page.get_by_label("Spam or fraud").check()
    page.get_by_label("In a few words").fill("It sells insurance.")
    look(page)
    page.locator(".page-action .btn-primary").click()
    page.wait_for_url("**/incoming/new/")
    page.get_by_role("link", name="Set aside (1)").click()
    look(page)
    page.get_by_role("link", name="offer.txt", exact=True).click()
    look(page)
    page.get_by_role("button", name="Take it up again").click()
    expect(page.get_by_role("heading", name="Look before you register")).to_be_visible()
