"""Who is asked to sign a letter, as somebody wrote it: one name a line."""

from __future__ import annotations

MOST = 5
LONGEST_NAME = 200


class NotAskable(ValueError):
    """The order of signers cannot be as it was written. The text says why."""


def names_in(text: str) -> tuple[str, ...]:
    """One name a line, empty lines left out. Raises NotAskable for too many, too long ones, or ones twice."""
    names = tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())
    if len(names) > MOST:
        raise NotAskable(f"At most {MOST} signers can be asked for here; there are {len(names)}.")
    for name in names:
        if len(name) > LONGEST_NAME or not name.isprintable():
            raise NotAskable(f"A name may have {LONGEST_NAME} characters in one line: “{name[:40]}…” cannot be used.")
    if len({name.casefold() for name in names}) < len(names):
        raise NotAskable("A name stands there twice. Each signer signs once.")
    return names
