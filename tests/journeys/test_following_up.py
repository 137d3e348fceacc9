"""Priorities, recommendations and draft amendments, as visitors read them and editors keep them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from looking import fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Browse = Callable[..., Page]

PUBLIC = (
    "/state-of-play/priorities/",
    "/state-of-play/priorities/GE/",
    "/state-of-play/recommendations/",
    "/state-of-play/recommendations/due/",
    "/state-of-play/recommendations/tcy-mla-2014/",
    "/state-of-play/recommendations/tcy-mla-2014/5/GE/",
    "/state-of-play/amendments/",
    "/state-of-play/amendments/GE/16/",
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
        axe(page)
        fits(page)


def test_an_editor_keeps_a_follow_up_and_takes_a_draft_one_step(
    sign_in: Callable[[Page, str], None], page: Page, axe: Callable[[Page], None]
) -> None:
    sign_in(page, "editor")
    page.goto("/state-of-play/recommendations/tcy-mla-2014/5/AM/")
    page.get_by_label("Status").select_option("done")
    page.get_by_role("button", name="Save the follow-up").click()
    expect(page.locator(".field-error")).to_contain_text("no source")
    axe(page)
    page.get_by_label("Source").fill("The order on the 24/7 point of contact")
    page.get_by_label("Evidence").fill("The order is published.")
    page.get_by_role("button", name="Save the follow-up").click()
    expect(page.locator("#history ~ div").first).to_contain_text("The order is published.")
    page.goto("/state-of-play/amendments/AM/16/")
    page.get_by_label("Begun on").fill("2026-01-15")
    page.get_by_role("button", name="Start a draft").click()
    axe(page)
    page.get_by_label("Proposed wording").fill("Article 136-1. Expedited preservation")
    page.get_by_label("up to ninety days at most").select_option("yes")
    page.get_by_role("button", name="Save the draft").click()
    expect(page.locator("#elements")).to_contain_text("1 of 9 covered")
    page.get_by_text("Note a step").click()
    page.get_by_label("It is now").select_option("in-consultation")
    page.get_by_label("Since").fill("2026-02-01")
    page.get_by_role("button", name="Note the step").click()
    expect(page.locator("main")).to_contain_text("In consultation since 1 February 2026")
    axe(page)
    answer = page.request.get("/state-of-play/amendments/AM/16.docx")
    assert answer.status == 200
    assert answer.body().startswith(b"PK")
