"""E-mail addresses. The part before the @ stays as written (RFC 5321 leaves its case to the provider)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.kernel.identifiers.finding import Aside, Finding, Found, Odd, Sheet
from comity.kernel.identifiers.host_name import ending_exists, host_name, without_case_ending
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.identifiers.providers import provider_of_mail
from comity.kernel.words import say

_ADDRESS = re.compile(
    r"(?<![\w.+~@-])(?P<local>[\w+](?:[\w.+~-]{0,62}[\w+~-])?)@(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,10})(?![\w@-]|\.\w)"
)
_MESSAGE_NUMBER = re.compile(
    r"(?im)^(?:message-id|references|in-reply-to|content-id):[^\n]{0,2000}(?:\n[ \t][^\n]{0,2000}){0,20}"
)
_PRIVATE_NAMES = "local localdomain lan internal home corp invalid test localhost intranet arpa"
_PRIVATE_ENDINGS = frozenset(_PRIVATE_NAMES.split())


def read_email_addresses(sheet: Sheet) -> Iterator[Finding]:
    """Addresses whose domain exists; a message's own number in a mail header is not one."""
    numbers = [Aside(match.start(), match.end()) for match in _MESSAGE_NUMBER.finditer(sheet.text)]
    yield from numbers
    for match in _ADDRESS.finditer(sheet.without(numbers).text):
        yield _read(match)


def _read(match: re.Match[str]) -> Finding:
    written = without_case_ending(match[0])
    local, domain = written.split("@")
    end = match.start() + len(written)
    host = host_name(domain)
    if host:
        value = f"{local}@{host.ascii}"
        provider = provider_of_mail(host.ascii)
        return Found(match.start(), end, IdentifierType.EMAIL_ADDRESS, value, provider=provider, notes=host.notes)
    ending = domain.rsplit(".", 1)[1]
    if ending.lower() in _PRIVATE_ENDINGS or ending.isdecimal() or ending_exists(ending):
        return Aside(match.start(), end)
    sentence = say(
        "“{written}” looks like an e-mail address, but no domain ends in “.{ending}”. Check the spelling.",
        written=written,
        ending=ending,
    )
    return Odd(match.start(), end, IdentifierType.EMAIL_ADDRESS, sentence)
