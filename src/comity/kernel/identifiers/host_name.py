"""Host names: which endings exist, and the one ASCII form (punycode) that registers know. Asks no name server."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from publicsuffixlist import PublicSuffixList

from comity.kernel.words import noted, say

LONGEST_NAME = 253
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\Z")
_CASE_ENDING = re.compile(r"(?<=[A-Za-z0-9])-[^\W\d_A-Za-z]{1,12}\Z")
_RESERVED_ENDINGS = {
    "onion": noted("A Tor hidden service: no register knows its holder, and no provider its address."),
    # RFC 2606: kept for examples, and so for exercises and this project's own demonstration.
    "example": noted("The ending .example is reserved for examples; no such domain can be registered."),
}


@dataclass(frozen=True, slots=True)
class HostName:
    """`ascii` is lower-case punycode, `shown` the same in its own letters, `registered` what a registry sells."""

    ascii: str
    shown: str
    registered: str
    note: str = ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader should know of the name: its letters, mixed alphabets, its registered part."""
        letters = say("In its own letters: {shown}.", shown=self.shown) if self.shown != self.ascii else ""
        mixed = (
            say("The name mixes Latin and other letters, which makes it look like another name.") if self._mixes else ""
        )
        sold = say("Registered as {registered}.", registered=self.registered) if self.registered != self.ascii else ""
        return tuple(note for note in (self.note, letters, mixed, sold) if note)

    @property
    def _mixes(self) -> bool:
        return any(
            re.search("[a-z]", part) is not None and re.search("[^\x00-\x7f]", part) is not None
            for part in self.shown.split(".")
        )


@lru_cache(maxsize=1024)  # a log names the same few hosts over and over
def host_name(text: str) -> HostName | None:
    """Read a host name whose ending exists; None for anything else (a file's name, a word, an ending that is not)."""
    name = text.rstrip(".").lower()
    labels = name.split(".")
    if len(labels) < 2 or len(name) > LONGEST_NAME:  # noqa: PLR2004 - a name and an ending
        return None
    plain = name if _is_plain(labels) else _punycode(name)
    if plain is None:
        return None
    ending = plain.rsplit(".", 1)[1]
    if ending in _RESERVED_ENDINGS:
        registered = ".".join(plain.split(".")[-2:])
        return HostName(plain, plain, registered, _RESERVED_ENDINGS[ending])
    registered = _suffixes().privatesuffix(plain) or ""
    return HostName(plain, _in_letters(plain), registered) if registered else None


def without_case_ending(text: str) -> str:
    """Leave off the case ending that Georgian or Russian writers hang on a Latin name (“example.com-დან”)."""
    return _CASE_ENDING.sub("", text)


def ending_exists(ending: str) -> bool:
    """Whether a top-level domain of that name is delegated (in ASCII or in its own letters)."""
    return _suffixes().publicsuffix(f"name.{ending.lower()}") is not None


def _is_plain(labels: list[str]) -> bool:
    return all(_LABEL.match(part) and not part.startswith("xn--") for part in labels)


def _punycode(name: str) -> str | None:
    import idna

    try:
        return idna.encode(name, uts46=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError):
        return None


def _in_letters(plain: str) -> str:
    import idna

    return idna.decode(plain) if "xn--" in plain else plain


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList(accept_unknown=False, only_icann=True)
