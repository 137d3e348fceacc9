"""URLs, with and without a scheme. A profile's page at a known service is an account, not a URL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import quote

from comity.kernel.identifiers.account_page import account_on_page
from comity.kernel.identifiers.finding import Finding, Found, Odd, Sheet
from comity.kernel.identifiers.host_name import HostName, host_name, without_case_ending
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.words import say

_CHARACTER = r"[^\s\x00<>\"“”«»`{}|\\^]"
_WITH_SCHEME = re.compile(
    rf"(?<![0-9A-Za-z])(?P<scheme>https?|ftps?|sftp|wss?)://(?P<rest>{_CHARACTER}{{1,2000}})", re.IGNORECASE
)
_WITHOUT_SCHEME = re.compile(
    rf"(?<![\w@./\\=-])(?P<rest>(?:[\w-]{{1,63}}\.){{1,10}}[^\W\d_][\w-]{{1,62}}(?::\d{{1,5}})?/{_CHARACTER}{{0,2000}})"
)
_PARTS = re.compile(
    r"(?:(?P<user>[^/?#@]*)@)?(?P<host>\[[0-9A-Fa-f:.%]+\]|[^/?#:@\[\]]+)(?::(?P<port>\d{0,5}))?(?P<path>[/?#].*)?\Z",
    re.DOTALL,
)
_USUAL_PORTS = {"http": "80", "ws": "80", "https": "443", "wss": "443", "ftp": "21", "sftp": "22"}
_PAIRS = {")": "(", "]": "[", "'": "'"}
_SAFE = "/?#:@!$&'()*+,;=-._~%[]"


def read_urls(sheet: Sheet) -> Iterator[Finding]:
    """URLs with a scheme, then host/path forms whose ending exists."""
    taken = []
    for match in _WITH_SCHEME.finditer(sheet.text):
        found = _read(match.start(), _trimmed(match["rest"]), match["scheme"].lower(), match.start("rest"))
        taken.append(found)
        yield found
    for match in _WITHOUT_SCHEME.finditer(sheet.without(taken).text):
        bare = _read(match.start(), _trimmed(match["rest"]), "", match.start("rest"))
        if isinstance(bare, Found):
            yield bare


def _read(start: int, rest: str, scheme: str, rest_start: int) -> Found | Odd:
    end = rest_start + len(rest)
    parts = _PARTS.match(rest)
    host = parts and _host(parts["host"])
    if not parts or not host:
        name = rest.split("/", 1)[0]
        sentence = say(
            "“{name}” is not the name of a host on the Internet, so this address leads nowhere. Check its spelling.",
            name=name,
        )
        return Odd(start, end, IdentifierType.URL, sentence)
    path = parts["path"] or ""
    account = account_on_page(host if isinstance(host, str) else host.ascii, path, start, end)
    return account or Found(
        start,
        end,
        IdentifierType.URL,
        _normalised(scheme, parts, host if isinstance(host, str) else host.ascii, path),
        notes=host.notes if isinstance(host, HostName) else (),
    )


def _host(text: str) -> HostName | str | None:
    """A host name, or an address in its normalised form (in brackets for version 6)."""
    try:
        address = ip_address(text.strip("[]"))
    except ValueError:
        return host_name(text)
    return f"[{address}]" if address.version == 6 else str(address)  # noqa: PLR2004


def _normalised(scheme: str, parts: re.Match[str], host: str, path: str) -> str:
    user = f"{quote(parts['user'], _SAFE)}@" if parts["user"] else ""
    port = (parts["port"] or "").lstrip("0")
    shown_port = f":{port}" if port and port != _USUAL_PORTS.get(scheme) else ""
    shown_path = quote(path if path.startswith("/") else f"/{path}", _SAFE)
    return (f"{scheme}://" if scheme else "") + user + host + shown_port + shown_path


def _trimmed(text: str) -> str:
    """Without the punctuation of the sentence around it; a closing bracket stays where it was opened inside."""
    text = without_case_ending(text)
    while text:
        last = text[-1]
        unpaired = last in _PAIRS and text.count(last) > text.count(_PAIRS[last]) - (last == "'")
        if last not in ".,;:!?…*'’”»" and not unpaired:
            return text
        text = text[:-1]
    return text
