"""Attaching an order to a draft, having it translated, and keeping what came along with somebody else's letter."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.bundle.listed import Listed
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete
from comity.documents.tests import attached_files as files
from comity.kernel.digest import Digest
from looking import fits, unfold

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def look(axe: Callable[[Page], None]) -> Callable[[Page], None]:
    def _look(page: Page) -> None:
        unfold(page)
        fits(page)
        axe(page)

    return _look


def give(page: Page, content: bytes, name: str = "order.pdf") -> None:
    page.locator("#file").set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})
    page.locator(".page-action .btn-primary").click()


def saved_whole(page: Page, request: str) -> list[str]:
    """The names in the ZIP file of a bundle, which is whole."""
    with zipfile.ZipFile(io.BytesIO(page.request.get(f"{request}bundle/whole.zip").body())) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def a_draft(page: Page) -> str:
    page.goto("/requests/?state=draft")
    page.locator("a[data-row]").first.click()
    page.wait_for_url("**/requests/*/")
    return page.url


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_an_order_and_its_sworn_translation_go_along(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None], look: Any, width: int, dark: bool
) -> None:
    page = browse(width=width, dark=dark)
    sign_in(page, "duty")
    draft = a_draft(page)
    page.get_by_role("link", name="Bundle", exact=True).click()
    expect(page.locator(".empty-title")).to_have_text("Nothing is attached")
    look(page)
    page.locator(".page-action .btn-primary").click()
    page.get_by_label("Title").fill("Order of the investigating judge")
    page.locator("#attach").get_by_label("Language").select_option("ka")
    give(page, b"MZ\x90\x00" + bytes(64))
    expect(page.get_by_role("alert")).to_contain_text("a computer would run it")
    expect(page.get_by_label("Title")).to_have_value("Order of the investigating judge")
    look(page)
    give(page, files.pdf(3))
    expect(page.locator("#files")).to_contain_text("1 file")
    expect(page.locator(".bundle-hash").first).to_have_text(str(Digest.of(files.pdf(3))))
    look(page)
    page.get_by_role("link", name="Order a sworn translation").click()
    page.get_by_label("Of what").select_option("1")
    page.get_by_label("Into which language").select_option("uk")
    page.get_by_label("The other side demands it").check()
    look(page)
    page.locator(".page-action .btn-primary").click()
    expect(page.locator("main h1")).to_have_text("Sworn translation into Ukrainian")
    look(page)
    translation = page.url
    page.goto(draft)
    expect(page.locator(".notice-act").first).to_contain_text("The other side demands it, so the letter waits for it")
    page.goto(translation)
    give(page, files.pdf(4), "order-uk.pdf")
    expect(page.locator("#stamp")).to_be_visible()
    page.get_by_label("Certified by").fill("Sworn translator, register number 17")
    page.get_by_label("Certified on").fill("2026-01-15")
    page.locator(".page-action .btn-primary").click()
    expect(page.locator("main")).to_contain_text("15 January 2026, by Sworn translator")
    look(page)
    page.goto(f"{draft}bundle/")
    expect(page.locator("#files")).to_contain_text("2 files")
    assert saved_whole(page, draft) == ["01 order.pdf", "02 order-uk.pdf", "SHA256SUMS"]
    page.get_by_role("link", name=re.compile("^Certified")).click()
    page.get_by_text("It is not needed any more").click()
    page.get_by_label("Reason").last.fill("They take English.")
    page.get_by_role("button", name="Cancel the translation").click()
    expect(page.locator("main")).to_contain_text("They take English.")
    page.goto(f"{draft}bundle/")
    page.get_by_role("button", name="Take out").click()
    expect(page.locator(".empty-title")).to_have_text("Nothing is attached")
    look(page)


def test_what_a_letter_lists_is_received_against_its_hash(
    page: Page, sign_in: Callable[[Page, str], None], look: Any
) -> None:
    sign_in(page, "duty")
    order = Listed(
        1, Nature.COURT_ORDER, "Ухвала суду", "u.pdf", "application/pdf", 9, Digest.of(files.pdf(5)), "uk", 5
    )
    theirs = complete() | {"requesting_country": "UA", "requested_country": "GE", "status": "new"}
    page.goto("/incoming/new/")
    data = attachment_bytes(kind("preservation"), "UA-2026-00077", theirs, listed=(order,))
    page.locator("#file").set_input_files({"name": "r.json", "mimeType": "application/json", "buffer": data})
    page.get_by_role("button", name="Read the file").click()
    page.wait_for_url("**/incoming/*-*/")
    page.get_by_label("Channel").fill("24/7 network")
    page.get_by_label("Or the title of a new case").fill("Asked with an order")
    page.locator(".page-action .btn-primary").click()
    page.wait_for_url("**/requests/*/")
    page.get_by_role("link", name="Bundle", exact=True).click()
    expect(page.locator("main")).to_contain_text("1 of 1 file that the letter lists has not come yet.")
    look(page)
    page.locator(".page-action .btn-primary").click()
    give(page, files.pdf(6))
    expect(page.get_by_role("alert")).to_contain_text("The letter lists no file with this SHA-256")
    give(page, files.pdf(5))
    expect(page.locator("#files")).to_contain_text("What came: 1 file")
    expect(page.locator("main")).not_to_contain_text("Not received yet")
    look(page)
