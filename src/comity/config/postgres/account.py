"""Whose processes the database server runs as: the node's own user, or an unprivileged one when root starts it.

PostgreSQL refuses to run as root. Nothing here changes the user of the node's own process.
"""

from __future__ import annotations

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.config.postgres.problem import DatabaseProblem

UNPRIVILEGED = ("postgres", "nobody")
"""Tried in this order when root starts the node."""


@dataclass(frozen=True, slots=True)
class Account:
    """A user of the machine, as a child process can become it."""

    name: str
    uid: int
    gid: int

    def popen_options(self) -> dict[str, Any]:
        """What makes subprocess start a child as this user, away from folders that it may not enter."""
        if os.geteuid() == self.uid:
            return {"cwd": "/"}
        return {"cwd": "/", "user": self.uid, "group": self.gid, "extra_groups": []}

    def may_enter(self, folder: Path) -> bool:
        """Whether this user can pass through `folder`; true for the node's own user, who made it."""
        return self._can("-x", folder)

    def may_run(self, program: Path) -> bool:
        """Whether this user can execute `program` where it lies."""
        return self._can("-x", program)

    def _can(self, test: str, path: Path) -> bool:
        command = ["/bin/sh", "-c", 'test "$1" "$2"', "sh", test, str(path)]
        try:
            return subprocess.run(command, check=False, timeout=10, **self.popen_options()).returncode == 0  # noqa: S603
        except (OSError, subprocess.SubprocessError) as problem:
            raise DatabaseProblem(
                f"A process can't be started as the user {self.name}: {problem}. "
                "Start the node as an ordinary user, or name a database in DATABASE_URL."
            ) from problem


def own_account() -> Account:
    """The user that runs this process. Raises DatabaseProblem where the machine has no name for it."""
    try:
        entry = pwd.getpwuid(os.geteuid())
    except KeyError as problem:
        raise DatabaseProblem(
            f"The user number {os.geteuid()} has no name on this machine, and PostgreSQL needs one. "
            "Start the node as a user that the machine knows, or name a database in DATABASE_URL."
        ) from problem
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def server_account() -> Account:
    """The user that the database server runs as: our own, or the first unprivileged one when we are root."""
    own = own_account()
    if own.uid != 0:
        return own
    for name in UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    raise DatabaseProblem(
        "PostgreSQL does not run as root, and this machine has neither a user “postgres” nor a user “nobody”. "
        "Start the node as an ordinary user, or name a database in DATABASE_URL."
    )
