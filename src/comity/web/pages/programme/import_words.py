"""What the import's pages say of what is imported: whole sentences for each sort. Knows no file."""

from __future__ import annotations

from comity.kernel.words import noted, say_count

HEADINGS = {
    "activities": noted("Import activities"),
    "budget": noted("Import budget lines"),
    "participants": noted("Import participants"),
}
FROM_TABLE = {
    "activities": noted("Import activities from a table"),
    "budget": noted("Import budget lines from a table"),
    "participants": noted("Import participants from a table"),
}


def imported(what: str, count: int) -> str:
    """What stands on the page after an import."""
    number = f"{count:,}"
    if what == "activities":
        return say_count(
            "Imported: {number} activity. The file is erased.",
            "Imported: {number} activities. The file is erased.",
            count,
            number=number,
        )
    if what == "budget":
        return say_count(
            "Imported: {number} budget line. The file is erased.",
            "Imported: {number} budget lines. The file is erased.",
            count,
            number=number,
        )
    return say_count(
        "Imported: {number} participant. The file is erased.",
        "Imported: {number} participants. The file is erased.",
        count,
        number=number,
    )
