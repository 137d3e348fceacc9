"""The IATI file of this node."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from comity.kernel import clock
from comity.programme.adapters.iati.file import Schema, write
from comity.programme.queries.iati.activities import iati_activities
from comity.programme.rules.iati.activity import Reporter


def write_iati(to: BinaryIO, reporter: Reporter, *, site: str = "", schema: Path | None = None) -> int:
    """How many activities were written, each checked before. Raises NotPublishable, with the file not whole."""
    checked = Schema(schema) if schema else None
    return write(iati_activities(reporter.ref, clock.today(), site=site), to, reporter, clock.now(), checked)
