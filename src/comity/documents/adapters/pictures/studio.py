"""Ordering pictures from the press: one at a time, in bounded time, and each only once while nothing changes."""

from __future__ import annotations

import atexit
import json
import os
import select
import subprocess
import sys
from threading import Lock
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.cache import cache

from comity.documents.adapters.pictures.look import Look
from comity.documents.adapters.pictures.press import DONE, HEAD
from comity.kernel.digest import Digest, canonical_json

PATIENCE = 20.0
"""Seconds that a picture may take, waiting for others included."""
KEPT = 24 * 3600
"""Seconds that a picture is kept by this process."""
_COMMAND = (sys.executable, "-m", "comity.documents.adapters.pictures.press")


class NoPicture(Exception):
    """The picture was not drawn, or not in time. Its text alternative says what it would have shown."""


def order(drawn_by: str, values: list[dict[str, Any]], look: Look, *, title: str = "") -> dict[str, Any]:
    """What the press must know for a page. `drawn_by` names the module whose `draw` makes the chart of the values."""
    return {
        "drawn_by": drawn_by,
        "values": values,
        "title": title,
        "shade": look.shade.value,
        "size": look.size.value,
    }


def for_paper(drawn_by: str, values: list[dict[str, Any]], form: str) -> dict[str, Any]:
    """What the press must know for a file: “svg” or “png”, in the fonts of letters, light and wide."""
    return {**order(drawn_by, values, Look()), "form": form, "fonts": str(settings.ENV.frontend / "fonts")}


def drawn(wanted: dict[str, Any]) -> bytes:
    """The picture. Raises NoPicture."""
    key = f"chart:{Digest.of(canonical_json(wanted))}"
    kept = cache.get(key)
    if isinstance(kept, bytes):
        return kept
    made = _press.draw(wanted)
    cache.set(key, made, KEPT)
    return made


def begin() -> None:
    """Have the process ready for pictures that a browser is about to ask for. Waits for nothing."""
    _press.begin()


class Press:
    """A process that draws, begun when it is needed, and begun anew when it has ended or does not answer."""

    def __init__(self, command: tuple[str, ...] = _COMMAND, patience: float = PATIENCE) -> None:
        self._command = command
        self._patience = patience
        self._lock = Lock()
        self._child: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Start the process, if none runs; whoever is drawing has one."""
        if self._lock.acquire(blocking=False):
            try:
                self._running()
            finally:
                self._lock.release()

    def draw(self, wanted: dict[str, Any]) -> bytes:
        """One picture. Raises NoPicture."""
        until = monotonic() + self._patience
        if not self._lock.acquire(timeout=self._patience):
            raise NoPicture("Other pictures are being drawn; load the page again in a moment.")
        try:
            return self._ordered(json.dumps(wanted).encode() + b"\n", until)
        finally:
            self._lock.release()

    def close(self) -> None:
        """End the process, if there is one."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.communicate()

    def _ordered(self, order: bytes, until: float) -> bytes:
        """It may have ended a moment ago, being idle: then a new one gets the order."""
        for _ in range(2):
            child = self._running()
            try:
                assert child.stdin is not None  # noqa: S101  it was opened as a pipe
                child.stdin.write(order)
                child.stdin.flush()
                return self._answer(child, until)
            except BrokenPipeError:
                self.close()
        raise NoPicture("The process that draws does not stay.")

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is not None:
            self.close()
        if self._child is None:
            self._child = subprocess.Popen(  # noqa: S603  our own module, by our own interpreter
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._child

    def _answer(self, child: subprocess.Popen[bytes], until: float) -> bytes:
        head = self._read(child, HEAD, until)
        answer = self._read(child, int(head[1:], 16), until)
        if head[:1] != DONE:
            raise NoPicture(answer.decode(errors="replace"))
        return answer

    def _read(self, child: subprocess.Popen[bytes], length: int, until: float) -> bytes:
        assert child.stdout is not None  # noqa: S101  it was opened as a pipe
        pipe, found = child.stdout.fileno(), b""
        while len(found) < length:
            left = until - monotonic()
            if left <= 0 or not select.select([pipe], [], [], left)[0]:
                self.close()
                raise NoPicture("The picture was not drawn in time.")
            part = os.read(pipe, length - len(found))
            if not part:
                raise BrokenPipeError
            found += part
        return found


_press = Press()
atexit.register(_press.close)
