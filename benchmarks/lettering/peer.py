"""Starts WeasyPrint in a process and an environment of its own: nothing of it is imported here."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from comity.documents.rules.letter import Letter
from rig.timing import Sample

ROOT = Path(__file__).parents[2]
PYTHON = Path(os.environ.pop("COMITY_BENCH_PYTHON", ROOT / "build" / "bench-venv" / "bin" / "python"))
"""Taken out of the environment, which a node reads closely."""
SCRIPT = ROOT / "benchmarks" / "peers" / "weasyprint_letter.py"


class NoPeer(Exception):
    """WeasyPrint is not installed; the sentence says how it is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the peer set: how long each letter took, and what the last one was like."""

    version: str
    sample: Sample
    pages: int
    size: int


def ask(letters: Sequence[Letter], attachment: bytes, fonts: Path) -> Answer:
    """Have `letters` set, each with `attachment`. Raises NoPeer, or RuntimeError with the peer's words."""
    if not PYTHON.exists():
        raise NoPeer(f"There is no {PYTHON}. Run `make bench`, which installs the peers there.")
    job = {
        "letters": [letter.plain() for letter in letters],
        "attachment": attachment.decode(),
        "fonts": str(fonts),
    }
    done = subprocess.run(  # noqa: S603 - our own script, by an interpreter that the user chose
        [PYTHON, SCRIPT], input=json.dumps(job), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"WeasyPrint did not answer:\n{done.stderr}")
    answer = json.loads(done.stdout)
    return Answer(answer["version"], Sample(tuple(answer["nanoseconds"])), answer["pages"], answer["size"])
