"""A real Chromium for journeys: found, started once a module, watched for anything that its console complains of.

Journeys run with the pages' own content security policy; nothing here switches it off.
"""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser, Page, expect, sync_playwright

from chromium import find_chromium
from kept_world import KeptWorld
from looking import arrived

ROOT = Path(__file__).resolve().parents[1]

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

PATIENCE_MS = 30_000
"""How long a journey waits for what must come: browsers, tests and the database share the machine's cores. Where all is
well it costs nothing."""
expect.set_options(timeout=PATIENCE_MS)

HANGS_AFTER_S = 900
"""When a journey is given up. Some look at a hundred pages, and each may take its time on a busy machine."""

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

ABSENT = (
    "NO BROWSER JOURNEY WAS MADE: no Chromium was found on this machine. "
    "Install one (on Debian, as root: apt-get install chromium), then run the tests again."
)


def pytest_configure() -> None:
    """Without a browser where one is required there is nothing to run."""
    if os.environ.get("COMITY_REQUIRE_BROWSER") == "yes" and find_chromium() is None:
        raise pytest.UsageError(ABSENT)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Tell of a journey that fails as Python itself would: where the browser's driver switches stacks, reading source
    to show it can end in a SystemError of Python 3.11, and the whole run with it."""
    chosen = item.config.option.tbstyle
    if item.get_closest_marker("browser"):
        item.config.option.tbstyle = "native"
    try:
        return (yield)
    finally:
        item.config.option.tbstyle = chosen


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip journeys where there is no browser; elsewhere, let them go on as long as something still comes."""
    here = find_chromium() is not None
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(
                pytest.mark.timeout(HANGS_AFTER_S) if here else pytest.mark.skip(reason="no Chromium on this machine")
            )


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say loudly, at the end, what was left out."""
    if find_chromium() is None:
        terminalreporter.section("BROWSER", red=True, bold=True)
        terminalreporter.write_line(ABSENT, red=True, bold=True)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser. Playwright keeps an event loop in this thread, beside which Django must accept ordinary calls."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def browse(chromium: Browser, live_server: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Page]]:
    """Opens a page of a visitor of its own: `browse(width=390, javascript=False, dark=True)`, then `page.goto("/")`.

    At the end no script may have failed, no policy been broken, and no style, script, picture or font been missing.
    """
    monkeypatch.setattr("comity.documents.adapters.pictures.studio._press._patience", PATIENCE_MS / 1000 * 4)
    complaints: list[str] = []
    contexts = []

    def _browse(*, width: int = 1280, height: int = 800, javascript: bool = True, dark: bool = False) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        _listen(page, complaints)
        return page

    yield _browse
    for context in contexts:
        context.close()
    _wait_for_answers()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page(browse: Callable[..., Page]) -> Page:
    """A page of an ordinary visitor: a wide screen, light, with scripts."""
    return browse()


@pytest.fixture(scope="session")
def kept_world() -> KeptWorld:
    """The world as this process loaded it first."""
    return KeptWorld(settings.ENV.home / "keys")


@pytest.fixture
def world(transactional_db: None, kept_world: KeptWorld) -> None:
    """The packs and the demonstration world, as a node has them when it opens."""
    from comity.config import demonstration
    from comity.config.facts import load_facts

    def _load() -> None:
        # The stories are signed in the past: the key must not be younger, whatever an earlier test made.
        shutil.rmtree(kept_world.keys, ignore_errors=True)
        kept_world.count_from_one()
        load_facts()
        demonstration.load()
        kept_world.keep()

    def _bring() -> None:
        if kept_world.usable:
            kept_world.put_back()
        else:
            _load()
        connections.close_all()

    with ThreadPoolExecutor() as apart:  # signing runs an event loop of its own, beside the browser's
        apart.submit(_bring).result()


@pytest.fixture
def sign_in(world: None) -> Callable[[Page, str], None]:
    """Signs a member of the demonstration's cast in: `sign_in(page, "drafter")`."""
    from comity.config.demonstration import PASSWORD

    def _sign_in(page: Page, username: str) -> None:
        page.goto("/sign-in/")
        page.locator("input[name=username]").fill(username)
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("form:has(input[name=password]) [type=submit]").click()
        page.wait_for_url(lambda url: "/sign-in" not in url)

    return _sign_in


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Asserts that a page breaks no rule of WCAG 2.2 AA that axe-core can check."""
    return _Axe({"runOnly": WCAG})


@pytest.fixture
def colours() -> Callable[[Page], None]:
    """Asserts that a page's words stand out from what is behind them: all that axe-core finds by day and not by night,
    at a third of the price. For the looks of a page beside those that `axe` has been through."""
    return _Axe({"runOnly": {"type": "rule", "values": ["color-contrast"]}})


class _Axe:
    """axe-core with its orders, run in a page."""

    def __init__(self, orders: dict[str, Any]) -> None:
        self._source = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
        self._run = f"axe.run(document, {json.dumps(orders | {'resultTypes': ['violations']})}).then(JSON.stringify)"

    def __call__(self, page: Page) -> None:
        arrived(page)
        session = page.context.new_cdp_session(page)  # the page's policy rightly bars injected scripts
        session.send("Runtime.evaluate", {"expression": self._source})
        orders = {"expression": self._run, "awaitPromise": True, "returnByValue": True}
        violations = json.loads(session.send("Runtime.evaluate", orders)["result"]["value"])["violations"]
        session.detach()
        assert not violations, f"{page.url}\n" + "\n".join(map(_violation, violations))


def _wait_for_answers() -> None:
    """Until nothing is answered any more: what a closed page had still asked for goes on in threads of the server, and
    would read and write while the next journey's tables are emptied and filled."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(PATIENCE_MS / 1000)


def _violation(violation: dict[str, Any]) -> str:
    places = "\n".join(f"    {node['target']}: {node['html'][:200]}" for node in violation["nodes"][:5])
    return f"  {violation['id']}: {violation['help']}\n{places}"


def _listen(page: Page, complaints: list[str]) -> None:
    page.on("pageerror", lambda error: complaints.append(f"A script failed: {error}"))
    page.on("console", lambda message: _overhear(message, complaints))
    page.on("response", lambda response: _check(response, complaints))


def _overhear(message: Any, complaints: list[str]) -> None:
    # A page that answers 4xx on purpose is logged as a failed resource; missing parts are caught by their response.
    # Whoever leaves a page while htmx waits for an answer breaks that request off.
    expected = ("Failed to load resource", "htmx:sendAbort", "htmx:afterRequest")
    if message.type == "error" and not message.text.startswith(expected):
        complaints.append(f"The console says: {message.text}")


def _check(response: Any, complaints: list[str]) -> None:
    if response.status >= 400 and response.request.resource_type in {"stylesheet", "script", "image", "font"}:
        complaints.append(f"{response.url} answered {response.status}")
