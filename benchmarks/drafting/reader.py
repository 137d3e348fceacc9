"""Somebody who opens lists again and again: the page as a signed-in user, the interface's list as a program."""

from __future__ import annotations

import http.client
import re
import time
from urllib.parse import urlencode

from comity.config.cast import PASSWORD

FOUND = 200


def signed_in(port: int, username: str) -> dict[str, str]:
    """The headers of one of the demonstration's cast who has signed in."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/sign-in/")
    answer = connection.getresponse()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', answer.read().decode())
    cookie = _cookie(answer, "csrftoken")
    if token is None:
        raise SystemExit("The page to sign in has no form.")
    form = {"csrfmiddlewaretoken": token[1], "username": username, "password": PASSWORD, "next": "/verify/"}
    kind = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
    connection.request("POST", "/sign-in/", urlencode(form), kind)
    answer = connection.getresponse()
    answer.read()
    return {"Cookie": _cookie(answer, "sessionid")}


def openings(port: int, address: str, headers: dict[str, str], rounds: int) -> list[float]:
    """Milliseconds that each of `rounds` openings took, after two that warm up."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    return [_opened(connection, address, headers) for _ in range(rounds + 2)][2:]


def _opened(connection: http.client.HTTPConnection, address: str, headers: dict[str, str]) -> float:
    start = time.perf_counter()
    connection.request("GET", address, headers=headers)
    answer = connection.getresponse()
    answer.read()
    if answer.status != FOUND:
        raise SystemExit(f"{address} answered {answer.status}.")
    return (time.perf_counter() - start) * 1000


def _cookie(answer: http.client.HTTPResponse, name: str) -> str:
    for said in answer.msg.get_all("Set-Cookie", []):
        cookie: str = said.partition(";")[0]
        if cookie.startswith(f"{name}="):
            return cookie
    raise SystemExit(f"The answer sets no cookie “{name}”.")
