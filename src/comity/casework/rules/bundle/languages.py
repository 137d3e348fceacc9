"""In which language an attachment is: a code of ISO 639, or not known."""

from __future__ import annotations

from comity.casework.rules.refusal import refused
from comity.kernel.language import language_name
from comity.kernel.words import say

OFTEN = ("en", "fr", "ru", "uk", "be", "ro", "ka", "hy", "az", "de", "es", "pl", "tr")
"""The languages of this region's letters first, then some others that orders come in."""

_LONGEST = 3


def checked_language(text: str, *, required: bool) -> str:
    """The code in lower case; empty where nothing is said. Raises Refused for what is no language, and where one is
    required and missing: of a translation one must know into what it is one."""
    code = text.strip().lower()
    if not code and required:
        raise refused("language", say("Language"), say("Nothing says into which language it is translated. Choose it."))
    if code and (len(code) > _LONGEST or language_name(code) == code):
        raise refused(
            "language",
            say("Language"),
            say("“{code}” is no language of ISO 639. Choose one from the list.", code=code[:20]),
        )
    return code
