"""Validates found packs against their kinds: all of them load, or none does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from comity.packkit.find import LABEL, find_packs
from comity.packkit.kind import PackKind
from comity.packkit.pack import FoundPack, Pack, digest_of
from comity.packkit.problem import PackProblems, Problem


def load_packs(root: Path, kinds: Iterable[PackKind]) -> list[Pack]:
    """Every pack below `root`, validated alone and together. Raises PackProblems with all that is wrong."""
    by_name = {kind.name: kind for kind in kinds}
    packs: list[Pack] = []
    problems: list[Problem] = []
    for found in find_packs(root):
        try:
            packs.append(_validated(found, by_name))
        except PackProblems as error:
            problems += error.problems
    problems = problems or list(_faults_across(packs, list(by_name.values())))
    if problems:
        raise PackProblems(problems)
    return packs


def _validated(found: FoundPack, kinds: dict[str, PackKind]) -> Pack:
    kind = kinds.get(found.label.kind)
    if kind is None:
        known = ", ".join(sorted(kinds))
        sentence = f"“{found.label.kind}” is not a kind of pack. Known kinds: {known}."
        raise PackProblems([Problem(found.folder / LABEL, 1, "kind", sentence)])
    try:
        content = kind.shape.model_validate({stem: file.content for stem, file in found.files.items()})
    except ValidationError as error:
        raise PackProblems([_problem(found, item) for item in error.errors()]) from error
    problems = list(_floors_missed(found, kind.count(content)))
    if problems:
        raise PackProblems(problems)
    label = found.label
    digest = digest_of(label, content)
    return Pack(found.name, kind.name, label.title, label.version, digest, content, label.floors, found.files)


def _problem(found: FoundPack, item: Any) -> Problem:
    stem, *path = item["loc"] or ("",)
    sentence = in_words(item)
    if stem in found.files:
        return found.files[stem].problem(tuple(path), sentence)
    return Problem(found.folder / f"{stem}.yaml", 1, "", sentence)


def in_words(item: Any) -> str:
    """What Pydantic finds wrong, as a sentence for whoever wrote the fact."""
    match item["type"]:
        case "missing":
            return "This is missing and must be given."
        case "extra_forbidden":
            return "The schema does not know this. Check the spelling."
        case "value_error":
            return str(item["ctx"]["error"])
        case _:
            return f"{item['msg']}; found {str(item['input'])[:60]!r}."


def _floors_missed(found: FoundPack, counts: Any) -> Iterator[Problem]:
    for what, floor in found.label.floors.items():
        if (count := counts.get(what, 0)) < floor:
            sentence = f"The pack holds {count} {what}, and must hold at least {floor}. Facts may have been lost."
            yield Problem(found.folder / LABEL, 1, f"floors.{what}", sentence)


def _faults_across(packs: Sequence[Pack], kinds: Sequence[PackKind]) -> Iterator[Problem]:
    contents = {pack.name: pack.content for pack in packs}
    files = {pack.name: pack.files for pack in packs}
    for kind in kinds:
        for fault in kind.check(contents):
            stem, *path = fault.path
            yield files[fault.pack][str(stem)].problem(tuple(path), fault.sentence)
