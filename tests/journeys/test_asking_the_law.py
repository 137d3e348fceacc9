"""The public pages about law: planner by keyboard alone, matrix, atlas; wide and narrow, light and dark, with axe."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from comity.atlas.tests.law import load_law
from looking import fits, unfold

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DETOUR = "/routes/?from=GE&to=UA&measure=preserve&data=traffic&at=2017-06-16"
PAGES = (
    "/routes/",
    f"{DETOUR}&why=network-ets185-29",
    f"{DETOUR}&what_if=UA:16=full&what_if=nonsense",
    "/routes/?from=AM&to=FR&measure=content",
    "/routes/?from=GE&to=XX&at=soon",
    "/routes/matrix/?measure=preserve&data=traffic&at=2017-06-16",
    "/routes/matrix/?measure=preserve&countries=AM,AZ,BY,GE,MD,UA,FR,DE,IT,ES,PT,PL,RO,US",
    "/atlas/",
    "/atlas/AZ/?at=2017-06-16",
    "/atlas/UA/",
    "/atlas/FR/",
    "/atlas/instruments/",
    "/atlas/instruments/cets224/",
    "/atlas/providers/",
    "/atlas/providers/?data=content&seat=IE",
    "/atlas/providers/tiktok/",
    "/atlas/providers/hetzner/",
    "/atlas/glossary/",
)


@pytest.fixture(autouse=True)
def _facts(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    load_law(monkeypatch)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_are_accessible_and_fit(
    browse: Callable[..., Page],
    axe: Callable[[Page], None],
    colours: Callable[[Page], None],
    width: int,
    dark: bool,
) -> None:
    page = browse(width=width, dark=dark)
    for address in PAGES:
        page.goto(address)
        unfold(page)
        fits(page)
        (axe if dark == (width == 390) else colours)(page)


def test_a_plan_by_keyboard_alone(page: Page) -> None:
    page.goto("/routes/")
    page.locator("#ask-from").focus()
    page.keyboard.type("Geo")
    page.keyboard.press("Tab")
    page.keyboard.type("Ukr")
    page.keyboard.press("Tab")
    page.keyboard.type("Keep")
    page.keyboard.press("Tab")
    page.keyboard.type("traffic")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.locator("#ask-at").fill("2017-06-16")
    page.locator("#ask-urgent").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Find routes")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2).first).to_contain_text(
        "Ukraine could be asked to preserve traffic data"
    )
    why = page.get_by_role("link", name="Why? The reasons for: 24/7 network")
    why.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Ukraine lacks Article 16; Article 19 can stand in.")).to_be_visible()
    expect(page, "the reasons unfold in place").not_to_have_url(re.compile("why="))
    source = page.locator(".reasons summary.source-mark").first
    source.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".reasons .source-body").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".reasons .source-body").first).to_be_hidden()
    expect(source).to_be_focused()


def test_a_second_way_is_opened_and_a_reform_supposed(page: Page) -> None:
    page.goto(DETOUR)
    page.get_by_text("Reforms that would improve it").first.click()
    page.get_by_role("link", name="Suppose: Ukraine has the power of Article 16 in full.").first.click()
    expect(page.get_by_role("heading", name="Supposing a reform")).to_be_visible()
    expect(page.get_by_role("heading", level=2).first).to_contain_text("With the supposed reform")
    page.get_by_role("link", name="Take back").click()
    expect(page.get_by_role("heading", name="Supposing a reform")).to_have_count(0)


def test_without_scripts(browse: Callable[..., Page]) -> None:
    page = browse(javascript=False)
    page.goto("/routes/")
    page.locator("#ask-to").select_option("UA")
    page.get_by_role("button", name="Find routes").click()
    page.get_by_role("link", name="Why?").first.click()
    expect(page).to_have_url(re.compile("why="))
    expect(page.locator(".reasons").first).to_be_visible()
    page.goto("/atlas/")
    page.locator("#q").fill("mol")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_role("link", name="Republic of Moldova")).to_be_visible()
    expect(page.get_by_role("link", name="Georgia", exact=True)).to_have_count(0)


def test_a_cell_of_the_matrix_leads_to_its_plan(page: Page) -> None:
    page.goto("/routes/matrix/?measure=preserve&data=traffic&at=2017-06-16")
    page.get_by_role("row", name="Georgia").get_by_role("link").nth(4).click()
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Republic of Moldova could be asked")
    expect(page).to_have_url(re.compile("at=2017-06-16"))


def test_the_matrix_is_a_list_on_a_phone(browse: Callable[..., Page]) -> None:
    page = browse(width=390)
    page.goto("/routes/matrix/?measure=preserve&data=traffic&at=2017-06-16")
    expect(page.get_by_role("table")).to_be_hidden()
    page.get_by_text("From Ukraine").click()
    page.locator(".matrix-list details").last.get_by_role("link", name="Republic of Moldova").click()
    expect(page.get_by_role("heading", level=2).first).to_contain_text("could be asked to preserve traffic data")


def test_the_countries_are_filtered_as_one_types(page: Page) -> None:
    page.goto("/atlas/")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("cote")
    expect(page.get_by_role("link", name="Côte d'Ivoire")).to_be_visible()
    expect(page.get_by_role("link", name="Georgia", exact=True)).to_be_hidden()
    page.keyboard.type("xx")
    expect(page.get_by_text("No country’s name contains that.")).to_be_visible()


def test_the_list_of_countries_by_its_keys(page: Page) -> None:
    page.goto("/atlas/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/atlas/AZ/")
    expect(page.get_by_role("heading", name="How to ask Azerbaijan")).to_be_visible()
