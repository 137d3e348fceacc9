"""A dated fact: a value, from when to when it holds, where it is written, when checked, and how sure we are."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import Annotated, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from comity.kernel.confidence import Confidence
from comity.kernel.country import CountryCode
from comity.kernel.period import Period

T = TypeVar("T")

VERIFIED_FOR = timedelta(days=365)
"""How long a comparison with the source is good for: PC-OC asks for its sheets on national procedures to be updated
once a year."""

Country = Annotated[str, AfterValidator(lambda text: str(CountryCode(text)))]
"""A country code in a pack, checked against ISO 3166-1."""


class Frozen(BaseModel):
    """Base of everything in a pack: no unknown keys, no change after validation."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Cited(Frozen):
    """Where a fact stands: the key of its source, the place in it, the day that was checked, and the confidence.

    `verify_by` is the day by which somebody should compare it with its source again, where that is not the usual one.
    """

    source: str
    at: str = ""
    checked: date
    confidence: Confidence
    note: str = ""
    verify_by: date | None = None

    @property
    def due(self) -> date:
        """The first day on which the fact is no longer fresh."""
        return self.verify_by or self.checked + VERIFIED_FOR

    @cached_property
    def place(self) -> str:
        """The pack and path, as a snapshot of whole packs marks it; empty for a fact that comes from none."""
        return ""


class Dated(Cited, Generic[T]):
    """A fact with its validity: from the first day it holds to the first day it no longer does.

    `observed` marks a fact that an observer found on that day: it ages, unlike a date written in a treaty.
    `disputed` marks facts of one period that contradict each other and are kept side by side, since no source wins.
    """

    value: T
    start: date | None = Field(default=None, alias="from")
    end: date | None = Field(default=None, alias="to")
    observed: date | None = None
    disputed: bool = False

    @model_validator(mode="after")
    def _period_is_possible(self) -> Dated[T]:
        Period(self.start, self.end)
        return self

    @cached_property
    def period(self) -> Period:
        return Period(self.start, self.end)

    def covers(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)
