"""`comity run`: prepares the node, opens it, and keeps it open. Imports no Django: it stays as long as the node."""

from __future__ import annotations

import subprocess

from comity.config.env import Env, read
from comity.config.env_problem import EnvironmentProblem
from comity.config.node.address import answers, require_free, url
from comity.config.node.child import Child, node_command
from comity.config.node.lock import only_node
from comity.config.node.supervisor import Stop, end, keep_going, say, wait_until
from comity.config.postgres.cluster import start_cluster
from comity.config.postgres.place import socket_folder
from comity.config.postgres.problem import DatabaseProblem
from comity.config.postgres.server import Server
from comity.config.problem import NodeProblem

REFUSED = 2
"""The exit code for a node that can't start as its environment asks."""

START_LIMIT = 60.0
"""Seconds that the web server may take until it answers."""


def run() -> int:
    """Run the node until it is asked to stop. Returns the exit code; problems are said in a sentence."""
    try:
        env = read()
        with Stop() as stop, only_node(env.home):
            require_free(env)
            return _run(env, stop)
    except (EnvironmentProblem, NodeProblem, DatabaseProblem) as problem:
        say(str(problem))
        return REFUSED


def _run(env: Env, stop: Stop) -> int:
    database = _own_database(env)
    children = [Child("The web server", "web"), Child("The worker", "worker")]
    try:
        farewell = _prepare(stop)
        if stop.asked():
            return 0
        for child in children:
            child.start()
        if not wait_until(lambda: answers(env), children[0], stop, START_LIMIT):
            if stop.asked():
                return 0
            raise NodeProblem("The web server did not start; what it said is above.")
        say(f"\nComity is open at {url(env)}\n{farewell}\nCtrl-C stops it.")
        keep_going(children, database, stop)
        say("\nStopping …")
        return 0
    finally:
        end(children, database, stop)


def _own_database(env: Env) -> Server | None:
    if env.database_url is not None:
        return None
    say(f"Starting the database in {env.home / 'postgres'} …")
    server = start_cluster(env.home)
    folder = socket_folder(env.home)
    if folder.parent != env.home / "postgres":
        say(f"Its files or its socket do not fit in there, so they are in {folder.parent}.")
    return server


def _prepare(stop: Stop) -> str:
    """Prepare in a process of its own, whose memory is given back. Returns what it wants said when the node is open."""
    with subprocess.Popen(  # noqa: S603  our own program
        node_command("prepare"), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        while process.poll() is None:
            if stop.wait(0.05):
                process.terminate()
                process.wait()
                return ""
        said = process.stdout.read() if process.stdout else ""
    if process.returncode == REFUSED:
        raise NodeProblem(said.strip() or "The node can't be prepared; what went wrong is above.")
    if process.returncode != 0:
        raise NodeProblem("The node can't be prepared; what went wrong is above.")
    return said
