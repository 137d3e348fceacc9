"""The wizard's questions and what counts as an answer. Knows neither routes nor rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from comity.atlas.rules.measure import DATA_OF, DataType, Measure
from comity.casework.rules.forged import LONGEST_TEXT
from comity.casework.rules.refusal import refused
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_words
from comity.kernel.words import noted, say

Kind = TypeVar("Kind", bound=StrEnum)


class Step(StrEnum):
    """One question at a time. After the last, there is a request, and the request's own page goes on."""

    HOLD = "hold"
    NEED = "need"
    WAY = "way"
    FILL = "fill"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def number(self) -> int:
        return list(Step).index(self) + 1


@dataclass(frozen=True, slots=True)
class NeedAnswer:
    """What shall be done, with which data, where, and how fast."""

    measure: Measure
    data: tuple[DataType, ...]
    requested_country: CountryCode
    urgent: bool

    @property
    def widest(self) -> DataType | None:
        """The kind of data that is hardest to get among those asked for: a plan for it covers the others."""
        return max(self.data, key=list(DataType).index, default=None)


def hold_answer(answer: Mapping[str, Any]) -> str:
    """The text that somebody pasted. Raises Refused where it is empty, or longer than is kept."""
    text = answer.get("text")
    if not isinstance(text, str) or not text.strip():
        raise refused(
            "text",
            say("What do you hold?"),
            say("The box is empty. Paste what you hold: a log line, a mail, an address."),
        )
    if len(text) > LONGEST_TEXT:
        raise refused(
            "text",
            say("What do you hold?"),
            say(
                "The text has {count} characters; {longest_text} fit. Paste only the lines that show identifiers.",
                count=len(text),
                longest_text=LONGEST_TEXT,
            ),
        )
    if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise refused(
            "text", say("What do you hold?"), say("The text has characters that are not text. Copy it as plain text.")
        )
    return text


def left_out(answer: Mapping[str, Any]) -> frozenset[str]:
    """The identifiers, as their chips write them, that are somebody else's: the reporter's own mailbox, say."""
    named = answer.get("without")
    return (
        frozenset(item for item in named if isinstance(item, str)) if isinstance(named, list | tuple) else frozenset()
    )


def need_answer(answer: Mapping[str, Any], own_country: CountryCode) -> NeedAnswer:
    """What is needed from where. Raises Refused, naming the field, for anything that was not on offer."""
    measure = _one_of(Measure, answer.get("measure"), "measure", say("What do you need?"))
    asked = answer.get("data")
    data = tuple(
        dict.fromkeys(
            _one_of(DataType, item, "data", say("Which data?"))
            for item in (asked if isinstance(asked, list | tuple) else ())
        )
    )
    if not data and (implied := DATA_OF.get(measure)):
        data = (implied,)
    if not data and measure is Measure.PRESERVE:
        raise refused("data", say("Which data?"), say("Nothing says which data shall be kept. Tick at least one kind."))
    country = _country(answer.get("requested_country"), own_country)
    return NeedAnswer(measure, data, country, answer.get("urgent") is True)


def way_answer(answer: Mapping[str, Any]) -> str:
    """The key of the chosen route. Raises Refused where none is chosen."""
    key = answer.get("route_key")
    if not isinstance(key, str) or not key.strip():
        raise refused("route_key", say("Which way?"), say("No way is chosen. Choose one of the routes."))
    return key.strip()


def _one_of(kind: type[Kind], value: Any, field: str, label: str) -> Kind:
    try:
        return kind(value)
    except ValueError:
        raise refused(
            field, label, say("“{given}” is not among the choices. Choose from the list.", given=str(value or "")[:60])
        ) from None


def _country(value: Any, own: CountryCode) -> CountryCode:
    label = say("Where are the data?")
    try:
        country = CountryCode(value if isinstance(value, str) else "")
    except ValueError as problem:
        sentence = (
            str(problem)
            if value
            else say("The country is missing. Choose the country where the data are believed to be.")
        )
        raise refused("requested_country", label, sentence) from problem
    if country == own:
        raise refused(
            "requested_country",
            label,
            say(
                "{country} is your own country: nobody abroad needs to be asked. Use your domestic "
                "powers, or choose another country.",
                country=country_words(country),
            ),
        )
    return country


_LABELS = {
    Step.HOLD: noted("What do you hold?"),
    Step.NEED: noted("What do you need?"),
    Step.WAY: noted("Which way?"),
    Step.FILL: noted("Fill in"),
}
