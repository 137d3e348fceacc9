"""One chooses a language and goes on in it: by finger, with and without scripts, and nothing falls apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.utils.translation import trans_real
from playwright.sync_api import Page, expect

from comity.casework.models import Request
from comity.web.tests.foreign import bracketed
from looking import fits, unfold

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAMPLE = {"Desk": "Робочий стіл", "What runs out": "Що спливає", "Sign in": "Увійти", "Sent": "Надіслано"}


class Sample(trans_real.DjangoTranslation):
    """A few sentences in Ukrainian; whatever else is asked for stays English."""

    def gettext(self, message: str) -> str:
        return SAMPLE.get(message) or str(super().gettext(message))


@pytest.fixture
def ukrainian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(trans_real._translations, "uk", Sample("uk"))


@pytest.fixture
def wide() -> Iterator[None]:
    """Every sentence longer by two fifths, as in Georgian or Armenian."""
    with bracketed(longer=0.4):
        yield


def choose(page: Page, name: str) -> None:
    page.locator(".topbar-language").click()
    page.get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_language_is_chosen_and_kept(browse: Callable[..., Page], ukrainian: None, javascript: bool) -> None:
    page = browse(width=390, javascript=javascript)
    page.goto("/sign-in/")
    choose(page, "українська")
    expect(page.locator("html")).to_have_attribute("lang", "uk")
    expect(page.locator("h1")).to_have_text("Увійти")
    page.goto("/verify/")
    expect(page.locator("html")).to_have_attribute("lang", "uk")
    choose(page, "English")
    expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, True)])
def test_the_desk_in_ukrainian_is_accessible(
    browse: Callable[..., Page],
    sign_in: Callable[[Page, str], None],
    axe: Callable[[Page], None],
    ukrainian: None,
    width: int,
    dark: bool,
) -> None:
    page = browse(width=width, dark=dark)
    sign_in(page, "duty")
    choose(page, "українська")
    expect(page.locator("html")).to_have_attribute("lang", "uk")
    expect(page.locator("h1")).to_have_text("Робочий стіл")
    axe(page)
    page.locator(".topbar-language").click()
    expect(page.locator("#language-menu")).to_be_visible()
    axe(page)


def test_long_words_fit_on_a_phone(
    browse: Callable[..., Page], sign_in: Callable[[Page, str], None], world: None, wide: None
) -> None:
    page = browse(width=390)
    page.goto("/sign-in/")
    choose(page, "українська")
    fits(page)
    sign_in(page, "drafter")
    page.goto("/intake/")
    page.locator("#text").fill("2026-11-22 02:14:09 UTC+4 login ok user=maint src=203.0.113.45:51514")
    _go_on(page, "**/need/")
    page.locator("input[name=measure][value=preserve]").check()
    page.locator("input[name=data][value=traffic]").check()
    page.locator("#requested_country").select_option("UA")
    _go_on(page, "**/way/")
    drafted = Request.objects.filter(state="draft").order_by("reference").values_list("reference", flat=True)[0]
    sent = Request.objects.filter(state="sent").order_by("reference").values_list("reference", flat=True)[0]
    tabs = ("", "letter/", "data/", "way/", "clocks/", "chain/", "ledger/")
    for address in (
        "/",
        *(f"/requests/{drafted}/{step}" for step in ("edit/", "check/", "approval/")),
        *(f"/requests/{sent}/{tab}" for tab in tabs),
    ):
        page.goto(address)
        unfold(page)
        fits(page)


def _go_on(page: Page, there: str) -> None:
    """Each step, whole, then the next."""
    unfold(page)
    fits(page)
    page.locator(".form-end [type=submit]").click()
    page.wait_for_url(there)
    unfold(page)
    fits(page)


@pytest.mark.parametrize("width", [390, 1280])
def test_long_words_fit_in_wide_tables(browse: Callable[..., Page], world: None, wide: None, width: int) -> None:
    page = browse(width=width)
    page.goto("/sign-in/")
    choose(page, "українська")
    june = "at=2017-06-16"
    for address in (
        "/atlas/UA/",
        "/atlas/providers/",
        f"/state-of-play/reforms/?{june}&reform=BY:ets185%3Dparty&reform=UA:16%3Dfull",
        f"/state-of-play/reforms/ranking/?{june}",
        f"/state-of-play/reforms/ranking/?{june}&country=UA",
    ):
        page.goto(address)
        unfold(page)
        fits(page)
