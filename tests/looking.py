"""Looks at an open page as a visitor on a small screen would. It asserts; it never navigates, clicks or fills."""

from __future__ import annotations

from playwright.sync_api import Page

_OPEN = "folds => { for (const fold of folds) fold.open = true; }"


def fits(page: Page) -> None:
    """Assert that nothing of the page must be scrolled sideways.

    A click returns when the next page begins to arrive: it has no width until it is there.
    """
    page.wait_for_load_state()
    wide = page.locator("html").evaluate("html => html.scrollWidth - html.clientWidth")
    assert wide == 0, f"{page.url} is {wide} px too wide."


def unfold(page: Page) -> None:
    """Open whatever is folded in the page's main part, save menus, so that a look at the page sees all of it."""
    page.wait_for_load_state()
    page.locator("main details:not([data-popup])").evaluate_all(_OPEN)
