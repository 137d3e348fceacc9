"""People at an event in a browser: registered by the public link, marked, certified, erased by themselves."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from looking import fits, unfold

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PEOPLE = "/programme/demonstration/activities/training-on-requests-to-service-providers/people/"


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_from_the_public_link_to_the_certificate_and_to_being_forgotten(
    browse: Callable[..., Page],
    sign_in: Callable[[Page, str], None],
    axe: Callable[[Page], None],
    width: int,
    dark: bool,
) -> None:
    def look(page: Page) -> None:
        unfold(page)
        axe(page)
        fits(page)

    office = browse(width=width, dark=dark)
    sign_in(office, "programme")
    office.goto(PEOPLE + "registration/")
    expect(office.get_by_role("heading", name="Public link")).to_be_visible()
    look(office)
    link = office.locator("#public-link").inner_text()

    visitor = browse(width=width, dark=dark, javascript=False)
    visitor.goto(link)
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("Training on requests to service providers")
    axe_of_visitor = browse(width=width, dark=dark)
    axe_of_visitor.goto(link)
    look(axe_of_visitor)
    visitor.get_by_role("textbox", name="Your name").fill("Participant 14")
    visitor.get_by_role("textbox", name="E-mail address").fill("participant14@example.net")
    visitor.get_by_role("combobox", name="Country").select_option("GE")
    visitor.get_by_role("button", name="Register").click()
    expect(visitor.get_by_role("alert")).to_contain_text("Please look at")
    visitor.get_by_role("checkbox", name="I agree that").check()
    visitor.get_by_role("button", name="Register").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Your registration is sent")

    office.goto(PEOPLE + "?q=participant14")
    office.get_by_role("checkbox", name="Participant 14").check()
    office.get_by_role("button", name="Mark as attended").click()
    expect(office.get_by_role("status").filter(has_text="Noted for 1 person")).to_be_visible()
    look(office)
    office.goto(PEOPLE + "?q=participant14")
    office.get_by_role("link", name="Participant 14").click()
    office.get_by_role("button", name="Issue the certificate").click()
    expect(office.get_by_role("status").filter(has_text="is issued")).to_be_visible()
    look(office)
    letter = office.locator("#letter-text-1").inner_text()
    mine = re.search(r"http\S+", letter)
    assert mine is not None

    own = browse(width=width, dark=dark)
    own.goto(mine[0])
    expect(own.get_by_role("link", name=re.compile("TRAINING-ON-REQUESTS"))).to_be_visible()
    look(own)
    own.get_by_role("button", name="Erase my data for good").click()
    expect(own.get_by_role("heading", level=1)).to_have_text("Your data are erased")
    look(own)
    own.goto(link.rpartition("/register/")[0] + "/register/nothing/")
    expect(own.get_by_role("heading", level=1)).to_have_text("Nobody can register here now")
    look(own)
