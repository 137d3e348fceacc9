"""Verifying a document: a visitor with a file in hand learns who signed it and whether it is whole."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from comity.documents.adapters.signing import sign
from comity.documents.adapters.typesetting import typeset
from comity.documents.rules.letter import Letter, Party, Row, Section, Signatory
from comity.kernel.digest import canonical_json
from looking import fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

REQUEST = {
    "comity": {"schema": "request", "kind": "preservation", "version": 1},
    "reference": "GE-2026-00012",
    "content": {"date": "2026-11-24", "requested_country": "UA", "data": ["traffic"]},
}
LETTER = Letter(
    kind="preservation",
    version=1,
    language="en",
    title="Data preservation request",
    subtitle="Articles 29 and 30 of the Convention on Cybercrime",
    reference="GE-2026-00012",
    date=date(2026, 11, 24),
    parties=(
        Party("4", "Requested authority", "National contact point", "Ukraine"),
        Party("5", "Requesting authority", "24/7 point of contact", "Georgia"),
    ),
    sections=(Section("8", "Facts", "", (Row("Summary", "Messages led to a copy of a bank's page."),)),),
    closing="Thank you.",
    signatory=Signatory("Approver", "24/7 point of contact"),
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The letter signed, unsigned and with one bit turned, and something that is no letter at all."""
    folder = tmp_path_factory.mktemp("letters")
    unsigned = typeset(LETTER, canonical_json(REQUEST))
    with ThreadPoolExecutor() as apart:  # signing runs an event loop of its own, beside the browser's
        signed = apart.submit(sign, unsigned, reason="Approved for sending").result()
    changed = bytearray(signed)
    changed[len(unsigned) // 2] ^= 1
    for name, content in {"signed": signed, "unsigned": unsigned, "changed": bytes(changed)}.items():
        (folder / f"{name}.pdf").write_bytes(content)
    (folder / "note.pdf").write_text("Not a letter.")
    return folder


@pytest.mark.parametrize("javascript", [True, False])
def test_a_signed_letter_is_whole(browse: Callable[..., Page], files: Path, javascript: bool) -> None:
    page = browse(javascript=javascript)
    page.goto("/verify/")
    page.set_input_files("#document", files / "signed.pdf")
    page.get_by_role("button", name="Verify the document").click()
    expect(page.locator(".verdict h2")).to_have_text("Whole, and signed by a known signer")
    expect(page.locator("main")).to_contain_text("GE-2026-00012")
    expect(page.locator("main")).to_contain_text("Ukraine")


@pytest.mark.parametrize(
    ("name", "words"),
    [("changed", "Changed after it was signed"), ("unsigned", "Not signed"), ("note", "Not readable")],
)
def test_what_is_not_whole_is_said(page: Page, files: Path, name: str, words: str) -> None:
    page.goto("/verify/")
    page.set_input_files("#document", files / f"{name}.pdf")
    page.get_by_role("button", name="Verify the document").click()
    expect(page.locator(".verdict h2")).to_have_text(words)


def test_a_file_is_dropped(page: Page, files: Path) -> None:
    page.goto("/verify/")
    data = page.evaluate_handle(
        """async (bytes) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([new Uint8Array(bytes)], "letter.pdf", {type: "application/pdf"}));
            return transfer;
        }""",
        list((files / "unsigned.pdf").read_bytes()),
    )
    for event in ("dragenter", "dragover", "drop"):
        page.dispatch_event("[data-drop]", event, {"dataTransfer": data})
    expect(page.locator(".verdict h2")).to_have_text("Not signed")


def test_with_the_keyboard_alone(page: Page, files: Path) -> None:
    page.on("filechooser", lambda _: None)  # the browser hands over choosers from now on, not once a key is pressed
    page.goto("/verify/")
    page.locator("#document").focus()
    expect(page.locator("#document")).to_be_focused()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(files / "signed.pdf")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".verdict")).to_be_focused()


def test_pressing_the_button_without_a_file(page: Page, axe: Callable[[Page], None]) -> None:
    page.goto("/verify/")
    page.get_by_role("button", name="Verify the document").click()
    expect(page.get_by_role("alert")).to_contain_text("No file arrived")
    axe(page)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_verdict_is_accessible_and_fits(
    browse: Callable[..., Page], axe: Callable[[Page], None], files: Path, width: int, dark: bool
) -> None:
    page = browse(width=width, dark=dark)
    page.goto("/verify/")
    axe(page)
    for name in ("signed", "changed", "unsigned", "note"):
        page.goto("/verify/")
        page.set_input_files("#document", files / f"{name}.pdf")
        page.get_by_role("button", name="Verify the document").click()
        expect(page.locator(".verdict")).to_be_visible()
        axe(page)
        fits(page)
