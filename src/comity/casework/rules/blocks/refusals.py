"""The closed lists on which kinds of request can be refused or postponed, instrument by instrument.

Which of them one request allows, follows from the instrument that it rests on: see `queries.step_form`.
"""

from __future__ import annotations

PRESERVATION_REFUSAL = ("ets185:29(4)", "ets185:29(5)", "unc:42", "ets182:2", "reciprocity:reciprocity")

ASSISTANCE_REFUSAL = (
    "ets185:25(4)",
    "ets185:25(5)",
    "ets185:27(4)",
    "unc:40(8)",
    "unc:40(21)",
    "unc:40(22)",
    "ets30:2",
    "ets30:5(1)",
    "ets182:2",
    "untoc:18(9)",
    "untoc:18(21)",
    "cis-minsk-1993:19",
    "cis-chisinau-2002:6",
    "cis-dushanbe-2018:8",
    "interpol:constitution-3",
    "reciprocity:reciprocity",
)

ASSISTANCE_POSTPONEMENT = ("ets185:27(5)", "unc:40-postpone", "ets182:7(1)", "untoc:18(25)")
