"""The trust list on the disk: `<home>/trust/list.toml`, read to its last word, and replaced as a whole."""

from __future__ import annotations

import fcntl
import os
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from comity.documents.rules.anchor import Anchor, Purpose, TrustProblem
from comity.documents.rules.trust_list import written

LIST = "list.toml"
_LOCK = "list.lock"


def listed(home: Path) -> tuple[Anchor, ...]:
    """What the list holds, the withdrawn included. Raises TrustProblem where it cannot be read to its last word."""
    file = home / "trust" / LIST
    if not file.is_file():
        return ()
    try:
        rows = tomllib.loads(file.read_text(encoding="utf-8")).get("trusted", [])
        return tuple(_row(row) for row in rows)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise TrustProblem(
            f"{file} cannot be read: {_why(problem)}. Mend it; until then nothing is verified."
        ) from problem


@contextmanager
def changing(home: Path) -> Iterator[None]:
    """Inside the block nobody else changes the list."""
    folder = home / "trust"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / _LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def keep(home: Path, anchors: tuple[Anchor, ...]) -> None:
    """The list is `anchors` from now on; a reader sees the old one or the new one, never a part."""
    file = home / "trust" / LIST
    draft = file.with_suffix(".new")
    with draft.open("w", encoding="utf-8") as opened:
        opened.write(written(anchors))
        opened.flush()
        os.fsync(opened.fileno())
    draft.replace(file)


def certificate_in(content: bytes) -> x509.Certificate:
    """The one certificate in `content`, PEM or DER. Raises TrustProblem for none, and for several."""
    try:
        if b"-----BEGIN" not in content:
            return x509.load_der_x509_certificate(content)
        found = x509.load_pem_x509_certificates(content)
    except ValueError as problem:
        raise TrustProblem("The file holds no certificate in PEM or DER that this node can read.") from problem
    if len(found) > 1:
        raise TrustProblem(
            f"The file holds {len(found)} certificates. Trust them one by one: save each in its own file."
        )
    return found[0]


def _row(row: dict[str, Any]) -> Anchor:
    certificate = certificate_in(row["certificate"].encode())
    found = Anchor(
        certificate=certificate.public_bytes(Encoding.DER),
        name=str(row["name"]),
        purposes=tuple(Purpose(purpose) for purpose in row["purposes"]),
        country=str(row.get("country", "")),
        valid_from=_day(row, "valid_from"),
        valid_to=_day(row, "valid_to"),
        source=str(row.get("source", "")),
        place=f"trust/{LIST}",
        added_on=_day(row, "added_on"),
        withdrawn_on=_day(row, "withdrawn_on"),
        withdrawn_because=str(row.get("withdrawn_because", "")),
    )
    if row["sha256"] != found.fingerprint:
        raise ValueError(f"the certificate of “{found.name}” does not have the fingerprint that stands beside it")
    return found


def _day(row: dict[str, Any], name: str) -> date | None:
    """TOML has dates; a text in its place is a mistake, and silence would make the trust endless."""
    found = row.get(name)
    if found is not None and type(found) is not date:
        raise ValueError(f"{name} is not a date: write it without quotation marks, 2026-11-30")
    return found


def _why(problem: Exception) -> str:
    return f"{problem.args[0]} is missing" if isinstance(problem, KeyError) else str(problem).rstrip(".")
