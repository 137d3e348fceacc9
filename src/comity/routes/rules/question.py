"""What a plan answers: who needs what from where, on which day, how urgently, at which stage of the proceedings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.atlas.rules.measure import DATA_OF, DataType, Measure, Stage
from comity.kernel.country import CountryCode


@dataclass(frozen=True, slots=True)
class Question:
    """`urgent` is urgency in the sense of Articles 25(3) and 27(9) of the Convention."""

    requester: CountryCode
    requested: CountryCode
    measure: Measure
    day: date
    data: DataType | None = None
    urgent: bool = False
    stage: Stage = Stage.PRE_TRIAL

    @property
    def data_asked(self) -> DataType | None:
        """The kind of data asked for: as said, else as the measure itself says."""
        return self.data or DATA_OF.get(self.measure)

    @property
    def domestic(self) -> bool:
        return self.requester == self.requested
