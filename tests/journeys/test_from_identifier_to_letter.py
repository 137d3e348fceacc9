"""The main journey: from a pasted abuse mail to a signed letter, verified by anybody, with its clock on the desk."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connections
from playwright.sync_api import Page, Route, expect

from comity.ledger.actions.deliver_due import deliver_due
from looking import arrived, unfold

pytestmark = pytest.mark.browser

MAIL = """From: abuse@isp.example
Between 02:10 and 02:20 our customer saw log-ins from 91.198.36.14:51514 at 2026-01-22 02:14:09
and mail from recovery-desk@mail.example.net. Also seen: 300.1.1.1
"""
WORDS = {
    "requesting_email": "desk@example.org",
    "legal_qualification": "Unauthorised access to a computer system.",
    "summary": "An unknown person signed in to a customer's gateway.",
    "relation": "The address was used to enter the system.",
    "necessity": "The provider keeps such records for a few weeks only.",
}


def go_on(page: Page) -> None:
    """The one primary action, at the top right of every page."""
    page.locator(".page-action .btn-primary").click()


def draft(page: Page) -> None:
    """The wizard's first three steps, with scripts."""
    go_on(page)
    page.get_by_label("What you hold").fill(MAIL)
    chip = page.locator(".chip", has_text="91.198.36.14:51514")
    expect(chip).to_contain_text("has no time zone")
    expect(chip).to_contain_text(
        "Ukraine: Country in which the address block is registered, not the place of the user."
    )
    expect(page.locator(".chip-unread")).to_contain_text("“300.1.1.1” is not an IP address")
    page.get_by_label("Times are in").fill("UTC+4")
    page.get_by_label("Times are in").press("Tab")
    expect(chip).to_contain_text("2026-01-21T22:14:09Z")
    leave_out = page.locator(".chip", has_text="abuse@isp.example").get_by_role("checkbox")
    leave_out.check()
    expect(page.locator(".chip-out")).to_have_count(1)
    expect(leave_out).to_be_focused()
    go_on(page)
    page.wait_for_url("**/need/")
    expect(page.get_by_label("Where are the data?")).to_have_value("UA")
    page.get_by_label("Keep it from being deleted").check()
    page.get_by_role("checkbox", name="Traffic data").check()
    go_on(page)
    page.wait_for_url("**/way/")
    expect(page.get_by_role("radio", name="24/7 network Budapest Convention")).to_be_checked()
    page.get_by_label("Title of the new case").fill("Log-ins at a customer's gateway")
    go_on(page)
    page.wait_for_url("**/edit/")


def fill(page: Page) -> None:
    """The form: what the gate named is filled in, saved as one goes, and the ring follows."""
    ring = page.locator("#ring")
    expect(ring).not_to_contain_text("20 of 20")
    unfold(page)
    for name, words in WORDS.items():
        page.locator(f"#{name}").fill(words)
    page.get_by_label("Illegal access (Article 2)").check()
    page.get_by_label("No information is available").check()
    with page.expect_response(lambda response: "/letter/typed/" in response.url):
        page.get_by_label("The requesting Party intends to submit a request for mutual assistance").check()
    expect(ring).to_contain_text("20 of 20")
    expect(page.locator("#saved")).to_contain_text("Saved")


def run_worker() -> None:
    """What the node's worker does, in a thread of its own: the browser's event loop holds this one."""

    def work() -> None:
        deliver_due()
        connections.close_all()

    with ThreadPoolExecutor() as apart:
        apart.submit(work).result()


def test_from_an_abuse_mail_to_a_verified_letter_and_a_running_clock(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None], tmp_path: Path
) -> None:
    drafter, approver, anybody = browse(), browse(), browse()
    sign_in(drafter, "drafter")
    draft(drafter)
    go_on(drafter)
    drafter.wait_for_url("**/check/")
    gap = drafter.locator("tr", has_text="Necessity of the preservation")
    expect(gap).to_contain_text("Article 29(2)(e)")
    gap.get_by_role("link").click()
    expect(drafter.locator("#necessity")).to_be_visible()
    fill(drafter)
    go_on(drafter)
    drafter.wait_for_url("**/check/")
    expect(drafter.locator("main")).to_contain_text("Nothing that Article 29 and the form demand is missing")
    go_on(drafter)
    expect(drafter.get_by_role("status").first).to_contain_text("Sent to approval")
    request = drafter.url

    drafter.goto(f"{request}approval/")
    expect(drafter.locator(".decision")).to_contain_text("It waits for an approver")
    arrived(drafter)
    refused = drafter.evaluate(
        "(address) => fetch(address, {method: 'POST', headers: JSON.parse(document.body.getAttribute('hx-headers'))})"
        ".then((answer) => answer.text())",
        f"{request}approve/",
    )
    assert "This needs the role of approver" in refused

    sign_in(approver, "approver")
    approver.get_by_role("link", name="Log-ins at a customer's gateway").click()
    go_on(approver)
    expect(approver.locator(".paper img").first).to_be_visible()
    expect(approver.locator(".approval-changes")).to_contain_text(WORDS["necessity"])
    go_on(approver)
    expect(approver.locator(".decision")).to_contain_text("Sign?")
    go_on(approver)
    expect(approver.locator(".decision")).to_contain_text("The node is checking the signed letter")
    run_worker()
    expect(approver.locator(".decision")).to_contain_text("Ready to send")
    with approver.expect_download() as download:
        approver.get_by_role("link", name="Download the signed PDF").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)

    anybody.goto("/verify/")
    anybody.set_input_files("#document", file)
    anybody.get_by_role("button", name="Verify the document").click()
    expect(anybody.locator(".verdict h2")).to_have_text("Whole, and signed by a known signer")
    expect(anybody.locator("main")).to_contain_text("91.198.36.14:51514")

    drafter.goto(f"{request}approval/")
    go_on(drafter)
    expect(drafter.locator(".decision")).to_contain_text("Article 29(7)")
    drafter.goto("/")
    running = drafter.locator(".desk-item", has_text="Log-ins at a customer's gateway")
    expect(running.locator(".clock-chip")).to_contain_text("days left")


