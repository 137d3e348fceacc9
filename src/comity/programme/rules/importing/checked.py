"""What a check found: every problem by its cell, what rows were read as, and how the first of them look."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """`cell` as a spreadsheet names it; `column` is its label, empty where the header itself is wrong."""

    cell: str
    column: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.cell}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Checked:
    """`problems` are the first of all; `wrong` counts all. `made` is empty where anything is wrong: nothing is ever
    imported in part. `labels` and `preview` show the first rows as they were read."""

    rows: int
    wrong: int
    problems: tuple[Problem, ...]
    labels: tuple[str, ...]
    preview: tuple[tuple[int, tuple[str, ...]], ...]
    made: tuple[object, ...]

    @property
    def sound(self) -> bool:
        return not self.wrong and self.rows > 0
