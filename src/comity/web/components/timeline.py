"""A story in sentences, in the order in which things happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from comity.web.components.status import Tone


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of the story: when (aware), what as a sentence, who, and what more there is to say."""

    at: datetime
    sentence: str
    actor: str = ""
    note: str = ""
    icon: str = "point"
    tone: Tone = Tone.QUIET
