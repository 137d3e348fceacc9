"""The duty desk in a browser: an emergency by the keyboard alone, one that came by telephone, and every page of it
at a desk and on a phone, light and dark."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from looking import fits, unfold

pytestmark = pytest.mark.browser

FACTS = "A message announces a bomb in a school for ten o'clock. Seen by the school at nine."
LINK = "The subscriber's address leads to whoever announced it, before ten o'clock."
HELD = "203.0.113.45:51514 2026-01-22 07:40:00 UTC"
MOST_TABS = 26
"""Presses of Tab from the first way to the last field: what the screen costs a trained hand."""


class Hand:
    """Types where the focus is, and counts how often it had to move."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.tabs = 0

    def to(self, name: str) -> None:
        """On with Tab until the focus is on the field of this name."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            self.tabs += 1
            if self.page.evaluate("document.activeElement.name") == name:
                return
        raise AssertionError(f"Tab does not lead to {name}.")

    def type(self, name: str, words: str) -> None:
        self.to(name)
        self.page.keyboard.type(words)


def test_an_emergency_is_asked_by_the_keyboard_alone(page: Page, sign_in: Callable[[Page, str], None]) -> None:
    sign_in(page, "duty")
    page.goto("/emergency/")
    expect(page.locator("input[name=way]").first).to_be_focused()
    hand = Hand(page)
    hand.type("requested_country", "Ukr")
    expect(page.locator(".emergency-verdict")).to_contain_text("Ukraine")
    expect(page.get_by_label("Requested authority")).to_have_value(re.compile("Internal Affairs"))
    hand.to("danger")
    page.keyboard.press("Space")
    hand.type("emergency_facts", FACTS)
    hand.type("emergency_link", LINK)
    hand.type("identifiers", HELD)
    expect(page.locator(".duty-chips")).to_contain_text("IP address")
    hand.to("data")
    page.keyboard.press("Space")
    hand.type("service_provider", "Example Telecom")
    hand.type("provider_address", "1 Example Street, Kyiv")
    hand.type("call_back_number", "+995 32 000 00 00")
    hand.type("offences", "Other")
    hand.type("offence_other", "False announcement of an attack")
    hand.type("legal_qualification", "Article 323 of the Criminal Code")
    hand.type("penalties", "Up to ten years of imprisonment")
    hand.to("case_title")
    assert hand.tabs <= MOST_TABS
    page.keyboard.press("Enter")
    page.wait_for_url("**/check/")
    expect(page.get_by_role("button", name="Send to approval").first).to_be_visible()
    page.get_by_role("button", name="Send to approval").first.press("Enter")
    page.wait_for_url(re.compile(r"/requests/[^/]+/$"))
    expect(page.locator(".request-marks")).to_contain_text("In review")
    expect(page.locator(".request-marks")).to_contain_text("Urgent")


def test_what_is_typed_stays_when_the_way_or_the_country_changes(
    page: Page, sign_in: Callable[[Page, str], None]
) -> None:
    sign_in(page, "duty")
    page.goto("/emergency/")
    page.get_by_label("Facts that show the emergency").fill(FACTS)
    page.get_by_label("Country").select_option(label="Republic of Moldova")
    expect(page.locator(".emergency-verdict")).to_contain_text("Moldova")
    page.get_by_label("The other side’s authority for mutual assistance").check()
    expect(page.get_by_label("Description of the assistance")).to_be_visible()
    expect(page.get_by_label("Facts that show the emergency")).to_have_value(FACTS)
    page.get_by_label("The provider itself").check()
    expect(page.get_by_label("Requested authority")).to_have_count(0)
    expect(page.get_by_label("Facts that show the emergency")).to_have_value(FACTS)


def test_the_emergency_works_without_scripts(browse: Callable[..., Page], sign_in: Callable[[Page, str], None]) -> None:
    page = browse(javascript=False)
    sign_in(page, "duty")
    page.goto("/emergency/")
    page.get_by_label("The other side’s authority for mutual assistance").check()
    page.get_by_label("Country").select_option(label="Ukraine")
    page.get_by_label("Facts that show the emergency").fill(FACTS)
    page.get_by_role("button", name="Show the fields of this way").click()
    expect(page.get_by_label("Requested authority")).to_have_value("Prosecutor General's Office")
    expect(page.get_by_label("Facts that show the emergency")).to_have_value(FACTS)
    page.locator(".page-action button").click()
    page.wait_for_url("**/check/")


@pytest.fixture
def look(axe: Callable[[Page], None]) -> Callable[[Page], None]:
    """Unfolds what is folded; the page must be accessible and no wider than its screen."""

    def _look(page: Page) -> None:
        unfold(page)
        fits(page)
        axe(page)

    return _look


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False)])
def test_a_call_at_night_becomes_a_ticket_that_discloses_nothing_unverified(
    browse: Callable[..., Page],
    sign_in: Callable[[Page, str], None],
    look: Callable[[Page], None],
    width: int,
    dark: bool,
) -> None:
    page = browse(width=width, dark=dark)
    sign_in(page, "duty")
    page.goto("/duty/calls/")
    look(page)
    page.locator(".page-action button").click()
    expect(page.locator(".field-error").first).to_be_visible()
    look(page)
    page.get_by_label("Country").select_option(label="Ukraine")
    page.get_by_label("What was said").fill(f"A bomb in a school, announced from {HELD} by @nobody.")
    page.get_by_label("Urgent: hours matter").check()
    page.locator(".page-action button").click()
    page.wait_for_url(re.compile(r"/duty/calls/\d+/$"))
    look(page)
    page.goto("/")
    look(page)
    page.get_by_role("link", name="Ukraine, Duty officer").click()
    page.locator(".page-action button").click()
    page.wait_for_url("**/requests/**")
    look(page)
    expect(page.locator(".call-back").first).to_contain_text("Call back before anything is disclosed")
    page.get_by_role("link", name="Record the call-back").click()
    look(page)
    page.get_by_label("They confirm the request").check()
    page.get_by_label("Where the number came from").fill("24/7 directory, checked today")
    page.locator(".page-action button").click()
    page.wait_for_url(re.compile(r"/requests/[^/]+/$"))
    expect(page.locator(".call-back").first).to_contain_text("A call-back verified who asks")
    page.get_by_role("button", name="Record that it came").click()
    expect(page.get_by_text("Made by voice, and confirmed in writing")).to_be_visible()
    look(page)
    page.goto("/duty/calls/")
    look(page)


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False)])
def test_test_calls_and_the_emergency_are_accessible_and_fit(
    browse: Callable[..., Page],
    sign_in: Callable[[Page, str], None],
    look: Callable[[Page], None],
    width: int,
    dark: bool,
) -> None:
    page = browse(width=width, dark=dark)
    sign_in(page, "duty")
    page.goto("/duty/test-calls/?country=UA")
    look(page)
    page.get_by_label("Answered", exact=True).check()
    page.locator(".page-action button").click()
    expect(page.locator(".field-error").first).to_contain_text("Nothing says how long it took")
    look(page)
    page.get_by_label("Minutes to the answer").fill("3")
    page.locator(".page-action button").click()
    expect(page.get_by_text("Answered after 3 min")).to_be_visible()
    look(page)
    page.goto("/emergency/")
    look(page)
    page.locator(".page-action button").click()
    expect(page.locator(".field-error").first).to_contain_text("The country is missing")
    look(page)
    page.get_by_label("Country").select_option(label="Ukraine")
    page.get_by_label("Identifiers").fill(f"{HELD}\n198.51.100.7 2026-01-22 07:41")
    expect(page.locator(".emergency-chips")).to_contain_text("has no time zone")
    look(page)
