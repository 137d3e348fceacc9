"""Domain names that stand alone in a text. File names and abbreviations with a full stop in them are not domains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.kernel.identifiers.file_ending import may_be_a_file
from comity.kernel.identifiers.finding import Finding, Found, Sheet, label
from comity.kernel.identifiers.host_name import host_name, without_case_ending
from comity.kernel.identifiers.identifier_type import IdentifierType

_NAME = re.compile(r"(?<![\w@./\\$-])(?:[^\W_][\w-]{0,62}|_[\w-]{1,62})(?:\.\w[\w-]{0,62}){1,10}(?![\w@(]|[./]\w)")
_FILE_NAMES = frozenset(["readme.md", "changelog.md", "license.md", "contributing.md", "index.md", "asp.net", "vb.net"])
_SAID_TO_BE_DOMAIN = label(
    r"domains?|host(?:name)?|site|web ?site|server|домен\w*|сайт\w*|დომენი\w*|տիրույթ\w*|կայք\w*"
    r"|domen\w*|domeniul?|sayt\w*"
)


def read_domains(sheet: Sheet) -> Iterator[Finding]:
    for match in _NAME.finditer(sheet.text):
        written = without_case_ending(match[0]).rstrip("-")
        host = host_name(written)
        if host and not _is_prose(written) and not _is_file(written, sheet, match.start()):
            yield Found(
                match.start(), match.start() + len(written), IdentifierType.DOMAIN, host.ascii, notes=host.notes
            )


def _is_prose(written: str) -> bool:
    """“end.In” is a sentence without its space, and “i.am” has a lone letter where a registered name would stand."""
    *_, name, ending = written.split(".")
    return (ending.istitle() and not name.istitle()) or (len(name) == 1 and written.count(".") == 1)


def _is_file(written: str, sheet: Sheet, start: int) -> bool:
    name = written.lower()
    if name in _FILE_NAMES:
        return True
    return may_be_a_file(name) and not sheet.labelled(start, _SAID_TO_BE_DOMAIN)
