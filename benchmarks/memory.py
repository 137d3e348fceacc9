"""How much memory a running node takes: web server and worker, after they have served and worked; the database aside.

Run it after `make run` has set things up once. It opens a node of its own in a temporary folder, and ends it.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

CEILING = 400.0
"""Megabytes, for the supervisor, the web server and the worker together."""

PAGES = 80
"""Pages that the visitor sees: the desk, and what is linked from there, letters and pictures of letters included."""

ROUNDS = 4
PASSWORD = "comity-demonstration"  # noqa: S105  known to everybody
SERVER_ERROR = 500


def main() -> int:
    """Open a node, use it, and print what it takes. Returns 1 above the ceiling."""
    folder = Path(tempfile.mkdtemp(prefix="comity-memory-"))
    folder.chmod(0o755)
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COMITY_", "DATABASE_"))}
    variables = kept | {"COMITY_HOME": str(folder / "home"), "COMITY_PORT": str(port)}
    command = [Path(sys.executable).with_name("comity"), "run"]
    with (folder / "output").open("wb") as output:
        node = subprocess.Popen(command, env=variables, stdout=output, stderr=output)  # noqa: S603  our own program
    try:
        wait_until_open(node, folder / "output")
        report("opened", node.pid)
        seen = use(f"http://127.0.0.1:{port}")
        return report(f"after {seen} pages, each {ROUNDS} times, signed in", node.pid)
    finally:
        node.send_signal(signal.SIGINT)
        node.wait(60)
        shutil.rmtree(folder)


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


def descendants(pid: int) -> list[int]:
    """All processes below `pid`."""
    children = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return [each for child in children for each in (child, *descendants(child))]


def wait_until_open(node: subprocess.Popen[bytes], output: Path) -> None:
    """Wait, at most three minutes, until the node says that it is open."""
    deadline = time.monotonic() + 180
    while "Comity is open" not in output.read_text():
        assert node.poll() is None, output.read_text()
        assert time.monotonic() < deadline, output.read_text()
        time.sleep(0.2)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


if __name__ == "__main__":
    sys.exit(main())
