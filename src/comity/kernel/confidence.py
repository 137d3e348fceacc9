"""How sure we are of a fact. What is not high is shown as an assumption, to be verified before use."""

from enum import StrEnum


class Confidence(StrEnum):
    """High: read in its source. Medium: general knowledge of the field. Low: a memory, never a plain statement."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def assumed(self) -> bool:
        """Whether a reader must be told to verify the fact before use."""
        return self is not Confidence.HIGH
