"""Days, lists, names of countries and of languages in each of the nine, by the Unicode CLDR. No sentence of ours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from comity.kernel.country import CountryCode
from comity.kernel.language import language_name as named_in_english

_COUNCIL_OF_EUROPE = {
    "MD": {
        "fr": "République de Moldova",
        "hy": "Մոլդովայի Հանրապետություն",
        "az": "Moldova Respublikası",
        "be": "Рэспубліка Малдова",
        "ka": "მოლდოვის რესპუბლიკა",
        "ro": "Republica Moldova",
        "ru": "Республика Молдова",
        "uk": "Республіка Молдова",
    },
    "RU": {
        "fr": "Fédération de Russie",
        "hy": "Ռուսաստանի Դաշնություն",
        "az": "Rusiya Federasiyası",
        "be": "Расійская Федэрацыя",
        "ka": "რუსეთის ფედერაცია",
        "ro": "Federația Rusă",
        "ru": "Российская Федерация",
        "uk": "Російська Федерація",
    },
    "BY": {"fr": "Bélarus"},
    "GB": {"fr": "Royaume-Uni"},
    "KR": {"fr": "République de Corée"},
    "TR": {"fr": "Türkiye"},
    "US": {"fr": "États-Unis d’Amérique", "ro": "Statele Unite ale Americii"},
    "VA": {"fr": "Saint-Siège"},
}
"""Names as the Council of Europe writes them, or as a state calls itself in its own treaties, where CLDR's differ."""


def country_name(code: CountryCode, language: str) -> str:
    """The name of a country on a letter; in English as everywhere on the node."""
    if language == "en":
        return code.english_name
    told = _COUNCIL_OF_EUROPE.get(code, {}).get(language)
    return told or str(Locale(language).territories.get(str(code), code.english_name))


def language_name(code: str, language: str) -> str:
    """“Georgian”, “грузинська”; a code that nobody knows stands as it is."""
    if language == "en":
        return named_in_english(code)
    return str(Locale(language).languages.get(code.lower(), code))


def long_day(day: date, language: str) -> str:
    """“2 March 2026”, “2 березня 2026 р.”: with the month in words, in the order of the language."""
    if language == "en":
        return f"{day.day} {day:%B %Y}"  # CLDR's English is American, “March 2, 2026”
    return format_date(day, format="long", locale=language)


def listed(items: Sequence[str], language: str) -> str:
    """“42 and 43”, “42 та 43”."""
    if language == "en":  # CLDR's English puts a comma before “and”
        return _in_english(items, "and")
    return format_list(items, locale=language)


def either(items: Sequence[str], language: str) -> str:
    """“42 or 43”, “42 або 43”."""
    if language == "en":
        return _in_english(items, "or")
    return format_list(items, style="or", locale=language)


def _in_english(items: Sequence[str], last: str) -> str:
    return f" {last} ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))
