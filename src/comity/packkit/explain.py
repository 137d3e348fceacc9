"""Explains a fact: its value, file and line, found by its path. Says what the pack says, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.packkit.pack import Pack
from comity.packkit.reading import FactPath


@dataclass(frozen=True, slots=True)
class Explanation:
    """Where a fact stands and what it says, as plain values."""

    pack: str
    file: Path
    line: int
    path: str
    value: Any


def explain(packs: Sequence[Pack], written_path: str) -> Explanation:
    """The fact at `written_path`, for example "countries/ge/powers.16.0".

    Raises LookupError with a sentence that says how far the path leads and what stands there.
    """
    for pack in sorted(packs, key=lambda pack: -len(pack.name)):
        if written_path == pack.name or written_path.startswith(f"{pack.name}/"):
            return _inside(pack, written_path[len(pack.name) + 1 :])
    raise LookupError(f"No pack is named at the start of “{written_path}”. See “comity pack list”.")


def _inside(pack: Pack, written: str) -> Explanation:
    stem, *steps = written.split(".")
    if stem not in pack.files:
        raise LookupError(f"{pack.name} has the files {', '.join(sorted(pack.files))}; “{stem}” is none of them.")
    file = pack.files[stem]
    value = file.content
    path: FactPath = ()
    for step in steps:
        key: str | int = int(step) if isinstance(value, list) and step.isdecimal() else step
        try:
            value = value[key]
        except (LookupError, TypeError) as error:
            here = ".".join(map(str, path)) or stem
            choices = ", ".join(map(str, value if isinstance(value, dict) else range(len(value or ()))))
            raise LookupError(f"Under {here} there is no “{step}”; there is: {choices}.") from error
        path = (*path, key)
    return Explanation(pack.name, file.file, file.line_of(path), ".".join(map(str, path)), value)
