"""Two people sign one letter: the approver here, a court in software of its own; then anybody verifies it."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from playwright.sync_api import Page, expect

from comity.documents.adapters.signing.signatures import sign
from comity.ledger.actions.deliver_due import deliver_due
from looking import fits, unfold

pytestmark = pytest.mark.browser


def to_the_approval(page: Page) -> None:
    """The one request of the demonstration that is approved and waits for its signature."""
    page.goto("/requests/?state=approved")
    page.locator("main a[href^='/requests/GE-']").first.click()
    page.wait_for_url("**/requests/GE-*/")
    page.goto(f"{page.url}approval/")
    expect(page.get_by_role("heading", name="Approve, sign, send")).to_be_visible()


def apart(work: Callable[[], Any]) -> Any:
    """In a thread of its own: the browser's event loop holds this one."""

    def done() -> Any:
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor() as pool:
        return pool.submit(done).result()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_approver_signs_and_then_a_court(
    browse: Callable[..., Page],
    sign_in: Callable[[Page, str], None],
    axe: Callable[[Page], None],
    tmp_path: Path,
    width: int,
) -> None:
    page = browse(width=width)
    sign_in(page, "approver")
    to_the_approval(page)
    page.get_by_text("Ask for further signatures").click()
    page.get_by_label("After the approver").fill("Tbilisi City Court")
    page.get_by_role("button", name="Keep this order").click()
    order = page.get_by_role("region", name="Signatures, in this order").get_by_role("listitem")
    expect(order).to_have_text([re.compile(r"Approver\s*Signs next"), re.compile(r"Tbilisi City Court\s*Signs later")])
    unfold(page)
    fits(page)
    axe(page)
    page.locator("#sign").get_by_role("button", name="Sign the request").click()
    expect(page.get_by_role("heading", name="It waits for a further signature")).to_be_visible()
    expect(order.first).to_contain_text("Signed")
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Download the letter").click()
    letter = Path(downloading.value.path()).read_bytes()

    altered = tmp_path / "altered.pdf"
    altered.write_bytes(letter[:-40] + b" " + letter[-40:])
    page.get_by_label("The signed letter").set_input_files(altered)
    page.get_by_role("button", name="Upload the signed letter").click()
    expect(page.get_by_text("does not begin with the letter as it stands here")).to_be_visible()
    unfold(page)
    axe(page)

    signed = tmp_path / "signed.pdf"
    signed.write_bytes(apart(lambda: sign(letter, reason="Ordered by the court")))
    page.get_by_label("The signed letter").set_input_files(signed)
    page.get_by_role("button", name="Upload the signed letter").click()
    expect(page.get_by_text("The signature is added.")).to_be_visible()
    expect(order.last).to_contain_text("signed elsewhere and uploaded")
    apart(deliver_due)
    expect(page.get_by_role("heading", name="Ready to send")).to_be_visible()
    fits(page)
    page.goto("/verify/")
    page.get_by_label("The document").set_input_files(signed)
    page.get_by_role("button", name="Verify the document").click()
    expect(page.get_by_text("Whole, and signed by a known signer").first).to_be_visible()
