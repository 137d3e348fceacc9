"""A country's signed pack comes in by the page, becomes an offer, and two editors decide it side by side."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal

import pytest
from django.db import connections
from playwright.sync_api import Page, expect

from looking import arrived, fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


LOOKS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((1280, "light"), (390, "dark"))


def apart(do: Callable[[], object]) -> object:
    """In a thread without the browser's event loop."""

    def _done() -> object:
        try:
            return do()
        finally:
            connections.close_all()

    with ThreadPoolExecutor() as thread:
        return thread.submit(_done).result()


@pytest.fixture
def signed(world: None, tmp_path: Path) -> Path:
    """Ukraine's pack as its node signs it, where this node edited that pack and knows that key; and a second editor."""
    from comity.config.demonstration import PASSWORD
    from comity.kernel.country import CountryCode
    from comity.people.actions.create_user import create_user
    from comity.people.actions.grant_role import grant_role
    from comity.people.rules.roles import Role
    from comity.upkeep.actions.trust_key import trust_key
    from comity.upkeep.tests.country_node import CountryNode
    from comity.upkeep.tests.test_offer_choices import _signed, edit

    def _prepare() -> bytes:
        node = CountryNode("UA")
        trust_key(node.pem, CountryCode("UA"), "Compared on the telephone with the duty officer.", by=None)
        edit(name="Ukraine (edited)", time_zone="Europe/Warsaw")
        second = create_user(username="second", display_name="Second editor", password=PASSWORD, by=None)
        grant_role(second, Role.EDITOR, by=None)
        return node.file(change=_signed)

    file = tmp_path / "ua-2.p7m"
    content = apart(_prepare)
    assert isinstance(content, bytes)
    file.write_bytes(content)
    return file


def looked_at(page: Page, axe: Callable[[Page], None]) -> None:
    """On a wide screen by day and on a phone by night; the other two looks in the journey of every page."""
    arrived(page)
    address = page.url
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.goto(address)
        axe(page)
        fits(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="light")


def test_a_signed_pack_is_imported_compared_and_decided_by_two_editors(
    signed: Path, sign_in: Callable[[Page, str], None], browse: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    page = browse()
    sign_in(page, "editor")
    page.goto("/upkeep/packs/")
    looked_at(page, axe)
    page.get_by_role("link", name="Import a signed pack").click()
    looked_at(page, axe)
    page.get_by_label("The signed pack").set_input_files(signed)
    page.get_by_role("button", name="Check the file").click()
    expect(page.locator("#verdict")).to_have_text("Checked: nothing is saved")
    page.get_by_label("Another file").set_input_files(signed)
    page.get_by_role("button", name="Import the pack").click()
    expect(page.locator("#verdict")).to_have_text("Waits as an offer")
    axe(page)

    page.get_by_role("link", name="Compare the offer").click()
    looked_at(page, axe)
    expect(page.locator("#differences")).to_have_text("4 differences, 1 to choose")
    page.get_by_label("Why").fill("Ukraine says so itself.")
    page.get_by_role("button", name="Send the choice").click()
    expect(page.get_by_role("alert")).to_contain_text("One difference has no choice yet")
    name = page.locator("fieldset", has_text="country.name")
    expect(name).to_contain_text("Ukraine (edited)")
    expect(name).to_contain_text("Ukraïna")
    name.get_by_label("Keep what stands here").check()
    expect(page.get_by_label("Why")).to_have_value("Ukraine says so itself.")
    page.get_by_role("button", name="Send the choice").click()
    expect(page.locator("#choice")).to_have_text("Your choice waits for another editor")
    expect(page.get_by_role("button", name="Confirm the choice")).to_have_count(0)
    looked_at(page, axe)

    other = browse()
    sign_in(other, "second")
    other.goto("/upkeep/offers/")
    looked_at(other, axe)
    other.locator(".row-main").first.click()
    expect(other.locator("#choice")).to_contain_text("has chosen")
    other.get_by_role("button", name="Confirm the choice").click()
    expect(other.locator("main")).to_contain_text("Something of it was taken")
    looked_at(other, axe)
    other.goto("/upkeep/offers/?show=decided")
    expect(other.locator(".list")).to_contain_text("Second editor")


def test_the_administrator_hands_the_node_s_own_pack_on(
    sign_in: Callable[[Page, str], None], page: Page, tmp_path: Path
) -> None:
    sign_in(page, "admin")
    page.goto("/upkeep/packs/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Signed file of Georgia").click()
    download.value.save_as(tmp_path / "ge.p7m")
    page.get_by_role("link", name="Import a signed pack").click()
    page.get_by_label("The signed pack").set_input_files(tmp_path / "ge.p7m")
    page.get_by_role("button", name="Import the pack").click()
    expect(page.locator("#verdict")).to_have_text("Nothing new")
    page.get_by_label("Another file").set_input_files({"name": "x.p7m", "mimeType": "", "buffer": b"PK\x03\x04"})
    page.get_by_role("button", name="Import the pack").click()
    expect(page.get_by_role("alert")).to_contain_text("not a signed pack")
