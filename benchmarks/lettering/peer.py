"""Starts a peer in a process and an environment of its own: nothing of it is imported here."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.documents.rules.letter import Letter
from rig.timing import Sample

ROOT = Path(__file__).parents[2]
PYTHON = Path(os.environ.pop("COMITY_BENCH_PYTHON", ROOT / "build" / "bench-venv" / "bin" / "python"))
"""Taken out of the environment, which a node reads closely."""
PEERS = ROOT / "benchmarks" / "peers"
ALONE = 5
"""Letters that LibreOffice converts one by one: a second each."""


class NoPeer(Exception):
    """A peer is not installed; the sentence says how it is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a peer set in one manner: how long each letter took, and what the last one was like."""

    version: str
    sample: Sample
    pages: int
    size: int


@dataclass(frozen=True, slots=True)
class Job:
    """What every peer is given: letters, what is attached to each, fonts, and a key to sign with (PEM)."""

    letters: Sequence[Letter]
    attachment: bytes
    fonts: Path
    key: str
    certificate: str

    def plain(self) -> dict[str, Any]:
        return {
            "letters": [letter.plain() for letter in self.letters],
            "attachment": self.attachment.decode(),
            "fonts": str(self.fonts),
            "key": self.key,
            "certificate": self.certificate,
        }


def weasyprint(job: Job) -> Iterator[Answer]:
    """The letters through WeasyPrint and pyHanko. Raises NoPeer, or RuntimeError with the peer's words."""
    return _ask("weasyprint_letter.py", job.plain())


def libreoffice(job: Job) -> Iterator[Answer]:
    """The letters through docxtpl, LibreOffice and pyHanko, in two manners. Raises as `weasyprint` does."""
    office = shutil.which("soffice")
    if office is None:
        raise NoPeer("There is no program “soffice”. Install LibreOffice Writer from the system's packages.")
    return _ask("libreoffice_letter.py", job.plain() | {"office": office, "rounds": ALONE})


def _ask(script: str, job: dict[str, Any]) -> Iterator[Answer]:
    if not PYTHON.exists():
        raise NoPeer(f"There is no {PYTHON}. Run `make bench`, which installs the peers there.")
    done = subprocess.run(  # noqa: S603 - our own script, by an interpreter that the user chose
        [PYTHON, PEERS / script], input=json.dumps(job), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{script} did not answer:\n{done.stderr}")
    for way in json.loads(done.stdout)["ways"]:
        yield Answer(way["version"], Sample(tuple(way["nanoseconds"])), way["pages"], way["size"])
