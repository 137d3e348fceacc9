"""A real node, as `comity run` opens it, in a temporary folder of its own: web server, worker and database."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType

_TICK = os.sysconf("SC_CLK_TCK")


class Node:
    """Opened by `with`, and ended and forgotten after it. `settings` are variables of its environment."""

    def __init__(self, **settings: str) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="comity-bench-"))
        self._folder.chmod(0o755)  # the database's own account must get through
        self.port = free_port()
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("COMITY_", "DATABASE_"))}
        own = {"COMITY_HOME": str(self._folder / "home"), "COMITY_PORT": str(self.port)}
        self._variables = kept | own | settings
        self._output = self._folder / "output"
        with self._output.open("wb") as output:
            self._process = subprocess.Popen(  # noqa: S603  our own program
                [_COMMAND, "run"], env=self._variables, stdout=output, stderr=output
            )

    def __enter__(self) -> Node:
        try:
            wait_until_open(self._process, self._output)
        except BaseException:  # nobody leaves a node behind, however the waiting ends
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def _end(self) -> None:
        self._process.send_signal(signal.SIGINT)
        self._process.wait(60)
        shutil.rmtree(self._folder)

    @property
    def pid(self) -> int:
        """The supervisor's; everything else hangs below it."""
        return self._process.pid

    def command(self, *words: str) -> str:
        """What `comity …` writes to standard output, run beside the node."""
        done = subprocess.run(  # noqa: S603  our own program
            [_COMMAND, *words], env=self._variables, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(f"comity {' '.join(words)}: {done.stderr}")
        return done.stdout.strip()

    def busy(self) -> tuple[float, float]:
        """Seconds that processors have worked for the program so far, and for the database."""
        program = database = 0.0
        for pid in descendants(self.pid):
            try:
                command = Path(f"/proc/{pid}/cmdline").read_bytes()
                spent = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
            except OSError:  # it has ended meanwhile
                continue
            seconds = (int(spent[11]) + int(spent[12])) / _TICK
            if b"postgres" in command:
                database += seconds
            else:
                program += seconds
        return program, database


_COMMAND = Path(sys.executable).with_name("comity")


def descendants(pid: int) -> list[int]:
    """All processes below `pid`."""
    try:
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    except OSError:  # it has ended meanwhile
        return []
    return [each for child in map(int, listed) for each in (child, *descendants(child))]


def wait_until_open(node: subprocess.Popen[bytes], output: Path) -> None:
    """Wait, at most three minutes, until the node says that it is open."""
    deadline = time.monotonic() + 180
    while "Comity is open" not in output.read_text("utf-8"):
        if node.poll() is not None or time.monotonic() > deadline:
            raise SystemExit(output.read_text("utf-8"))
        time.sleep(0.2)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number
