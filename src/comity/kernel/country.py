"""Country codes: ISO 3166-1 alpha-2, checked at the door."""

from __future__ import annotations

from functools import cache

import pycountry

from comity.kernel.words import say


class CountryCode(str):
    """An assigned ISO 3166-1 alpha-2 code, in capitals ("GE").

    Raises ValueError with a sentence for the user where the text is not such a code.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> CountryCode:
        code = text.strip().upper()
        if not is_country(code):
            raise ValueError(
                say("“{text}” is not a country code. Use two letters, for example GE for Georgia.", text=text)
            )
        return super().__new__(cls, code)

    @property
    def english_name(self) -> str:
        return _names()[self]

    @property
    def in_sentence(self) -> str:
        """The name as it stands within a sentence: “the Republic of Moldova”, “Georgia”."""
        return f"the {self.english_name}" if self in _WITH_ARTICLE else self.english_name

    @property
    def at_start(self) -> str:
        """The name as a sentence begins with it: “The Republic of Moldova”, “Georgia”."""
        return f"The {self.english_name}" if self in _WITH_ARTICLE else self.english_name


def is_country(text: str) -> bool:
    """Whether `text` is an assigned code, in capitals or not."""
    return text.strip().upper() in _names()


@cache
def _names() -> dict[str, str]:
    names = {c.alpha_2: getattr(c, "common_name", c.name) for c in pycountry.countries}
    return names | _NAMES_IN_USE


_NAMES_IN_USE = {
    # The names the Council of Europe uses, where ISO's short name is inverted or unusual.
    "MD": "Republic of Moldova",
    "BO": "Bolivia",
    "GB": "United Kingdom",
    "IR": "Iran",
    "KR": "Republic of Korea",
    "MK": "North Macedonia",
    "RU": "Russian Federation",
    "TR": "Türkiye",
    "US": "United States of America",
    "CZ": "Czech Republic",
    "CD": "Democratic Republic of the Congo",
    "VG": "British Virgin Islands",
    "VA": "Holy See",
    "PS": "State of Palestine",
}

_WITH_ARTICLE = frozenset(
    (
        *("AE", "BS", "CD", "CF", "CG", "CZ", "DO", "FK", "GB", "GM", "IM", "KM", "KR", "KY", "MD", "MH", "MP"),
        *("MV", "NL", "PH", "PS", "RU", "SB", "SC", "TC", "US", "VA", "VG", "VI"),
    )
)
"""Names that English gives an article within a sentence."""
