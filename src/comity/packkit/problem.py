"""What is wrong with a pack: file, line, fact and a sentence. A pack with one problem does not load at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right. `line` counts from 1; `fact` is the path inside the file ("parties.GE.0.source")."""

    file: Path
    line: int
    fact: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.fact or 'file'}: {self.sentence}"


class PackProblems(Exception):
    """The packs cannot be used. Carries every problem found, so that all are put right in one go."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))
