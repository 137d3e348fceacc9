"""What stands in a node's way is said before anything is started: a port that is taken, a folder in use."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from comity.config.env import Env, read
from comity.config.node.address import answers, require_free, url
from comity.config.node.lock import only_node
from comity.config.problem import NodeProblem


@pytest.fixture
def listener() -> socket.socket:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken


def env_at(port: int, host: str = "127.0.0.1") -> Env:
    return read({"COMITY_HOST": host, "COMITY_PORT": str(port)})


def test_a_port_that_is_taken(listener: socket.socket) -> None:
    port = listener.getsockname()[1]
    assert answers(env_at(port))
    with pytest.raises(NodeProblem, match=f"Port {port} on 127.0.0.1 is taken by another program"):
        require_free(env_at(port))
    listener.close()
    require_free(env_at(port))
    assert not answers(env_at(port))


def test_a_port_that_another_server_shares(listener: socket.socket) -> None:
    """Servers that share ports would both answer, by chance: that must be seen too."""
    with socket.socket() as sharing:
        sharing.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        sharing.bind(("127.0.0.1", 0))
        sharing.listen()
        with pytest.raises(NodeProblem, match="is taken"):
            require_free(env_at(sharing.getsockname()[1]))


def test_an_address_that_is_not_ours() -> None:
    with pytest.raises(NodeProblem, match=r"203\.0\.113\.7, port 8123, can't be listened on"):
        require_free(env_at(8123, "203.0.113.7"))


def test_an_address_of_six_groups_is_written_in_brackets() -> None:
    assert url(env_at(8123, "::1")) == "http://[::1]:8123/"


def test_one_node_one_folder(tmp_path: Path) -> None:
    home = tmp_path / "home"
    lines = (
        "from pathlib import Path",
        "from comity.config.node.lock import only_node",
        f"with only_node(Path({str(home)!r})): pass",
    )
    program = "\n".join(lines)
    with only_node(home):
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        assert f"A node already runs from {home} (process {os.getpid()})" in done.stderr
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_home_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NodeProblem, match="can't be used"), only_node(tmp_path / "file" / "home"):
        pass
