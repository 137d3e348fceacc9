"""Places that people name for a time zone ("Tbilisi time", "по Москве"), as IANA zone names. One place, one zone."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

_STEMS = {
    "Asia/Tbilisi": "tbilis tiflis georgia тбилис тифлис грузи тбіліс грузі თბილის საქართველ თბილისი վրաստ",
    "Asia/Yerevan": "yerevan erevan armenia ереван армян армени єреван вірмен ერევ სომხ երևան երեւան հայաստան",
    "Asia/Baku": "baku bakı azerbaij azərbaycan baki баку бакин азербайдж ბაქო აზერბაიჯ բաքու ադրբեջ",
    "Europe/Minsk": "minsk belarus минск мінск беларус белорус білорус მინსკ",
    "Europe/Chisinau": "chisinau chișinău chişinău chisinău moldov кишин молдав молдов кишинев",
    "Europe/Kyiv": "kyiv kiev ukrain київ києв киев киевск украин україн კიევ უკრაინ կիև",
    "Europe/Moscow": "moscow moskva москв московск მოსკოვ մոսկվա moskau moscova",
    "Europe/Istanbul": "istanbul turkey turkish türkiye ankara стамбул турци",
    "Europe/Bucharest": "bucharest bucurești romania бухарест",
    "Europe/Warsaw": "warsaw warszaw poland варшав",
    "Europe/Berlin": "berlin german германи",
    "Europe/Paris": "paris strasbourg french france париж",
    "Europe/London": "london british лондон",
    "Europe/Amsterdam": "amsterdam dutch netherlands",
    "America/Los_Angeles": "pacific california",
    "America/New_York": "eastern washington",
}
_BY_STEM = {stem: zone for zone, stems in _STEMS.items() for stem in stems.split()}
_SHORTEST_STEM = 4
_LONGEST_TAIL = 6


def zone_of_place(words: str) -> str | None:
    """The IANA name for a city or country in the region's languages (declined), or for any IANA city in English."""
    place = words.lower().strip()
    for length in range(len(place), _SHORTEST_STEM - 1, -1):
        zone = _BY_STEM.get(place[:length])
        if zone and len(place) - length <= _LONGEST_TAIL:
            return zone
    return _cities().get(place.replace(" ", "_"))


@cache
def _cities() -> dict[str, str]:
    """City names of the IANA zones; the areas come in an order that prefers places over abbreviations."""
    names = sorted(name for name in available_timezones() if name.split("/")[0] in _AREAS and "/" in name)
    return {name.rsplit("/", 1)[1].lower(): name for name in names}


_AREAS = frozenset(["Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"])
