"""Teams and papers, as a programme officer keeps them: who sits where, and a paper from its plan to its review."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from looking import fits, unfold

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
II = "/programme/cybercrime-eap-ii/"


def test_a_paper_is_planned_changed_and_sent_to_review(
    sign_in: Callable[[Page, str], None], page: Page, axe: Callable[[Page], None]
) -> None:
    sign_in(page, "programme")
    page.goto(II + "papers/")
    page.get_by_label("Title").fill("Draft amendments on assistance")
    page.get_by_label("Kind").select_option("draft-amendment")
    page.get_by_label("Expected result that it serves").select_option("3")
    page.get_by_label("Georgia").check()
    page.get_by_role("button", name="Plan the paper").click()
    expect(page.get_by_role("heading", name="Draft amendments on assistance")).to_be_visible()
    page.get_by_text("Change what is said of it").click()
    page.get_by_label("Due").fill("2099-12-01")
    page.get_by_role("button", name="Save the paper").click()
    expect(page.locator(".facts")).to_contain_text("1 December 2099")
    draft = {"name": "draft.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 made up"}
    page.get_by_label("File").set_input_files([draft])  # type: ignore[list-item]
    page.get_by_role("button", name="Add the version").click()
    expect(page.get_by_role("link", name="draft.pdf")).to_be_visible()
    page.get_by_role("combobox", name="Next step").select_option("in-review")
    page.get_by_label("Remark").fill("Please look at the time limits")
    page.get_by_role("button", name="Take this step").click()
    expect(page.locator(".story")).to_contain_text("Please look at the time limits")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        unfold(page)
        axe(page)
        fits(page)


def test_an_office_of_any_country_sits_in_a_working_group(
    sign_in: Callable[[Page, str], None], page: Page, axe: Callable[[Page], None]
) -> None:
    sign_in(page, "programme")
    page.goto(II + "teams/")
    group = page.get_by_role("region", name="Working group on mutual legal assistance")
    group.get_by_text("Admit a member").click()
    group.get_by_label("Office").fill("head of the central authority")
    group.get_by_label("Country").select_option("UA")
    group.get_by_label("From").fill("2017-02-01")
    group.get_by_role("button", name="Admit the member").click()
    expect(page.locator("main")).to_contain_text("The member is admitted.")
    expect(group.get_by_role("row", name="head of the central authority")).to_contain_text("Ukraine")
    unfold(page)
    axe(page)
    fits(page)


def test_a_decision_is_carried_out(
    sign_in: Callable[[Page, str], None], page: Page, axe: Callable[[Page], None]
) -> None:
    sign_in(page, "programme")
    page.goto(II + "decisions/")
    meeting = page.get_by_role("region", name="Advisory mission on 24/7 operations and regulations")
    expect(meeting.get_by_text("Overdue")).to_be_visible()
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        unfold(page)
        axe(page)
        fits(page)
    meeting.get_by_label("State").select_option("carried-out")
    meeting.get_by_label("Carried out or dropped on").fill("2017-12-20")
    meeting.get_by_role("button", name="Save the decision").click()
    expect(meeting.locator(".field-error")).to_contain_text("Say what came of it.")
    axe(page)
    meeting.get_by_label("What came of it").fill("One sheet is in use in all six countries.")
    meeting.get_by_role("button", name="Save the decision").click()
    expect(page.locator("main")).to_contain_text("0 decisions are open, none overdue.")
    expect(meeting).to_contain_text("One sheet is in use in all six countries.")
