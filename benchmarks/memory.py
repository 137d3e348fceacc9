"""How much memory a running node takes: web server and worker, after they have served and worked; the database aside.

Run it after `make run` has set things up once. It opens a node of its own in a temporary folder, and ends it.
"""

from __future__ import annotations

import html
import re
import sys
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

from rig.node import Node, descendants

CEILING = 400.0
"""Megabytes, for the supervisor, the web server and the worker together."""

PAGES = 80
"""Pages that the visitor sees: the desk, and what is linked from there, letters and pictures of letters included."""

ROUNDS = 4
PASSWORD = "comity-demonstration"  # noqa: S105  known to everybody
SERVER_ERROR = 500


def main() -> int:
    """Open a node, use it, and print what it takes. Returns 1 above the ceiling."""
    with Node() as node:
        report("opened", node.pid)
        seen = use(f"http://127.0.0.1:{node.port}")
        return report(f"after {seen} pages, each {ROUNDS} times, signed in", node.pid)


def use(address: str) -> int:
    """Sign in as the demonstration's drafter, and walk from link to link, some times over. Returns the pages seen."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    page = browser.open(f"{address}/sign-in/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    form = {"csrfmiddlewaretoken": token[1], "username": "drafter", "password": PASSWORD, "next": "/verify/"}
    browser.open(f"{address}/sign-in/", urlencode(form).encode())
    seen = ["/"]
    for path in seen:
        links = re.findall(r'(?:href|src)="(/[^"#]*)"', visit(browser, address + path))
        seen += [link for link in dict.fromkeys(links) if link not in seen and not link.startswith("/static/")]
        del seen[PAGES:]
    for path in seen * (ROUNDS - 1):
        visit(browser, address + path)
    return len(seen)


def visit(browser: urllib.request.OpenerDirector, address: str) -> str:
    """The page at `address`; empty where it is not for this visitor."""
    try:
        text: str = browser.open(html.unescape(address)).read().decode("utf-8", "replace")
    except urllib.error.HTTPError as refusal:
        if refusal.code < SERVER_ERROR:
            return ""
        raise
    return text


def report(moment: str, supervisor: int) -> int:
    """Print the proportional memory of each process of the node. Returns 1 where the sum is over the ceiling."""
    print(moment)
    total = 0.0
    for pid in (supervisor, *descendants(supervisor)):
        command = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
        if "postgres" in command:
            continue
        size = proportional(pid)
        total += size
        print(f"  {size:7.1f} MB  {command.split('/')[-1].strip()}")
    print(f"  {total:7.1f} MB  together; the ceiling is {CEILING:.0f} MB")
    return int(total > CEILING)


def proportional(pid: int) -> float:
    """Megabytes of a process; what it shares with others is counted in parts."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    assert found
    return int(found[1]) / 1024


if __name__ == "__main__":
    sys.exit(main())
