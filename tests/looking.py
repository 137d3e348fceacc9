"""Looks at an open page as a visitor on a small screen would. It asserts; it never navigates, clicks or fills."""

from __future__ import annotations

from playwright.sync_api import Page, expect

_OPEN = "folds => { for (const fold of folds) fold.open = true; }"


def arrived(page: Page) -> None:
    """Wait until the page is there, and whatever it asked for by itself: letters shown beside a form, lists filtered.

    A click returns when the next page begins to arrive, and sooner where only a part of the page is asked for. What a
    journey expects of a click it must say itself: this knows only of what was asked for already.
    """
    page.wait_for_load_state()
    expect(page.locator(".htmx-request")).to_have_count(0)


def fits(page: Page) -> None:
    """Assert that nothing of the page must be scrolled sideways."""
    arrived(page)
    wide = page.locator("html").evaluate("html => html.scrollWidth - html.clientWidth")
    assert wide == 0, f"{page.url} is {wide} px too wide."


def unfold(page: Page) -> None:
    """Open whatever is folded in the page's main part, save menus, so that a look at the page sees all of it."""
    arrived(page)
    page.locator("main details:not([data-popup])").evaluate_all(_OPEN)
