"""Checking a sheet against a declaration and what the node has: every problem, by cell. Keeps and imports nothing."""

from __future__ import annotations

from collections.abc import Mapping

from comity.people.rules.refusal import Refused
from comity.programme.rules.importing.cell_readers import Unreadable
from comity.programme.rules.importing.checked import Checked, Problem
from comity.programme.rules.importing.declaration import Beside, Column, Declaration, Values
from comity.programme.rules.importing.header import Header, read_header
from comity.programme.rules.importing.limits import CELL, PREVIEW, PROBLEMS
from comity.programme.rules.importing.sheet import Cell, Row, Sheet, Uncertain, as_text, cell_name, is_empty


def check(sheet: Sheet, declaration: Declaration, beside: Beside) -> Checked:
    """Reads every row, so that all that is wrong can be mended at once."""
    header, problems = read_header(sheet.header, declaration)
    reading = _Reading(declaration, header, beside)
    made = [reading.row(row) for row in sheet.rows]
    problems = sorted([*problems, *reading.problems], key=_from_the_top)
    if not sheet.rows:
        problems.append(Problem(cell_name(0, sheet.header.number + 1), "", "No row stands below the header."))
    return Checked(
        rows=len(sheet.rows),
        wrong=len(problems),
        problems=tuple(problems[:PROBLEMS]),
        labels=tuple(column.label for _, column in header.places),
        preview=tuple((row.number, header.shown(row)) for row in sheet.rows[:PREVIEW]),
        made=() if problems else tuple(made),
    )


def _from_the_top(problem: Problem) -> tuple[int, int, str]:
    """By row, then from left to right."""
    column = problem.cell.rstrip("0123456789")
    return int(problem.cell[len(column) :]), len(column), column


class _Reading:
    """What is remembered from row to row: problems, and where each value that may come once came first."""

    def __init__(self, declaration: Declaration, header: Header, beside: Beside) -> None:
        self.problems: list[Problem] = []
        self._declaration, self._header, self._given = declaration, header, beside
        self._first: dict[tuple[str, str], str] = {}
        self._room = {
            (column.name, word.rpartition(" ")[0]): int(word.rpartition(" ")[2])
            for column in declaration.columns
            for word in beside.known.get(column.room_in, ())
        }

    def row(self, row: Row) -> object:
        """What the row makes; None where something about it is wrong."""
        before = len(self.problems)
        if self._is_example(row):
            self._wrong(0, row, "This is the example of the template. Delete the row, or write your own into it.")
            return None
        values: dict[str, object] = {}
        for place, column in self._header.places:
            cell = row.cells[place] if place < len(row.cells) else None
            self._cell(place, column, row, cell, values)
        for place in range(len(row.cells)):
            if place not in self._header.named and not is_empty(row.cells[place]):
                self._wrong(place, row, "This cell stands under no column. Name its column in the header, or empty it.")
        self._together(row, values)
        if any(column.required and column.name not in values for column in self._declaration.columns):
            return None
        try:
            return self._declaration.make(values, self._given)
        except Refused as refusal:
            place = self._header.place_of(refusal.field)
            if all(problem.cell != cell_name(place, row.number) for problem in self.problems[before:]):
                self._wrong(place, row, refusal.sentence)
            return None

    def _cell(self, place: int, column: Column, row: Row, cell: Cell | Uncertain, values: dict[str, object]) -> None:
        if isinstance(cell, Uncertain):
            return self._wrong(place, row, cell.sentence)
        if is_empty(cell):
            if column.required:
                self._wrong(place, row, f"{column.label} is needed.")
            return None
        if isinstance(cell, str) and len(cell) > CELL:
            return self._wrong(place, row, f"This cell has {len(cell):,} characters; {CELL:,} fit. Shorten it.")
        try:
            value = column.read(cell)
        except Unreadable as problem:
            return self._wrong(place, row, str(problem))
        values[column.name] = value
        if said := self._beside(column, value, cell_name(place, row.number)):
            self._wrong(place, row, said)
        return None

    def _together(self, row: Row, values: Values) -> None:
        """Whether what may come once comes once: columns that are so together."""
        once = self._declaration.once
        if not once or any(name not in values for name in once):
            return
        word = " ".join(str(values[name]) for name in once)
        place = self._header.place_of(once[-1])
        here = cell_name(place, row.number)
        first = self._first.setdefault(("", word), here)
        if word in self._given.known.get(self._declaration.once_in, ()):
            self._wrong(place, row, f"“{values[once[-1]]}” is there already, and an import changes nothing that is.")
        elif first != here:
            self._wrong(place, row, f"“{values[once[-1]]}” stands in {first} already.")

    def _beside(self, column: Column, value: object, here: str) -> str:
        """What is wrong with the value beside the node and the rows above; empty where nothing is."""
        if column.new_in:
            word = str(value)
            if word in self._given.known.get(column.new_in, ()):
                return f"“{word}” is there already, and an import changes nothing that is. Choose another."
            first = self._first.setdefault((column.name, word), here)
            if first != here:
                return f"“{word}” stands in {first} already."
        if column.found_in:
            there = self._given.known.get(column.found_in, ())
            for word in value if isinstance(value, tuple) else (str(value),):
                if word not in there:
                    return f"“{word[:40]}” {column.missing}."
        if column.room_in:
            key = column.name, str(value)
            self._room[key] = self._room.get(key, 0) - 1
            if self._room[key] < 0:
                return f"“{value}” {column.full}."
        return ""

    def _is_example(self, row: Row) -> bool:
        shown: Mapping[str, str] = {
            column.name: as_text(row.cells[place]) if place < len(row.cells) else ""
            for place, column in self._header.places
        }
        return any(shown.values()) and all(shown[column.name] == column.example for _, column in self._header.places)

    def _wrong(self, place: int, row: Row, sentence: str) -> None:
        column = self._header.known.get(place)
        self.problems.append(Problem(cell_name(place, row.number), column.label if column else "", sentence))
