"""The whole node as a person starts it: it opens, mends itself, and leaves nothing behind."""

from __future__ import annotations

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
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = [pytest.mark.node, pytest.mark.timeout(240)]


class Node:
    """A node of the test's own, in a folder and at a port of its own, with its own database."""

    def __init__(self, home: Path, **variables: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.home = home
        self.output = home.parent / "output"
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("COMITY_", "DATABASE_", "DJANGO_"))
        }
        own = {"COMITY_HOME": str(home), "COMITY_PORT": str(self.port)}
        with self.output.open("ab") as output:
            self.process = subprocess.Popen(
                [Path(sys.executable).with_name("comity"), "run"],
                env=kept | own | variables,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )

    @property
    def said(self) -> str:
        return self.output.read_text(encoding="utf-8")

    def get(self, path: str) -> tuple[int, str]:
        """The status and the text of a page; 0 where nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
                return answer.status, answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as refusal:
            return refusal.code, ""
        except OSError:
            return 0, ""

    def wait_for(self, true: Callable[[], bool], limit: float = 120) -> None:
        deadline = time.monotonic() + limit
        while not true():
            assert self.process.poll() is None, self.said
            assert time.monotonic() < deadline, self.said
            time.sleep(0.1)

    def wait_until_open(self) -> None:
        self.wait_for(lambda: "Comity is open at" in self.said)

    def processes(self) -> dict[int, str]:
        """The processes that run for this node, with their command lines."""
        return {pid: line for pid, line in _processes().items() if str(self.home) in line}


def _processes() -> dict[int, str]:
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            environment = (folder / "environ").read_bytes().decode(errors="replace")
        except OSError:
            continue
        found[int(folder.name)] = f"{command} {environment}"
    return found


@pytest.fixture
def folder() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix="comity-node-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@pytest.fixture
def open_node(folder: Path) -> Iterator[Callable[..., Node]]:
    nodes: list[Node] = []

    def _open(**variables: str) -> Node:
        nodes.append(Node(folder / "home", **variables))
        return nodes[-1]

    yield _open
    for node in nodes:
        if node.process.poll() is None:
            node.process.send_signal(signal.SIGTERM)
            node.process.wait(60)


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks at processes as Linux shows them")
def test_opens_mends_itself_and_leaves_nothing(open_node: Callable[..., Node]) -> None:
    node = open_node()
    node.wait_until_open()
    status, page = node.get("/sign-in/")
    assert status == 200
    assert "Sign in" in page
    assert "comity-demonstration" in node.said

    for address in set(re.findall(r'(?:href|src)="(/static/[^"#]+)', page)):
        assert node.get(address)[0] == 200, address
    assert any(re.search(r"tabler\.min\.[0-9a-f]{12}\.css", page) for _ in [0])

    assert _work_off_a_job(node) == "done"

    for role in ("web", "worker"):
        before = _children(node, role)
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        node.wait_for(
            lambda role=role, before=before: bool(_children(node, role)) and not _children(node, role) & before
        )
    node.wait_for(lambda: node.get("/sign-in/")[0] == 200)
    assert "The web server ended unexpectedly (SIGKILL). It starts again in 1 s." in node.said
    assert "The worker ended unexpectedly (SIGKILL). It starts again in 1 s." in node.said

    (postmaster,) = _children(node, "postgres")
    assert "Traceback" not in node.said  # from here on the worker may notice before the supervisor says anything
    os.kill(postmaster, signal.SIGKILL)
    node.wait_for(lambda: "The database ended unexpectedly" in node.said)
    node.wait_for(lambda: node.get("/sign-in/")[0] == 200)

    node.process.send_signal(signal.SIGINT)
    assert node.process.wait(60) == 0
    assert node.processes() == {}
    assert list(node.home.rglob(".s.PGSQL*")) == []
    assert node.get("/sign-in/")[0] == 0


JOB = """
import django, time
django.setup()
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
number = app.configure_task("builtin:procrastinate.builtin_tasks.remove_old_jobs").defer(max_hours=1)
for _ in range(1000):
    if not ProcrastinateJob.objects.filter(id=number).exists():
        print("done")
        break
    time.sleep(0.1)
"""


def _work_off_a_job(node: Node) -> str:
    """Hand the node's worker a job; finished jobs are taken out of the database."""
    own = {"COMITY_HOME": str(node.home), "DJANGO_SETTINGS_MODULE": "comity.config.settings", "PATH": os.defpath}
    done = subprocess.run(
        [sys.executable, "-c", JOB], env=own, capture_output=True, text=True, timeout=150, check=False
    )
    return done.stdout.strip() or done.stderr


def _children(node: Node, role: str) -> set[int]:
    """The processes of a part: the web server's first, the worker, the database's first."""
    sign = "bin/postgres -D" if role == "postgres" else f"comity.config.command {role}"
    return {pid for pid, line in node.processes().items() if sign in line.partition("COMITY_")[0]}


def test_a_killed_supervisor_takes_its_children_along(open_node: Callable[..., Node]) -> None:
    node = open_node()
    node.wait_until_open()
    node.process.kill()
    node.process.wait()
    deadline = time.monotonic() + 30
    while _children(node, "web") | _children(node, "worker"):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert _children(node, "postgres")

    again = open_node()
    again.wait_for(lambda: again.said.count("Comity is open at") == 2)
    assert again.get("/sign-in/")[0] == 200
    again.process.send_signal(signal.SIGTERM)
    assert again.process.wait(60) == 0
    assert again.processes() == {}


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"COMITY_PORT": "many"}, "COMITY_PORT is “many”. Give a port number from 1 to 65535."),
        ({"COMITY_HOST": "0.0.0.0", "COMITY_DEMONSTRATION": "yes"}, "Everybody knows the demonstration's passwords"),
        (
            {"DATABASE_URL": "postgresql://comity@127.0.0.1:1/comity"},
            "(the one that DATABASE_URL names) can't be reached",
        ),
        ({"COMITY_HOME": "/proc/nothing/here"}, "COMITY_HOME"),
    ],
)
def test_what_it_cannot_work_with_it_says_in_a_sentence(
    open_node: Callable[..., Node], variables: dict[str, str], said: str
) -> None:
    node = open_node(**variables)
    assert node.process.wait(60) == 2
    assert said in node.said
    assert "Traceback" not in node.said


def test_a_port_that_is_taken(open_node: Callable[..., Node]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        node = open_node(COMITY_PORT=str(taken.getsockname()[1]))
        assert node.process.wait(60) == 2
    assert "is taken by another program" in node.said


def test_a_pack_with_an_error_stops_the_start(open_node: Callable[..., Node], folder: Path) -> None:
    broken = folder / "packs" / "countries" / "ge"
    broken.mkdir(parents=True)
    (broken / "pack.yaml").write_text("kind: no-such-kind\n")
    node = open_node(COMITY_PACKS=str(folder / "packs"))
    assert node.process.wait(120) == 2
    assert "pack.yaml:1" in node.said
    assert "Traceback" not in node.said
    assert node.processes() == {}
