"""How the files of a bundle are called when it leaves as a whole, and the list of their hashes that goes with them."""

from __future__ import annotations

from collections.abc import Iterable

SUMS = "SHA256SUMS"
"""As `sha256sum` writes and checks it: `sha256sum -c SHA256SUMS`."""


def place_name(number: int, name: str) -> str:
    """“02 court-order.pdf”: no two are called alike, and they stand in the order of the letter's list."""
    return f"{number:02d} {name}"


def sums(files: Iterable[tuple[str, str]]) -> bytes:
    """The list for pairs of name and SHA-256. Names hold no line ends and no backslashes (`bounds.safe_name`)."""
    return "".join(f"{digest}  {name}\n" for name, digest in files).encode()
