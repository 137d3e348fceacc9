"""Every page of casework, and what follows from the state of play, wide and narrow, by day and by night; and lists, by
the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Literal

import pytest
from django.db import connections
from playwright.sync_api import Page, expect

from comity.casework.models import Case, Request
from looking import fits

pytestmark = pytest.mark.browser

OUTGOING = "/requests/{requests[0]}/"
RETURNED = "/requests/{requests[7]}/"
INCOMING = "/requests/{requests[15]}/"
"""Told by their order: a reference holds the year, and the stories begin weeks before the world is loaded."""

PAGES = {
    "duty": (
        "/",
        "/emergency/?country=UA",
        "/clocks/?within=all",
        "/requests/",
        "/requests/print/",
        "/requests/?q=nothing-is-called-this",
        "/cases/",
        "/search/?q=hospital",
        "/roster/",
        "/roster/plan/",
        "/roster/1/",
        "/duty/calls/",
        "/duty/calls/1/",
        "/duty/test-calls/",
        "/contacts/",
        "/contacts/MD/",
        "/statistics/",
        "/state-of-play/reforms/?at=2017-06-16&reform=BY:ets185=party",
        "/state-of-play/reforms/ranking/?country=UA",
        "/state-of-play/?at=2026-11-24&since=2017-06-01",
        "/state-of-play/gaps/",
        "/state-of-play/assessments/",
        "/incoming/new/",
        "/intake/from-file/",
        RETURNED + "versions/",
        *(OUTGOING + tab for tab in ("", "letter/", "bundle/", "data/", "way/", "clocks/", "chain/", "ledger/")),
        *(
            INCOMING + part
            for part in (
                "",
                "arrived/",
                "bundle/",
                "bundle/add/",
                "registration/",
                "steps/ask/",
                "steps/refuse/",
                "steps/call-back/",
            )
        ),
        "/atlas/UA/authorities/",
        "/account/tokens/",
        "/account/tokens/create/",
        "/account/tokens/calendar/",
    ),
    "editor": (
        "/state-of-play/priorities/",
        "/state-of-play/priorities/GE/",
        "/state-of-play/recommendations/",
        "/state-of-play/recommendations/due/",
        "/state-of-play/recommendations/tcy-mla-2014/",
        "/state-of-play/recommendations/tcy-mla-2014/5/GE/",
        "/state-of-play/amendments/",
        "/state-of-play/amendments/GE/16/",
        "/upkeep/offers/",
        "/upkeep/packs/",
        "/upkeep/packs/import/",
    ),
    "programme": (
        "/programme/",
        "/programme/cybercrime-eap-ii/",
        "/programme/cybercrime-eap-ii/teams/",
        "/programme/cybercrime-eap-ii/import/activities/",
        "/programme/cybercrime-eap-ii/decisions/",
        "/programme/cybercrime-eap-ii/papers/",
        "/programme/cybercrime-eap-ii/papers/1/",
        "/papers/",
        "/programme/cybercrime-eap-ii/budget/?at=2017-06-16",
        "/programme/cybercrime-eap-ii/budget/1/",
        "/programme/rates/",
        "/programme/cybercrime-eap-ii/results/",
        "/programme/cybercrime-eap-ii/results/indicators/1/",
        "/programme/new/",
        "/programme/activities/",
        "/programme/activities/month/?at=2017-10",
        "/programme/demonstration/activities/",
        "/programme/demonstration/activities/new/",
        "/programme/cybercrime-eap-iii/activities/data-retention/",
        "/programme/demonstration/activities/training-on-requests-to-service-providers/people/",
        "/programme/demonstration/activities/training-on-requests-to-service-providers/people/statistics/",
        "/programme/demonstration/activities/training-on-requests-to-service-providers/people/registration/",
        "/programme/demonstration/activities/training-on-requests-to-service-providers/people/4/",
    ),
    "approver": ("/", "/cases/{cases[0]}/", "/requests/{requests[4]}/approval/", "/requests/{requests[7]}/check/"),
    "admin": ("/node/trust/", "/node/words/", "/upkeep/packs/", "/upkeep/packs/keys/trust/"),
    "reviewer": (
        "/",
        "/upkeep/proposals/",
        "/upkeep/proposals/1/",
        "/upkeep/propose/?fact=countries/ge/powers.16.0&do=follow",
        "/upkeep/reports/",
        "/upkeep/owners/",
        "/upkeep/due/GE/",
        "/upkeep/facts/countries/ge/",
        "/atlas/history/countries/ge/",
        "/report-an-error/?page=/atlas/GE/",
    ),
}
Look = tuple[int, Literal["light", "dark"]]
WHOLE_LOOKS: tuple[Look, ...] = ((1280, "light"), (390, "dark"))
"""What the journeys of the single pages see of them, with every rule: not repeated here, but for the pages below."""
OTHER_LOOKS: tuple[Look, ...] = ((1280, "dark"), (390, "light"))
NOT_ELSEWHERE = {
    "/clocks/?within=all",
    "/incoming/new/",
    "/search/?q=hospital",
    "/contacts/",
    "/contacts/MD/",
    "/upkeep/packs/keys/trust/",
    "/node/words/",
    "/node/trust/",
    "/requests/print/",
    "/state-of-play/gaps/",
    "/intake/from-file/",
    RETURNED + "versions/",
    OUTGOING + "clocks/",
    INCOMING + "registration/",
}


@pytest.fixture
def reminded(world: None) -> None:
    """The worker has made its round."""

    def _round() -> None:
        from comity.casework.actions.raise_reminders import raise_reminders

        raise_reminders()
        connections.close_all()

    with ThreadPoolExecutor() as apart:
        apart.submit(_round).result()


def references(model: type[Request] | type[Case]) -> list[str]:
    """In the order in which the world's stories were loaded."""
    return list(model.objects.order_by("pk").values_list("reference", flat=True))


@pytest.mark.parametrize("who", PAGES)
def test_every_page_is_accessible_and_fits_wide_and_narrow_by_day_and_by_night(
    page: Page,
    sign_in: Callable[[Page, str], None],
    reminded: None,
    axe: Callable[[Page], None],
    colours: Callable[[Page], None],
    who: str,
) -> None:
    sign_in(page, who)
    names = {"requests": references(Request), "cases": references(Case)}
    for pattern in PAGES[who]:
        address = pattern.format(**names)
        for width, scheme in (*WHOLE_LOOKS, *OTHER_LOOKS) if pattern in NOT_ELSEWHERE else OTHER_LOOKS:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            answer = page.goto(address)  # opened anew for each look: colours that change are between two for a while
            assert answer is not None
            assert answer.status == 200, address
            (axe if (width, scheme) in WHOLE_LOOKS else colours)(page)
            fits(page)


@pytest.mark.parametrize("address", ["/requests/", "/cases/", "/clocks/?within=all", "/duty/calls/"])
def test_a_list_is_walked_by_the_keyboard(page: Page, sign_in: Callable[[Page, str], None], address: str) -> None:
    sign_in(page, "duty")
    page.goto(address)
    rows = page.locator("[data-keys] [data-row]")
    page.keyboard.press("j")
    expect(rows.first).to_be_focused()
    page.keyboard.press("j")
    expect(rows.nth(min(1, rows.count() - 1))).to_be_focused()
    page.keyboard.press("k")
    expect(rows.first).to_be_focused()
    leads = rows.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{leads}")
    page.keyboard.press("/")
    expect(page.locator(".topbar [data-search]")).to_be_focused()
