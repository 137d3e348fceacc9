"""A report of many projects: offered, made while one looks on or does something else, found again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from comity.programme.actions.reporting.make_report import make_report
from comity.programme.models import ReportRun
from looking import fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Browse = Callable[..., Page]


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_a_large_report_is_watched_left_and_found_again(
    browse: Browse,
    sign_in: Callable[[Page, str], None],
    axe: Callable[[Page], None],
    monkeypatch: pytest.MonkeyPatch,
    width: int,
    dark: bool,
) -> None:
    monkeypatch.setattr("comity.web.pages.programme.papers.AT_ONCE", 1)
    page = browse(width=width, dark=dark)
    sign_in(page, "programme")
    page.goto("/programme/")
    page.get_by_role("textbox", name="Period").fill("2017")
    page.get_by_role("button", name="Text document").click()
    expect(page.get_by_role("heading", name="2 projects ran from 1 January 2017")).to_be_visible()
    axe(page)
    fits(page)
    page.get_by_role("button", name="Make the report").click()
    expect(page.get_by_role("heading", name="Programme report")).to_be_visible()
    expect(page.get_by_role("status").last).to_contain_text("Waiting for its turn")
    axe(page)
    fits(page)

    page.goto("/programme/")
    made = page.get_by_role("list", name="Reports that you asked for")
    expect(made).to_contain_text("Waiting for its turn")
    fits(page)
    made.get_by_role("link").click()
    expect(page.get_by_role("status").last).to_contain_text("Waiting for its turn")
    make_report(run=ReportRun.objects.get().pk)
    with page.expect_download() as file:
        page.get_by_role("link", name="Download the report").click()
    assert file.value.suggested_filename == "programme-report-2017-01-01-2017-12-31.docx"
    axe(page)
    fits(page)
