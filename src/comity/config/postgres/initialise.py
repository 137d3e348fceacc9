"""Makes a database cluster once, with the role and the database `comity`; a half-made one is never left in place.

Knows nothing of running servers. The superuser `postgres` has no way in through the socket: only `comity` has.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from comity.config.postgres.account import Account
from comity.config.postgres.binaries import Binaries
from comity.config.postgres.problem import DatabaseProblem

ROLE = "comity"
DATABASE = "comity"

_LOCALES = ("C.UTF-8", "en_US.UTF-8", "C")
"""The first that the machine has: letters of every script have upper and lower case in the first two."""

_LIMIT = 180
"""Seconds that one step of the making may take on a slow disk."""


def initialise(data: Path, binaries: Binaries, account: Account, *, throwaway: bool = False) -> None:
    """Make the cluster in `data`, which does not exist yet, owned by `account`. Raises DatabaseProblem.

    A `throwaway` cluster, for tests, is not synced to the disk, and its role may create databases.
    """
    fresh = data.with_name("data.unfinished")
    shutil.rmtree(fresh, ignore_errors=True)
    _initdb(fresh, binaries, account, throwaway=throwaway)
    rights = "LOGIN CREATEDB" if throwaway else "LOGIN"
    statements = f"CREATE ROLE {ROLE} {rights};\nCREATE DATABASE {DATABASE} OWNER {ROLE};\n"
    single: list[str | Path] = [binaries.postgres, "--single", "-D", fresh, "-c", "exit_on_error=on", "postgres"]
    _step("The database “comity” can't be created", single, account, statements)
    fresh.rename(data)


def allow(data: Path, client: Account) -> None:
    """Let `client`, and nobody else, in as the role `comity`, and by the socket only. Written anew at each start."""
    quoted = client.name.replace('"', '""')
    (data / "pg_hba.conf").write_text("# Written by Comity at each start.\nlocal all comity peer map=node\n")
    (data / "pg_ident.conf").write_text(f'# Written by Comity at each start.\nnode "{quoted}" {ROLE}\n')


def _initdb(fresh: Path, binaries: Binaries, account: Account, *, throwaway: bool) -> None:
    for locale in _LOCALES:
        fresh.mkdir(mode=0o700)
        if os.geteuid() != account.uid:
            os.chown(fresh, account.uid, account.gid)
        command: list[str | Path] = [binaries.initdb, "-D", fresh, "--username=postgres", "--auth=peer"]
        command += ["--encoding=UTF8", f"--locale={locale}", "--data-checksums", "--no-instructions"]
        command += ["--no-sync"] if throwaway else []
        try:
            _step("The database's files can't be made", command, account)
        except DatabaseProblem:
            shutil.rmtree(fresh, ignore_errors=True)
            if locale == _LOCALES[-1]:
                raise
        else:
            return


def _step(what: str, command: Sequence[str | Path], account: Account, text: str = "") -> None:
    try:
        done = subprocess.run(  # noqa: S603  the server's own programs
            command,
            input=text,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=_LIMIT,
            check=False,
            env=server_environment(),
            **account.popen_options(),
        )
    except subprocess.TimeoutExpired as problem:
        raise DatabaseProblem(f"{what}: it took over {_LIMIT} seconds. Is the disk full or very slow?") from problem
    except OSError as problem:
        raise DatabaseProblem(f"{what}: {problem}.") from problem
    if done.returncode != 0:
        said = " ".join(done.stdout.split()[-60:])
        raise DatabaseProblem(f"{what}. PostgreSQL says: {said}")


def server_environment() -> dict[str, str]:
    """What the server's programs see of the environment: no PG* variable of the user's reaches them."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_MESSAGES": "C", "TZ": "UTC"}
