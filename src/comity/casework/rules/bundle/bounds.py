"""How many attachments a request has, how large, and how they are called."""

from __future__ import annotations

import re

from comity.casework.rules.refusal import refused
from comity.kernel.words import say

MIB = 1024 * 1024
MOST_FILES = 50
LARGEST_TOGETHER = 100 * MIB
"""Bytes of a whole bundle: what one can still send on a disc or by a shared folder, and a browser still saves."""
LONGEST_NAME = 120
LONGEST_TITLE = 200

_NOT_IN_NAMES = re.compile(r'[<>:"|?*\\/]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|\Z)", re.IGNORECASE)


def safe_name(given: str) -> str:
    """The file's name as any system can save it: no folders, nothing unseen, bounded, its ending kept."""
    last = given.replace("\\", "/").rpartition("/")[2]
    seen = "".join(character if character.isprintable() else "" for character in last)
    name = " ".join(_NOT_IN_NAMES.sub("_", seen).split()).strip(". ")
    if not name or _RESERVED.match(name):
        name = f"attachment-{name}".strip("-")
    if len(name) <= LONGEST_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > _LONGEST_ENDING:
        return name[:LONGEST_NAME]
    return f"{stem[: LONGEST_NAME - len(ending) - 1].rstrip()}.{ending}"


_LONGEST_ENDING = 10


def too_large(largest: int) -> str:
    """The sentence for a file of more than `largest` bytes."""
    return say(
        "The file is larger than {most} MB, the most that this node takes. Scan it less "
        "sharply, divide it, or hand it over as evidence.",
        most=largest // MIB,
    )


def check_room(size: int, sizes: list[int], *, largest: int) -> None:
    """Raises Refused where a file of `size` bytes finds no room beside those of `sizes`."""
    if size > largest:
        raise refused("file", "File", too_large(largest))
    if len(sizes) >= MOST_FILES:
        raise refused(
            "file",
            say("File"),
            say("A request has {most_files} attachments at most. Put several into one PDF.", most_files=MOST_FILES),
        )
    if sum(sizes) + size > LARGEST_TOGETHER:
        left = max(LARGEST_TOGETHER - sum(sizes), 0) // MIB
        raise refused(
            "file",
            "File",
            say(
                "All attachments of a request together have {most} MB at most; {left} MB are left. Scan "
                "it less sharply, or hand it over as evidence.",
                most=LARGEST_TOGETHER // MIB,
                left=left,
            ),
        )