def test_the_start_works_without_scripts(browse: Callable[..., Page], sign_in: Callable[[Page, str], None]) -> None:
    page = browse(javascript=False)
    sign_in(page, "drafter")
    go_on(page)
    page.get_by_label("What you hold").fill(MAIL)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".chip", has_text="91.198.36.14:51514")).to_contain_text("has no time zone")
    page.get_by_label("Times are in").fill("UTC+4")
    go_on(page)
    page.wait_for_url("**/need/")
    go_on(page)
    expect(page.locator(".field-error")).to_contain_text("Tick at least one kind")
    page.get_by_role("checkbox", name="Traffic data").check()
    go_on(page)
    page.wait_for_url("**/way/")
    page.get_by_label("Title of the new case").fill("Without scripts")
    go_on(page)
    page.wait_for_url("**/edit/")
    page.locator("#part-5 #requesting_email").fill("desk@example.org")
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_role("status").first).to_contain_text("Saved.")
    expect(page.locator("#part-9")).to_have_attribute("open", "")
    page.get_by_role("link", name="Its pages, as saved").click()
    page.get_by_role("link", name="Show the pages").click()
    expect(page.locator(".paper img").first).to_be_visible()
    page.go_back()
    page.go_back()
    go_on(page)
    page.wait_for_url("**/check/")
    expect(page.locator("main")).to_contain_text("things are missing or not in order")


def test_what_is_typed_before_the_scripts_come_is_read(page: Page, sign_in: Callable[[Page, str], None]) -> None:
    sign_in(page, "drafter")
    slow: list[Route] = []

    def hold_back(script: Route) -> None:
        slow.append(script)

    page.route("**/htmx*.js", hold_back)
    page.goto("/intake/", wait_until="commit")
    page.get_by_label("What you hold").fill("91.198.36.14:51514 2026-01-22 02:14:09 UTC+4")
    expect(page.locator(".chip")).to_have_count(0)
    for script in slow:
        script.continue_()
    expect(page.locator(".chip")).to_contain_text("2026-01-21T22:14:09Z")


def test_the_keyboard_alone_leads_to_a_draft(page: Page, sign_in: Callable[[Page, str], None]) -> None:
    sign_in(page, "drafter")
    page.keyboard.press("j")
    expect(page.locator("[data-row]").first).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/requests/*/**")
    page.goto("/")
    tab_to(page, "Start a request")
    page.keyboard.press("Enter")
    page.wait_for_url("**/intake/")
    expect(page.get_by_label("What you hold")).to_be_focused()
    page.keyboard.type("91.198.36.14:51514 2026-01-22 02:14:09 UTC+4")
    expect(page.locator(".chip")).to_contain_text("2026-01-21T22:14:09Z")  # read to its end
    tab_to(page, "Go on")
    page.keyboard.press("Enter")
    page.wait_for_url("**/need/")
    tab_to(page, "Traffic data", role="checkbox")
    page.keyboard.press("Space")
    tab_to(page, "Go on")
    page.keyboard.press("Enter")
    page.wait_for_url("**/way/")
    tab_to(page, "Title of the new case", role="textbox")
    page.keyboard.type("By the keyboard alone")
    page.keyboard.press("Enter")
    page.wait_for_url("**/edit/")
    tab_to(page, "E-mail", role="textbox")
    page.keyboard.type("desk@example.org")
    page.keyboard.press("Tab")
    expect(page.locator("#saved")).to_contain_text("Saved")
    expect(page.locator("#requesting_fax")).to_be_focused()


def tab_to(page: Page, name: str, role: str = "") -> None:
    """Press Tab until the control of this name has the focus."""
    wanted = page.get_by_role(role, name=name) if role else page.get_by_role("button", name=name)
    others = page.get_by_role("link", name=name)
    for _ in range(90):
        page.keyboard.press("Tab")
        if wanted.or_(others).and_(page.locator(":focus")).count():
            return
    raise AssertionError(f"No Tab leads to “{name}”.")
