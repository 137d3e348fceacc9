"""The atlas taken along: somebody looks for a word as they type, reads what changed, and finds the files."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from looking import fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Browse = Callable[..., Page]
PAGES = ("/atlas/search/?q=convention&sort=party", "/atlas/changes/", "/atlas/data/", "/atlas/data/countries/ua/")


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True), (1280, True), (390, False)])
def test_anybody_searches_follows_and_takes_along(
    world: None, browse: Browse, axe: Callable[[Page], None], width: int, dark: bool
) -> None:
    page = browse(width=width, dark=dark)
    page.goto("/atlas/search/")
    page.get_by_label("Look for").press_sequentially("ukraine article 16")
    expect(page.locator("#results")).to_contain_text("preservation of stored computer data")
    expect(page).to_have_url(re.compile("q=ukraine.+article.+16"))
    expect(page.locator("#results mark").first).to_be_visible()
    axe(page)
    for address in (
        "/atlas/search/?q=convention&sort=party",
        "/atlas/changes/",
        "/atlas/data/",
        "/atlas/data/countries/ua/",
    ):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200
        axe(page)
        fits(page)
    page.goto("/atlas/data/")
    for file in ("atlas.csv", "countries/ua.json"):
        assert page.request.get(f"/atlas/data/{file}").status == 200
    assert page.request.get("/atlas/changes.atom").headers["content-type"].startswith("application/atom+xml")


def test_the_search_works_without_scripts(world: None, browse: Browse) -> None:
    page = browse(javascript=False)
    page.goto("/atlas/search/?q=georgia")
    page.get_by_role("link", name="Georgia", exact=True).first.click()
    expect(page.locator("h1")).to_contain_text("Georgia")
