"""One question over HTTP to somebody outside, within bounds: so long, so large, and to no address but the one checked.

Follows no redirect, uses no proxy, keeps no cookie and unpacks nothing. What the answer says is its reader's to judge.
"""

from __future__ import annotations

import http.client
import queue
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from contextvars import copy_context
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from comity.documents.rules.outside import is_open
from comity.kernel.words import say

_PORTS = {"http": 80, "https": 443}
_OK = 200


class Unanswered(Exception):
    """There is no answer that can be read. The text says what there is instead, as words after a colon."""


@dataclass(frozen=True, slots=True)
class Question:
    """`body` is sent by POST; without one the address is read by GET. `inside` allows an address that is not open."""

    address: str
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    inside: bool = False


def ask(question: Question, *, seconds: float, largest: int) -> bytes:
    """The answer's content, at most `largest` bytes, within `seconds` from now, whatever they are spent on.

    Raises Unanswered.
    """
    line = _Line(question, seconds, largest)
    speaking = copy_context()  # so that the other thread says its sentences in the same language
    threading.Thread(target=speaking.run, args=(line.talk,), daemon=True).start()  # no look-up of a name has a limit
    try:
        found = line.heard.get(timeout=seconds)
    except queue.Empty:
        line.cut()
        raise _late(seconds) from None
    if isinstance(found, Unanswered):
        raise found
    return found


class _Line:
    """The connection, which two threads know: one talks on it, the other cuts it when the time is over."""

    def __init__(self, question: Question, seconds: float, largest: int) -> None:
        self.heard: queue.SimpleQueue[bytes | Unanswered] = queue.SimpleQueue()
        self._question, self._seconds, self._largest = question, seconds, largest
        self._socket: socket.socket | None = None
        self._ended = False

    def cut(self) -> None:
        self._ended = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def talk(self) -> None:
        try:
            self.heard.put(self._answer())
        except Unanswered as problem:
            self.heard.put(problem)
        except TimeoutError:
            self.heard.put(_late(self._seconds))
        except (OSError, http.client.HTTPException, ValueError) as problem:  # a name that is none is a ValueError
            self.heard.put(Unanswered(say("it could not be reached ({why})", why=type(problem).__name__)))

    def _answer(self) -> bytes:
        place = _place(self._question.address)
        with self._connected(place) as connected:
            connection = http.client.HTTPConnection(str(place.hostname), _port(place))
            connection.sock = connected
            path = (place.path or "/") + (f"?{place.query}" if place.query else "")
            headers = {"User-Agent": "Comity", "Accept-Encoding": "identity", "Connection": "close"}
            method = "GET" if self._question.body is None else "POST"
            connection.request(method, path, self._question.body, {**headers, **self._question.headers})
            with connection.getresponse() as answer:
                if answer.status != _OK:
                    raise Unanswered(say("an answer with the status {status}", status=answer.status))
                found = answer.read(self._largest + 1)
        if len(found) > self._largest:
            raise Unanswered(say("an answer of more than {size} KiB", size=self._largest // 1024))
        return found

    def _connected(self, place: SplitResult) -> socket.socket:
        """To an address that was looked at after the name was looked up: a second look might find another."""
        name, port = str(place.hostname), _port(place)
        found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
        if not self._question.inside and not all(is_open(str(where[4][0])) for where in found):
            raise Unanswered(say("it is inside a private network, where this node asks nobody"))
        trouble: OSError = OSError()
        for family, kind, protocol, _, where in found:
            plain = socket.socket(family, kind, protocol)
            self._socket = plain
            plain.settimeout(self._seconds)
            try:
                if self._ended:
                    raise TimeoutError
                plain.connect(where)
                return self._encrypted(plain, name) if place.scheme == "https" else plain
            except OSError as problem:
                plain.close()
                trouble = problem
        raise trouble

    def _encrypted(self, plain: socket.socket, name: str) -> socket.socket:
        wrapped = ssl.create_default_context().wrap_socket(plain, server_hostname=name)
        self._socket = wrapped
        return wrapped


def _late(seconds: float) -> Unanswered:
    return Unanswered(say("no answer within {seconds} seconds", seconds=max(1, round(seconds))))


def _place(address: str) -> SplitResult:
    try:
        place = urlsplit(address)
        if place.scheme in _PORTS and place.hostname and not place.username and place.port != 0:
            return place
    except ValueError:  # a port that is no number, brackets that do not close
        pass
    raise Unanswered(say("it is no web address"))


def _port(place: SplitResult) -> int:
    return place.port or _PORTS[place.scheme]
