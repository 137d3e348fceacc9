"""The node's own database in one call: programs, user, place, first making, start. Stopping is the server's own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from comity.config.postgres.account import Account, own_account, server_account
from comity.config.postgres.binaries import PACKAGE, Binaries, find_binaries
from comity.config.postgres.initialise import allow, initialise
from comity.config.postgres.place import Place, settle
from comity.config.postgres.problem import DatabaseProblem
from comity.config.postgres.server import Server

THROWAWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "100"}
"""For tests: what a power cut would destroy need not survive one."""


def start_cluster(home: Path, *, binaries: Binaries | None = None, throwaway: bool = False) -> Server:
    """Start the database of the node in `home`, made first if there is none. The caller holds the node's lock.

    `binaries` are found where none are given. Raises DatabaseProblem.
    """
    account = server_account()
    place = settle(home, account)
    major = _major(place.data)
    programs = _reachable(binaries or find_binaries(major), account, place)
    if major is None:
        initialise(place.data, programs, account, throwaway=throwaway)
    elif major != programs.major:
        raise DatabaseProblem(
            f"The database in {place.data} was made by PostgreSQL {major}, and {programs.folder} has {programs.major}."
        )
    try:
        allow(place.data, own_account())
    except OSError as problem:
        raise DatabaseProblem(
            f"The database in {place.data} belongs to another user: {problem}. Start the node as the user who made it."
        ) from problem
    server = Server(place, programs, account, THROWAWAY if throwaway else {})
    server.start()
    return server


def _major(data: Path) -> int | None:
    try:
        return int((data / "PG_VERSION").read_text())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as problem:
        raise DatabaseProblem(
            f"{data} is not a database that this node can read: {problem}. "
            "Start the node as the user who made it, or move that folder away."
        ) from problem


def _reachable(binaries: Binaries, account: Account, place: Place) -> Binaries:
    """The programs; the package's are copied beside the data where `account` can't run them."""
    if os.geteuid() == account.uid or account.may_run(binaries.postgres):
        return binaries
    package = binaries.folder.parents[1]
    if package.name != PACKAGE:
        raise DatabaseProblem(
            f"The database's server runs as the user {account.name}, who may not run {binaries.postgres}. "
            "Install PostgreSQL where every user can run it, or name a database in DATABASE_URL."
        )
    copy = place.base / f"postgresql-{binaries.major}"
    if not copy.exists():
        fresh = copy.with_name(f"{copy.name}.unfinished")
        shutil.rmtree(fresh, ignore_errors=True)
        for part in (package, package.with_name(f"{PACKAGE}.libs")):  # the programs find the second by its place
            if part.exists():
                shutil.copytree(part, fresh / part.name, symlinks=True)
        fresh.rename(copy)
    return Binaries(copy / binaries.folder.relative_to(package.parent), binaries.major)
