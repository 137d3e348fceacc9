"""Starts a peer in a process and an environment of its own, and speaks JSON with it: nothing of it is imported here."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rig.timing import Sample

ROOT = Path(__file__).parents[2]
SCRIPTS = {"clingo": "clingo_routes.py", "OpenFisca-Core": "openfisca_routes.py"}


class NoPeers(Exception):
    """The peers are not installed; the sentence says how they are."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a peer answered. `statuses` has, for each world and route, a status for each pair of countries."""

    version: str
    statuses: tuple[Mapping[str, Sequence[str]], ...]
    samples: Mapping[str, Sample]


def ask(name: str, job: Mapping[str, Any]) -> Answers:
    """Give `job` to the peer. Raises NoPeers where none are installed, RuntimeError with its words where it fails."""
    script = ROOT / "benchmarks" / "peers" / SCRIPTS[name]
    done = subprocess.run(  # noqa: S603 - our own script, by an interpreter that the user chose
        [_python(), script], input=json.dumps(job), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{name} did not answer:\n{done.stderr}")
    answer = json.loads(done.stdout)
    samples = {kind: Sample(tuple(taken)) for kind, taken in answer["samples"].items()}
    return Answers(answer["version"], tuple(answer["statuses"]), samples)


def _python() -> Path:
    chosen = Path(os.environ.get("COMITY_BENCH_PYTHON", ROOT / "build" / "bench-venv" / "bin" / "python"))
    if not chosen.exists():
        raise NoPeers(f"There is no {chosen}. Run `make bench`, which installs the peers there.")
    return chosen
