"""The statistics, at a desk and on a phone, light and dark, with and without scripts: read, narrowed, taken along."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from looking import fits

pytestmark = pytest.mark.browser

SHOW = "images => { for (const image of images) image.loading = 'eager'; }"
DRAWN = "image => image.naturalWidth > 100"


@pytest.mark.parametrize(("width", "dark"), [(390, True), (390, False), (1280, False), (1280, True)])
def test_the_figures_are_accessible_and_fit(
    browse: Callable[..., Page],
    sign_in: Callable[[Page, str], None],
    axe: Callable[[Page], None],
    width: int,
    dark: bool,
) -> None:
    page = browse(width=width, dark=dark)
    sign_in(page, "auditor")
    page.goto("/statistics/")
    expect(page.get_by_role("heading", name="Statistics")).to_be_visible()
    pictures = page.locator(".finding img")
    pictures.evaluate_all(SHOW)
    for picture in pictures.all():
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate(DRAWN), "An empty or broken picture."
    fits(page)
    axe(page)


def test_a_country_is_chosen_without_scripts_and_its_figures_are_taken_along(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None]
) -> None:
    page = browse(javascript=False)
    sign_in(page, "auditor")
    page.goto("/statistics/")
    page.get_by_label("Country").select_option(label="Ukraine")
    page.get_by_label("Direction").select_option(label="From us")
    page.get_by_role("button", name="Show the figures").click()
    page.wait_for_url("**country=UA**")
    expect(page.get_by_role("region", name="Key figures, Ukraine")).to_contain_text("From us")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Download as CSV").click()
    assert taken.value.suggested_filename.endswith("-UA-outgoing.csv")
    rows = taken.value.path().read_text(encoding="utf-8").splitlines()
    assert rows[0] == "figure,key,label,direction,unit,value"
    with page.expect_download() as taken:
        page.get_by_role("link", name="Download this chart").first.click()
    assert taken.value.path().read_text(encoding="utf-8").startswith("<svg")


def test_a_period_that_ends_before_it_begins_is_told_so(
    page: Page, sign_in: Callable[[Page, str], None], axe: Callable[[Page], None]
) -> None:
    sign_in(page, "auditor")
    page.goto("/statistics/?from=2026-03&to=2026-01")
    expect(page.locator(".field-error")).to_contain_text("The period ends before it begins")
    axe(page)
    page.get_by_label("To").fill("2026-11")
    page.get_by_role("button", name="Show the figures").click()
    expect(page.locator(".field-error")).to_have_count(0)
