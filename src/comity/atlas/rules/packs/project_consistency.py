"""Checks of a project's results framework: outputs and indicators belong to lines that are there; periods in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from comity.atlas.rules.packs.project import Project, ProjectPack, StatedIndicator
from comity.packkit.kind import Contents, Fault


def project_faults(contents: Contents) -> Iterator[Fault]:
    """Of every project, where the fault stands and what it is."""
    for name, pack in sorted(contents.items()):
        if isinstance(pack, ProjectPack):
            yield from _faults(name, pack.project)


def _faults(name: str, project: Project) -> Iterator[Fault]:
    results = {result.number for result in project.results}
    lines = {str(number) for number in results}
    for place, output in enumerate(project.outputs):
        path = ("project", "outputs", place)
        if output.result not in results:
            yield Fault(name, (*path, "result"), f"The project has no expected result {output.result}.")
        if output.number in lines:
            yield Fault(name, (*path, "number"), f"“{output.number}” stands here a second time.")
        lines.add(output.number)
    seen: set[tuple[str, str]] = set()
    for place, indicator in enumerate(project.indicators):
        path = ("project", "indicators", place)
        if indicator.of not in lines:
            yield Fault(name, (*path, "of"), f"The project has no expected result or output {indicator.of}.")
        if (indicator.of, indicator.number) in seen:
            yield Fault(name, (*path, "number"), f"“{indicator.number}” stands here a second time.")
        seen.add((indicator.of, indicator.number))
        yield from (Fault(name, (*path, field), sentence) for field, sentence in _amiss(indicator))


def _amiss(indicator: StatedIndicator) -> Iterator[tuple[str, str]]:
    if indicator.baseline is not None and not indicator.baseline_source:
        yield "baseline_source", "The baseline has no source."
    ordered = sorted(indicator.periods, key=lambda period: period.starts)
    if any(period.ends < period.starts for period in ordered):
        yield "periods", "A period ends before it begins."
    if any(later.starts <= earlier.ends for earlier, later in pairwise(ordered)):
        yield "periods", "Two periods overlap."
