"""Where the database's files and its socket lie, so that the server's user reaches them and the path fits a socket.

Only folders that this module makes get an owner or a mode; folders above them are never changed.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from comity.config.postgres.account import Account
from comity.config.postgres.problem import DatabaseProblem

SOCKET_FILE = ".s.PGSQL.5432"

LONGEST = 103
"""Bytes that a socket's path may have: 107 on Linux, 103 on macOS and the BSDs."""


@dataclass(frozen=True, slots=True)
class Place:
    """The folders of one database. `base` holds `data`; the socket lies beside it, or where its path is short."""

    base: Path
    socket: Path

    @property
    def data(self) -> Path:
        return self.base / "data"

    @property
    def start_log(self) -> Path:
        return self.base / "start.log"


def socket_folder(home: Path) -> Path:
    """Where clients of the node in `home` find the socket: links are followed, since its path must be short."""
    return (home / "postgres" / "socket").resolve()


def settle(home: Path, account: Account) -> Place:
    """Make, or find again, the folders of the database of the node in `home` for the server's user `account`.

    Where that user may not enter `home`, they lie outside, and links in `<home>/postgres` lead to them.
    Raises DatabaseProblem.
    """
    inside = home / "postgres"
    try:
        _open_folder(inside)
        base = _base(inside, account)
        place = Place(base, _socket(base, account))
        if place.socket.parent == base and place.socket.is_symlink():
            place.socket.unlink()  # the home was moved to where its path is short enough
        _own_folder(place.socket, account)
        _link(inside / "socket", place.socket)
        if place.data != inside / "data":
            _link(inside / "data", place.data)
    except OSError as problem:
        raise DatabaseProblem(
            f"The database's folders can't be made: {problem}. Make {home} writable for the node, "
            "or choose another folder in COMITY_HOME."
        ) from problem
    return place


def _base(inside: Path, account: Account) -> Path:
    data = inside / "data"
    if data.is_symlink():
        base = data.resolve().parent
    elif data.exists() or account.may_enter(inside):
        base = inside
    else:
        base = _outside(inside)
    _open_folder(base)
    if not account.may_enter(base):
        raise DatabaseProblem(
            f"The database's server runs as the user {account.name}, who may not enter {base}. "
            "Let that user pass through the folders above it, or choose another folder in COMITY_HOME."
        )
    return base


def _outside(inside: Path) -> Path:
    parent = Path("/var/lib") if os.access("/var/lib", os.W_OK) else Path(tempfile.gettempdir())
    return parent / f"comity-{_key(inside)}"


def _socket(base: Path, account: Account) -> Path:
    beside = base / "socket"
    if len(os.fsencode(beside / SOCKET_FILE)) <= LONGEST:
        return beside
    return Path("/tmp") / f"comity-{_key(base)}-{account.uid}"  # noqa: S108  checked for its owner before use


def _open_folder(folder: Path) -> None:
    """A folder that everybody may pass through, whatever the umask; one that is there already stays as it is."""
    if not folder.exists():
        folder.mkdir(parents=True)
        folder.chmod(0o755)


def _own_folder(folder: Path, account: Account) -> None:
    """A folder that only `account` enters. One that is there already must be exactly that: /tmp is everybody's."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        pass
    else:
        os.chown(folder, account.uid, account.gid)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != account.uid or stat.S_IMODE(found.st_mode) & 0o022:
        raise DatabaseProblem(
            f"{folder} should be a folder that belongs to the user {account.name} alone. Remove it, and start again."
        )


def _link(link: Path, target: Path) -> None:
    if link == target or (link.is_symlink() and link.readlink() == target):
        return
    if link.is_symlink():
        link.unlink()
    elif link.is_dir() and not any(link.iterdir()):
        link.rmdir()
    link.symlink_to(target)


def _key(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:12]
