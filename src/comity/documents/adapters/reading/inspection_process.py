"""Reading a stranger's PDF in a process of its own. `inspect_apart` starts it; run as a program, this module is it."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import datetime

from comity.documents.adapters.reading.apart import Apart, Busy, TooCostly, address_space, bound
from comity.documents.rules.anchor import Anchor
from comity.documents.rules.findings import Findings, Problem

PROCESSOR_SECONDS = 6
MEMORY = 220 * 1024**2
"""Bytes beyond what Python and its libraries take before the file is read: together they stay below 300 MB."""
READER = Apart("comity.documents.adapters.reading.inspection_process", seconds=10, wait=5, at_once=2)
"""An ordinary letter takes half a second."""


def inspect_apart(pdf: bytes, anchors: Sequence[Anchor], moment: datetime) -> Findings:
    """`inspection.inspect` in a process of its own. One that runs out of time or memory finds the file too costly.

    Raises Broken where the process itself fails.
    """
    order = {"anchors": [anchor.plain() for anchor in anchors], "moment": moment.isoformat()}
    try:
        answer = READER.run(json.dumps(order).encode() + b"\n" + pdf)
    except Busy:
        return Findings(Problem.BUSY)
    except TooCostly:
        return Findings(Problem.TOO_COSTLY)
    return Findings.from_plain(json.loads(answer))


def _main() -> None:
    from comity.documents.adapters.reading.inspection import (
        inspect,  # so that whoever only asks does not load the PDF reader
    )

    bound(memory=address_space() + MEMORY, processor_seconds=PROCESSOR_SECONDS)
    order = json.loads(sys.stdin.buffer.readline())
    anchors = [Anchor.from_plain(anchor) for anchor in order["anchors"]]
    findings = inspect(sys.stdin.buffer.read(), anchors, datetime.fromisoformat(order["moment"]))
    sys.stdout.write(json.dumps(findings.plain()))


if __name__ == "__main__":
    _main()
