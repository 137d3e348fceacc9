"""The channel by which a request went, from the words in which people wrote it down. Unknown words are “other”."""

from __future__ import annotations

import re
from functools import lru_cache

from comity.kernel.words import noted

CHANNELS = {
    "network": noted("24/7 network"),
    "central": noted("Central authorities"),
    "judicial": noted("Between judicial authorities"),
    "interpol": noted("INTERPOL"),
    "police": noted("Police to police"),
    "provider": noted("Direct to the provider"),
    "diplomatic": noted("Diplomatic"),
    "portal": noted("Portal or secure exchange"),
    "e-mail": noted("E-mail"),
    "telephone": noted("Telephone"),
    "post": noted("Post or courier"),
    "other": noted("Other"),
}
"""Names as figures keep them, with the words for people. The first six are those of the channels in the atlas."""

_WORDS = (
    ("interpol", r"\binterpol\b|\bi-?24|\bncb\b"),
    ("network", r"24\s*/\s*7|\bnetwork\b|\bpoc\b"),
    ("judicial", r"\bjudicial\b|\beurojust\b|\bejn\b"),
    ("diplomatic", r"\bdiplomat|\bembassy\b|\bconsul|\bforeign (ministry|affairs)"),
    ("central", r"\bcentral\b|\bministry of justice\b|\bprosecutor"),
    ("police", r"\bpolice\b|\beuropol\b|\bsiena\b|\bliaison\b"),
    ("portal", r"\bportal\b|\bsecure\b|\bas2\b|\bexchange\b|\bupload"),
    ("provider", r"\bprovider\b"),
    ("e-mail", r"\be-?mail\b|\bmail(box)?\b"),
    ("telephone", r"\bphone\b|\btelephone\b|\boral|\bvoice\b|\bcall(ed)?\b"),
    ("post", r"\bpost(al)?\b|\bcourier\b|\bletter\b|\bfax\b"),
)
_FOUND = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _WORDS)


@lru_cache(maxsize=1024)
def channel_of(text: str) -> str:
    """The name of the channel in `CHANNELS`; of several that are mentioned, the first in its order of trust."""
    word = text.strip().lower()
    if word in CHANNELS:
        return word
    return next((name for name, pattern in _FOUND if pattern.search(text)), "other")
