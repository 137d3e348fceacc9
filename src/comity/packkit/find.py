"""Finds packs below a folder: every folder that holds a `pack.yaml`. Does not judge their content."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from comity.packkit.pack import FoundPack, Label
from comity.packkit.problem import PackProblems, Problem
from comity.packkit.reading import read_file

LABEL = "pack.yaml"
CASES = "cases.yaml"
"""Worked cases stand beside a pack for lawyers and tests; they are not facts, so no pack loads them."""


def find_packs(root: Path) -> list[FoundPack]:
    """All packs below `root`, by name. Raises PackProblems, with all of them, where a file cannot be read."""
    found: list[FoundPack] = []
    problems: list[Problem] = []
    for label_file in sorted(root.rglob(LABEL)):
        try:
            found.append(_find(root, label_file))
        except PackProblems as error:
            problems += error.problems
    if not found and not problems:
        problems.append(Problem(root, 1, "", f"No pack here: no folder below holds a {LABEL}."))
    if problems:
        raise PackProblems(problems)
    return found


def _find(root: Path, label_file: Path) -> FoundPack:
    folder = label_file.parent
    lined = read_file(label_file)
    try:
        label = Label.model_validate(lined.content)
    except ValidationError as error:
        raise PackProblems([lined.problem(item["loc"], f"{item['msg']}.") for item in error.errors()]) from error
    files = {file.stem: read_file(file) for file in sorted(folder.glob("*.yaml")) if file.name not in {LABEL, CASES}}
    return FoundPack(folder.relative_to(root).as_posix(), folder, label, files)
