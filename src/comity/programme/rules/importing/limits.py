"""How much of a file is looked at. More is refused with a sentence, never cut short in silence."""

from __future__ import annotations

from comity.kernel.sayable import sayable

LARGEST = 5 * 1024 * 1024
"""Bytes of a file."""
TOO_LARGE = sayable(
    "This file has more than {megabytes} MB. Divide it into several.", megabytes=LARGEST // 1024 // 1024
)
UNPACKED = 32 * 1024 * 1024
"""Bytes of a workbook once it is unpacked."""
ROWS = 5000
"""Rows below the header that hold something."""
LOOKED_AT = 4 * ROWS
"""The last row of a workbook in which something may stand; empty rows may lie between."""
AT_ONCE = 1000
"""Rows that are written by one statement."""
WHILE_WAITING = 500
"""Rows up to which a page checks and imports while one waits for it; the worker does more."""
COLUMNS = 60
CELL = 2000
"""Characters of a cell."""
PROBLEMS = 200
"""Problems that are listed; the rest are counted."""
PREVIEW = 20
"""Rows that are shown before they are imported."""
KEPT_HOURS = 24
"""How long an upload waits to be imported."""
