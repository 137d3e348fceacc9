"""Papers that go along with a request of the demonstration world: made up, and marked as such on the paper itself."""

from __future__ import annotations

from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.demonstration.story import Paper

_MADE_UP = "Made up for a demonstration. No court has issued it, and nobody has certified it."

ORDER_AND_TRANSLATION = (
    Paper(
        Nature.COURT_ORDER,
        "Ruling of the investigating judge on the preservation of data",
        "ruling.pdf",
        "ka",
        (
            "განჩინება",
            "მონაცემთა დაუყოვნებელი შენახვის შესახებ",
            "Ruling on the expedited preservation of data, case 112/041",
            _MADE_UP,
        ),
    ),
    Paper(
        Nature.SWORN,
        "The ruling in Ukrainian",
        "ruling-uk.pdf",
        "uk",
        (
            "Ухвала",
            "про негайне збереження даних",
            "Translation of the ruling in case 112/041",
            _MADE_UP,
        ),
        certified_by="Sworn translator, register number 17 (made up)",
    ),
)
"""An order of a court, and its sworn translation."""
