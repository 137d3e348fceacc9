"""Importing activities, as a programme officer does it: the template, problems by cell, then all of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page, expect

from comity.programme.actions.importing.check_upload import check_upload
from comity.programme.actions.importing.import_upload import import_upload
from comity.programme.models import ImportRun
from looking import fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Browse = Callable[..., Page]
HEAD = "code,title,kind,starts,ends,countries\n"
WRONG = HEAD + "minsk,Workshop in Minsk,workshop,2017-06-03,2017-06-01,BY\ncards,,training,June 2017,,AM\n"
RIGHT = HEAD + "minsk,Workshop in Minsk,workshop,2017-06-01,2017-06-03,BY\ncards,Cards,training,June 2017,,AM\n"


def table(text: str) -> FilePayload:
    return {"name": "plan.csv", "mimeType": "text/csv", "buffer": text.encode()}


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_a_table_is_mended_cell_by_cell_then_imported_as_a_whole(
    browse: Browse, sign_in: Callable[[Page, str], None], axe: Callable[[Page], None], width: int, dark: bool
) -> None:
    page = browse(width=width, dark=dark)
    sign_in(page, "programme")
    page.goto("/programme/cybercrime-eap-ii/")
    page.get_by_role("navigation", name="Parts of the project").get_by_role("link", name="Import").click()
    expect(page.get_by_role("heading", name="Import activities from a table")).to_be_visible()
    axe(page)
    fits(page)
    page.get_by_label("Table", exact=True).set_input_files(table(WRONG))
    page.get_by_role("button", name="Check the table").click()
    expect(page.get_by_role("heading", name="2 problems")).to_be_visible()
    expect(page.get_by_role("row", name="E2")).to_contain_text("before it begins")
    expect(page.get_by_role("row", name="B3")).to_contain_text("Title is needed.")
    expect(page.get_by_role("button", name="Import 2 activities")).to_have_count(0)
    axe(page)
    fits(page)
    page.get_by_role("link", name="Check a mended table").click()
    page.get_by_label("Table", exact=True).set_input_files(table(RIGHT))
    page.get_by_role("button", name="Check the table").click()
    expect(page.get_by_role("heading", name="As it was read")).to_be_visible()
    axe(page)
    fits(page)
    page.get_by_role("button", name="Import 2 activities").click()
    expect(page.locator("main")).to_contain_text("Imported: 2 activities. The file is erased.")
    page.get_by_role("link", name="Project", exact=True).click()
    expect(page.get_by_role("cell", name="Workshop in Minsk")).to_be_visible()


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_a_long_table_is_watched_left_and_found_again(
    browse: Browse,
    sign_in: Callable[[Page, str], None],
    axe: Callable[[Page], None],
    monkeypatch: pytest.MonkeyPatch,
    width: int,
    dark: bool,
) -> None:
    for module in ("keep_upload", "begin_import"):
        monkeypatch.setattr(f"comity.programme.actions.importing.{module}.WHILE_WAITING", 1)
    page = browse(width=width, dark=dark)
    sign_in(page, "programme")
    page.goto("/programme/cybercrime-eap-ii/import/activities/")
    page.get_by_label("Table", exact=True).set_input_files(table(RIGHT))
    page.get_by_role("button", name="Check the table").click()
    expect(page.get_by_role("status").last).to_contain_text("Waiting until the node has a hand free")
    expect(page.locator("main")).to_contain_text("Being checked")
    axe(page)
    fits(page)

    page.goto("/programme/cybercrime-eap-ii/import/activities/")
    expect(page.get_by_role("row", name="plan.csv")).to_contain_text("Being checked")
    fits(page)
    page.get_by_role("link", name="plan.csv").click()
    expect(page.get_by_role("status").last).to_contain_text("Waiting until")
    run = ImportRun.objects.get()
    check_upload(run=run.pk)
    expect(page.get_by_role("heading", name="As it was read")).to_be_visible()
    page.get_by_role("button", name="Import 2 activities").click()
    expect(page.locator("main")).to_contain_text("Being imported")
    axe(page)
    fits(page)
    import_upload(run=run.pk, by=run.made_by_id)
    expect(page.get_by_role("link", name="See the activities")).to_be_visible()
    axe(page)
