"""Activities, as visitors read them and a programme officer keeps them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from looking import fits, unfold

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Browse = Callable[..., Page]

PUBLIC = (
    "/programme/activities/",
    "/programme/activities/month/?at=2017-10",
    "/programme/demonstration/activities/",
    "/programme/cybercrime-eap-iii/activities/data-retention/",
)


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_anybody_reads_every_page(
    world: None, browse: Browse, axe: Callable[[Page], None], width: int, dark: bool
) -> None:
    page = browse(width=width, dark=dark)
    for address in PUBLIC:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        unfold(page)
        axe(page)
        fits(page)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_month_shows_its_days_on_every_screen(world: None, browse: Browse, width: int) -> None:
    page = browse(width=width)
    page.goto("/programme/demonstration/activities/advisory-mission-on-24-7-operations/")
    expect(page.locator(".lead")).to_contain_text("Advisory mission.")
    days = re.search(r"(\w+) (\d{4})", page.locator(".lead").inner_text().rpartition(" to ")[2])
    assert days is not None
    month = datetime.strptime(f"1 {days[1]} {days[2]}", "%d %B %Y").replace(tzinfo=UTC)
    page.goto(f"/programme/activities/month/?at={month:%Y-%m}")
    expect(page.locator(".month-grid .month-entry").first).to_be_visible()
    fits(page)


def test_a_list_is_filtered_as_one_chooses(world: None, browse: Browse) -> None:
    page = browse()
    page.goto("/programme/activities/")
    page.get_by_label("Country").select_option("BY")
    page.wait_for_url("**country=BY**")
    expect(page.get_by_role("link", name="Workshop on legal and practical aspects of CERT cooperation")).to_be_visible()
    expect(page.get_by_role("link", name="Data retention workshop")).to_have_count(0)


def test_a_programme_officer_enters_an_activity_and_takes_it_to_its_report(
    sign_in: Callable[[Page, str], None], page: Page, axe: Callable[[Page], None]
) -> None:
    sign_in(page, "programme")
    page.goto("/programme/demonstration/activities/")
    page.get_by_role("link", name="Enter an activity").click()
    expect(page.get_by_role("heading", name="Enter an activity")).to_be_visible()
    page.get_by_label("Title").fill("Workshop on evidence")
    page.get_by_label("Kind").select_option("workshop")
    page.get_by_label("First day").fill("2025-01-07")
    page.get_by_label("Last day").fill("2025-01-06")
    page.get_by_label("Unconfirmed").check()
    page.get_by_label("Georgia").check()
    page.get_by_role("button", name="Enter as planned").click()
    expect(page.locator(".field-error")).to_contain_text("before it begins")
    axe(page)
    page.get_by_label("Last day").fill("2025-01-08")
    page.get_by_role("button", name="Enter as planned").click()
    expect(page.locator(".lead")).to_contain_text("7 to 8 January 2025")
    expect(page.locator("main")).to_contain_text("7 January 2025 is a public holiday in Georgia")
    page.get_by_label("By whom").fill("Letter of the ministry")
    page.get_by_role("button", name="Confirm the activity").click()
    expect(page.locator(".story")).to_contain_text("Letter of the ministry")
    page.get_by_label("It is now").select_option("held")
    page.get_by_role("button", name="Note the state").click()
    expect(page.locator(".story")).to_contain_text("Held.")
    page.get_by_role("button", name="Note the state").click()
    expect(page.locator(".field-error")).to_contain_text("what the activity brought")
    axe(page)
    page.get_by_label("What it brought").fill("Twelve officers trained")
    page.get_by_role("button", name="Note the state").click()
    expect(page.locator(".story")).to_contain_text("Reported.")
    page.get_by_text("Attach a document").click()
    page.get_by_label("Title").fill("Agenda")
    page.get_by_label("File").set_input_files(
        {"name": "agenda.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    )
    page.get_by_role("button", name="Attach it").click()
    expect(page.locator(".kept-files")).to_contain_text("Agenda")
    axe(page)
    fits(page)
