"""The results of a project, as visitors read them and a programme officer keeps them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from looking import fits, unfold

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RESULTS = "/programme/cybercrime-eap-ii/results/"


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_anybody_reads_the_framework_and_one_indicator(
    world: None, browse: Callable[..., Page], axe: Callable[[Page], None], width: int, dark: bool
) -> None:
    page = browse(width=width, dark=dark)
    page.goto("/programme/cybercrime-eap-ii/")
    page.get_by_role("link", name="Results", exact=True).click()
    expect(page.get_by_role("heading", name="Expected result 3", exact=True)).to_be_visible()
    unfold(page)
    axe(page)
    fits(page)
    theory = page.get_by_role("img", name="Six activities and four outputs serve three expected results")
    theory.scroll_into_view_if_needed()
    expect(theory).to_have_js_property("complete", True)
    assert int(theory.evaluate("image => image.naturalWidth")) > 0
    page.get_by_role("link", name="1.a Countries whose authorities").click()
    expect(page.get_by_role("heading", name="Indicator 1.a")).to_be_visible()
    expect(page.locator("#stands ~ dl")).to_contain_text("(5 − 0) ÷ (6 − 0) = 83 %")
    unfold(page)
    axe(page)
    fits(page)


def test_an_officer_adds_an_output_counts_it_and_records_what_was_reached(
    sign_in: Callable[[Page, str], None], page: Page, axe: Callable[[Page], None]
) -> None:
    sign_in(page, "programme")
    page.goto(RESULTS)
    page.get_by_role("link", name="Add an output to expected result 3").click()
    expect(page.get_by_role("heading", name="Add an output", exact=True)).to_be_visible()
    axe(page)
    page.get_by_label("What is expected").fill("Drafts of rules on mutual legal assistance")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Output 3.2", exact=True)).to_be_visible()
    page.get_by_role("link", name="Add an indicator to 3.2").click()
    expect(page.get_by_role("heading", name="Add an indicator")).to_be_visible()
    page.get_by_label("What is counted").fill("Drafts sent to ministries")
    page.get_by_label("Baseline optional", exact=True).fill("0")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".field-error")).to_contain_text("This baseline has no source.")
    axe(page)
    page.get_by_label("Source of the baseline").fill("Letters register")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="3.2.a Drafts sent to ministries").click()
    page.get_by_role("link", name="Add a period").click()
    page.get_by_label("First day").fill("2017-01-01")
    page.get_by_label("Last day").fill("2017-12-31")
    page.get_by_label("Target").fill("6")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Record the actual of 2017").click()
    page.get_by_label("Actual").fill("3")
    page.get_by_label("Evidence").fill("Three letters")
    page.get_by_label("Source").fill("Letters register, 2017")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#stands ~ dl")).to_contain_text("(3 − 0) ÷ (6 − 0) = 50 %")
    expect(page.locator("#history ~ p").first).to_contain_text("Three letters")
    axe(page)
    page.goto(RESULTS)
    page.get_by_role("button", name="Compute the node’s figures anew").click()
    expect(page.get_by_role("status")).to_contain_text("figures were computed")
