"""Verifying a document: a visitor with a file in hand learns who signed it and whether it is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from comity.documents.adapters.signing.signatures import sign
from comity.documents.adapters.trust.trust_file import LIST, keep
from comity.documents.adapters.typesetting.letters import typeset
from comity.documents.rules.letter import Letter, Party, Row, Section, Signatory
from comity.documents.tests import hostile, pki
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
def unsigned() -> bytes:
    return typeset(LETTER, canonical_json(REQUEST))


@pytest.fixture(scope="module")
def archived(unsigned: bytes) -> bytes:
    with ThreadPoolExecutor() as apart:  # signing runs an event loop of its own, beside the browser's
        return apart.submit(_two_signers, unsigned).result()


@pytest.fixture
def files(tmp_path: Path, unsigned: bytes, archived: bytes) -> Path:
    """The letter signed, unsigned and with one bit turned, and something that is no letter at all.

    Signed anew for each journey: a demonstration world that was put back in between has other keys."""
    with ThreadPoolExecutor() as apart:
        signed = apart.submit(sign, unsigned, reason="Approved for sending").result()
    changed = bytearray(signed)
    changed[len(unsigned) // 2] ^= 1
    files = {"signed": signed, "unsigned": unsigned, "changed": bytes(changed), "archived": archived}
    for name, content in (files | {"program": hostile.holding("invoice.exe", hostile.PE)}).items():
        (tmp_path / f"{name}.pdf").write_bytes(content)
    (tmp_path / "note.pdf").write_text("Not a letter.")
    return tmp_path


def _two_signers(unsigned: bytes) -> bytes:
    """A prosecutor's signature under a time stamp, then a court's."""
    first = pki.signed_in(pki.Way(stamps=pki.time_stamps(), lists=(pki.revocations(),), archival=True), unsigned)
    return pki.signed_in(pki.Way(who=pki.court(), at=pki.SOON, name="Court", mandate="Order 12/2026"), first)


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
    [
        ("changed", "Changed after it was signed"),
        ("unsigned", "Not signed"),
        ("note", "Not readable"),
        ("program", "Not signed"),
        ("archived", "Whole, but its signer is not known here"),
    ],
)
def test_what_is_not_whole_is_said(page: Page, files: Path, name: str, words: str) -> None:
    page.goto("/verify/")
    page.set_input_files("#document", files / f"{name}.pdf")
    page.get_by_role("button", name="Verify the document").click()
    expect(page.locator(".verdict h2")).to_have_text(words)


def test_once_an_authority_is_trusted_its_signers_are_known(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None], node_trust: None, files: Path
) -> None:
    """An administrator sees whom the node trusts, and anybody, signed out, what that makes of a letter."""
    keeper = browse()
    sign_in(keeper, "admin")
    keeper.goto("/node/")
    keeper.get_by_role("link", name="Whom this node trusts").click()
    expect(keeper.get_by_role("heading", level=1)).to_have_text("Whom this node trusts")
    row = keeper.get_by_role("row").filter(has_text="Ministry of Tests")
    expect(row).to_contain_text("until further notice")
    expect(row).to_contain_text(pki.trusting()[0].fingerprint)

    visitor = browse()
    visitor.goto("/verify/")
    visitor.set_input_files("#document", files / "archived.pdf")
    visitor.get_by_role("button", name="Verify the document").click()
    expect(visitor.locator(".verdict h2")).to_have_text("Whole, and signed by a known signer")
    first = visitor.get_by_role("region", name="Signature 1 of 2: Test Prosecutor")
    expect(first).to_contain_text(
        "24 November 2026, 12:00:05 UTC at the latest, as a time stamp of Test time office shows."
    )
    expect(first).to_contain_text("Not revoked, as its issuer said on 24 November 2026")
    expect(first).to_contain_text("A further signature was added, and nothing else.")
    second = visitor.get_by_role("region", name="Signature 2 of 2: Test Court")
    expect(second).to_contain_text("The signer claims: Order 12/2026")
    expect(second).to_contain_text("no time stamp of a third party confirms it")


@pytest.fixture
def node_trust(world: None) -> Iterator[None]:
    """The node's trust list names the made-up authorities."""
    home = settings.ENV.home
    (home / "trust").mkdir(exist_ok=True)
    keep(home, pki.trusting())
    yield
    (home / "trust" / LIST).unlink()


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


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False)])
def test_every_verdict_is_accessible_and_fits(
    browse: Callable[..., Page], axe: Callable[[Page], None], files: Path, width: int, dark: bool
) -> None:
    page = browse(width=width, dark=dark)
    page.goto("/verify/")
    axe(page)
    for name in ("signed", "archived", "program", "changed", "unsigned", "note"):
        page.goto("/verify/")
        page.set_input_files("#document", files / f"{name}.pdf")
        page.get_by_role("button", name="Verify the document").click()
        expect(page.locator(".verdict")).to_be_visible()
        axe(page)
        fits(page)
