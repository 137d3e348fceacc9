"""Questions to somebody outside: answered within bounds, or said to be unanswered, never waited for."""

from __future__ import annotations

import socket
from http.server import BaseHTTPRequestHandler
from threading import Event
from typing import Any

import pytest

from comity.documents.adapters.asking.outside import Question, Unanswered, ask
from comity.documents.rules.outside import is_open
from comity.documents.tests.desk import desk, reply
from comity.kernel.words import English, speaking


def asked(address: str, *, body: bytes | None = None, seconds: float = 5, inside: bool = True) -> bytes:
    return ask(Question(address, body, {"Accept": "text/plain"}, inside), seconds=seconds, largest=2048)


def test_what_is_sent_and_what_comes_back() -> None:
    heard: list[tuple[str, str, bytes]] = []

    def answering(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        heard.append((handler.command, handler.path, body))
        assert handler.headers["Accept-Encoding"] == "identity"
        assert "Cookie" not in handler.headers
        reply(handler, b"x" * 2048)

    with desk(answering) as address:
        assert asked(f"{address}/list.crl?part=1") == b"x" * 2048
        assert asked(address, body=b"who?") == b"x" * 2048
    assert heard == [("GET", "/list.crl?part=1", b""), ("POST", "/", b"who?")]


@pytest.mark.parametrize(
    ("status", "content", "headers", "says"),
    [
        (200, b"x" * 2049, {}, "an answer of more than 2 KiB"),
        (404, b"", {}, "an answer with the status 404"),
        (302, b"", {"Location": "http://127.0.0.1:1/"}, "an answer with the status 302"),
    ],
)
def test_what_is_no_answer(status: int, content: bytes, headers: dict[str, str], says: str) -> None:
    with (
        desk(lambda handler, _: reply(handler, content, status, **headers)) as address,
        pytest.raises(Unanswered, match=says),
    ):
        asked(address)


def test_neither_silence_nor_dripping_is_waited_for() -> None:
    done = Event()

    def silent(_: BaseHTTPRequestHandler, __: bytes) -> None:
        done.wait(20)

    def dripping(handler: BaseHTTPRequestHandler, _: bytes) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n")
        while not done.wait(0.02):
            handler.wfile.write(b"X-Header: and another\r\n")

    for answering in (silent, dripping):
        with desk(answering) as address, pytest.raises(Unanswered, match="no answer within 1 seconds"):
            asked(address, seconds=0.2)
    done.set()


def test_a_name_that_nobody_can_look_up_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    done = Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: done.wait(20) and [])
    with pytest.raises(Unanswered, match="no answer within"):
        asked("http://lists.example.org/", seconds=0.05)
    done.set()


def test_nobody_inside_is_asked_unless_that_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: Any, **__: Any) -> None:
        raise AssertionError

    with desk(never) as address:
        with pytest.raises(Unanswered, match="inside a private network"):
            asked(address, inside=False)
        here = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.1.2.3", 80))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: here)
        with pytest.raises(Unanswered, match="inside a private network"):
            asked("http://lists.example.org/", inside=False)


NO_ADDRESSES = ("ldap://lists.example.org/cn=x", "file:///etc/passwd", "http://[::", "http://a:b@c/", "")


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_what_is_no_web_address(address: str) -> None:
    with pytest.raises(Unanswered, match="no web address"):
        asked(address)


def test_nobody_there_is_said_in_the_language_spoken() -> None:
    class Loud(English):
        def message(self, english: str) -> str:
            return english.upper().replace("{WHY}", "{why}")

    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
    with speaking(Loud()), pytest.raises(Unanswered, match=r"IT COULD NOT BE REACHED \(ConnectionRefusedError\)"):
        asked(address)


@pytest.mark.parametrize(
    ("address", "open_"),
    [
        ("192.0.66.1", True),
        ("2a00:1450:4001::1", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("172.31.255.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:192.0.66.1", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_are_open(address: str, *, open_: bool) -> None:
    assert is_open(address) is open_
