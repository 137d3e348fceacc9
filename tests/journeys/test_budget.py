"""A programme officer's money: from a budget line to a payment in another currency, its rate, and its correction."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from looking import fits, unfold

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BUDGET = "/programme/cybercrime-eap-ii/budget/"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_budget_reads_well_wide_and_narrow(
    sign_in: Callable[[Page, str], None], page: Page, axe: Callable[[Page], None], width: int, scheme
) -> None:
    sign_in(page, "programme")
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    for address in (f"{BUDGET}?at=2017-06-16", BUDGET, f"{BUDGET}1/", f"{BUDGET}add/", "/programme/rates/"):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        unfold(page)
        axe(page)
        fits(page)


def _enter(page: Page, axe: Callable[[Page], None]) -> None:
    """A line, a commitment on it and a payment with a zero too many."""
    page.goto(BUDGET)
    page.get_by_role("link", name="Add a budget line").click()
    page.get_by_label("Heading").fill("Field visits")
    page.get_by_label("Amount").fill("1.234")
    page.get_by_label("Source").fill("Decision of the steering committee")
    page.get_by_role("button", name="Add the line").click()
    expect(page.locator(".field-error")).to_contain_text("Write it as 1234.50")
    axe(page)
    page.get_by_label("Amount").fill("1,234.50")
    page.get_by_role("button", name="Add the line").click()
    expect(page.get_by_role("heading", name="Field visits")).to_be_visible()

    page.get_by_role("link", name="Commit money").click()
    page.get_by_label("Reference").fill("V-1")
    page.get_by_label("Purpose").fill("Car hire")
    page.get_by_label("Amount").fill("4000")
    page.get_by_label("Currency").fill("MDL")
    page.get_by_label("Committed on").fill("2017-06-01")
    page.get_by_role("button", name="Commit the money").click()
    expect(page.get_by_role("heading", name="Commitment V-1")).to_be_visible()
    expect(page.locator("main")).to_contain_text("No rate in EUR on 1 June 2017")

    page.get_by_role("link", name="Record a payment on V-1").click()
    page.get_by_label("Reference").fill("V-1/1")
    page.get_by_label("Amount").fill("20000.55")
    page.get_by_label("Paid on").fill("2017-06-02")
    page.get_by_role("button", name="Record the payment").click()
    expect(page.locator("main")).to_contain_text("V-1/1")


def test_from_a_line_to_a_corrected_payment(
    sign_in: Callable[[Page, str], None], page: Page, axe: Callable[[Page], None]
) -> None:
    sign_in(page, "programme")
    _enter(page, axe)
    page.goto(f"{BUDGET}?at=2017-06-16")
    expect(page.locator("#warnings ~ ul")).to_contain_text("No rate of MDL in EUR is known for 1 June 2017")
    page.locator("#warnings ~ ul").get_by_role("link", name="Rates").click()
    page.get_by_label("One unit of").fill("EUR")
    page.get_by_label("is worth, in").fill("MDL")
    page.get_by_label("Rate", exact=True).fill("20.5")
    page.get_by_label("On", exact=True).fill("2017-05-31")
    page.get_by_label("Source").fill("Made up for this journey")
    page.get_by_role("button", name="Keep the rate").click()
    expect(page.locator("table")).to_contain_text("1 EUR = 20.5 MDL")

    page.goto(f"{BUDGET}?at=2017-06-16")
    expect(page.locator("#warnings ~ ul")).to_contain_text("Commitment V-1: MDL 16,000.55 more is paid than committed")
    page.get_by_role("link", name="Field visits", exact=True).click()
    expect(page.locator("main")).to_contain_text("1 EUR = 20.5 MDL of 31 May 2017, used the other way round")
    page.get_by_role("link", name="Correct payment V-1/1").click()
    page.get_by_label("Amount").fill("2000.55")
    page.get_by_label("Reason").fill("A zero too many.")
    page.get_by_role("button", name="Correct the payment").click()
    expect(page.locator("main")).to_contain_text("97.59")
    expect(page.locator("main")).to_contain_text("A zero too many.")
    axe(page)
    fits(page)
    answer = page.request.get(f"{BUDGET}transactions.csv?at=2017-06-16")
    assert answer.status == 200
    assert "V-1/1,2000.55,MDL,97.59" in answer.text()


def test_whoever_drafts_requests_sees_no_money(sign_in: Callable[[Page, str], None], page: Page) -> None:
    sign_in(page, "drafter")
    page.goto("/programme/cybercrime-eap-ii/")
    expect(page.get_by_role("heading", name="Cybercrime@EAP II")).to_be_visible()
    expect(page.locator(".tab-line")).to_contain_text("Results")
    expect(page.locator(".tab-line")).not_to_contain_text("Budget")
    answer = page.request.get(BUDGET)
    assert answer.status == 403
