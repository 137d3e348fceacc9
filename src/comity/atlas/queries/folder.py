"""The packs of a folder and their snapshot, read from disk: for the command line and for tests. Needs no database."""

from __future__ import annotations

from pathlib import Path

from comity.atlas.rules.facts import with_places
from comity.atlas.rules.packs.kinds import KINDS
from comity.atlas.rules.snapshot import Snapshot, assemble
from comity.packkit.fingerprint import fingerprint
from comity.packkit.load import load_packs
from comity.packkit.pack import Pack


def folder_packs(folder: Path) -> list[Pack]:
    """The validated packs of `folder`. Raises PackProblems, with all that is wrong."""
    return load_packs(folder, KINDS)


def folder_snapshot(folder: Path) -> Snapshot:
    """What the packs of `folder` say. Raises PackProblems, with all that is wrong."""
    packs = folder_packs(folder)
    contents = (with_places(pack.name, pack.content) for pack in packs)
    return assemble(contents, fingerprint((pack.name, pack.digest) for pack in packs))
