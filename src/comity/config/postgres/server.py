"""One PostgreSQL server process: started, found again after a crash of the node, watched and stopped within bounds."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from comity.config.postgres.account import Account
from comity.config.postgres.binaries import Binaries
from comity.config.postgres.initialise import server_environment
from comity.config.postgres.place import Place
from comity.config.postgres.problem import DatabaseProblem

START_LIMIT = 120.0
"""Seconds until a server must be ready; after a power cut it first replays what it had written."""

LEAVING_LIMIT = 20.0
"""Seconds that sessions of a server that was killed may take to notice and leave."""

_STILL_IN_USE = "is still in use"

STOP_LIMIT = 20.0
"""Seconds until a server that was asked to stop is told to drop everything; it loses nothing by that."""

_BASE_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "40",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "logging_collector": "on",
    "log_filename": "postgresql-%a.log",
    "log_rotation_age": "1d",
    "log_truncate_on_rotation": "on",
}


class Server:
    """The server of one place. Only the holder of the node's lock may make one."""

    def __init__(self, place: Place, binaries: Binaries, account: Account, settings: Mapping[str, str]) -> None:
        self._place, self._binaries, self._account = place, binaries, account
        self._settings = {**_BASE_SETTINGS, "unix_socket_directories": str(place.socket), **settings}
        self._process: subprocess.Popen[bytes] | None = None
        self._found: int | None = None

    def start(self) -> None:
        """Start the server, or take over the one that a killed node left running; returns when it is ready.

        Raises DatabaseProblem with what the server said when it does not come up in time.
        """
        pid, _ = self._pid_file()
        if pid is not None and _is_postgres(pid, self._place.data):
            self._found = pid
        else:
            self._forget(pid)
            self._process = self._launch()
        deadline = time.monotonic() + START_LIMIT
        while self._pid_file()[1] != "ready":
            if not self.alive():
                said = self._last_words()
                if _STILL_IN_USE not in said or time.monotonic() > deadline - START_LIMIT + LEAVING_LIMIT:
                    raise DatabaseProblem(f"The database does not start. PostgreSQL says: {said}")
                time.sleep(0.2)
                self._process = self._launch()
            if time.monotonic() > deadline:
                self.stop()
                raise DatabaseProblem(
                    f"The database was not ready after {START_LIMIT:.0f} seconds. See {self._place.start_log}."
                )
            time.sleep(0.02)

    def alive(self) -> bool:
        """Whether the server process is there."""
        if self._process is not None:
            return self._process.poll() is None
        return self._found is not None and _is_postgres(self._found, self._place.data)

    def stop(self) -> None:
        """Ask the server to end all sessions and stop; insist when it does not. Returns when it is gone."""
        for sign, limit in ((signal.SIGINT, STOP_LIMIT), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
            if not self.alive():
                break
            self._signal(sign)
            _wait_until(lambda: not self.alive(), limit)
        self._process = self._found = None

    def _launch(self) -> subprocess.Popen[bytes]:
        command: list[str | Path] = [self._binaries.postgres, "-D", self._place.data]
        for name, value in self._settings.items():
            command += ["-c", f"{name}={value}"]
        with self._place.start_log.open("wb") as log:
            try:
                return subprocess.Popen(  # noqa: S603  the server's own program
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    env=server_environment(),
                    start_new_session=True,  # Ctrl-C in the terminal is the node's to answer, in its order
                    **self._account.popen_options(),
                )
            except OSError as problem:
                raise DatabaseProblem(f"{self._binaries.postgres} can't be started: {problem}.") from problem

    def _pid_file(self) -> tuple[int | None, str]:
        """The process that postmaster.pid names, and its state: the eighth line, “ready” when connections are taken."""
        try:
            lines = (self._place.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return None, ""
        pid = int(lines[0]) if lines and lines[0].strip().isdecimal() else None
        mine = self._process is None or self._process.pid == pid
        return pid, "".join(lines[7:8]).strip() if mine else ""

    def _forget(self, pid: int | None) -> None:
        """Drop what a server that is gone left behind: its number may by now be another program's."""
        if pid is not None:
            (self._place.data / "postmaster.pid").unlink(missing_ok=True)
        for leftover in self._place.socket.glob(".s.PGSQL.*"):
            leftover.unlink(missing_ok=True)

    def _last_words(self) -> str:
        text = self._place.start_log.read_text(errors="replace")
        return " ".join(text.split()[-60:]) or f"nothing; see {self._place.data / 'log'}"

    def _signal(self, sign: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(sign)
        elif self._found is not None:
            os.kill(self._found, sign)


def _is_postgres(pid: int, data: Path) -> bool:
    """Whether process `pid` is a PostgreSQL server that works in `data`."""
    folder = Path(f"/proc/{pid}")
    if folder.parent.joinpath("self").exists():
        try:
            return (folder / "cwd").readlink() == data.resolve()
        except OSError:
            return False
    shown = subprocess.run(  # noqa: S603
        ["/bin/ps", "-p", str(pid), "-o", "command="], capture_output=True, text=True, timeout=10, check=False
    ).stdout
    return "postgres" in shown and str(data) in shown


def _wait_until(done: Callable[[], bool], limit: float) -> None:
    deadline = time.monotonic() + limit
    while not done() and time.monotonic() < deadline:
        time.sleep(0.02)
