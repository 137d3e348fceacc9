"""What a signature of this node is held against while it is made: whom the node trusts, and what they took back."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from asn1crypto import crl, pem, x509
from pyhanko_certvalidator import ValidationContext

from comity.documents.adapters.asking.revocation import Asking
from comity.documents.adapters.keys.node_authority import revocation_list
from comity.documents.adapters.keys.node_key import NodeKey
from comity.documents.adapters.trust.trusted import TrustProblem, anchors
from comity.documents.rules.anchor import Anchor, Purpose

_ROUNDING = timedelta(seconds=1)
_SKEW = timedelta(minutes=5)
"""An answer made a moment ago may be from the future, by the node's clock."""


def context_for(home: Path, own: NodeKey, moment: datetime, asking: Asking | None = None) -> ValidationContext:
    """Every certificate needs a list of those taken back: the node's own, or `trust/*.crl`.

    Opens no connection, save with `asking`: where the lists settle nothing, whomever a certificate names is asked then.
    Raises TrustProblem, naming the file that is no such list.
    """
    lists = [crl.CertificateList.load(revocation_list(home, own, moment)), *_others(home)]
    return ValidationContext(
        trust_roots=[x509.Certificate.load(anchor.certificate) for anchor in anchors(home) if _serves(anchor, moment)],
        crls=lists,
        allow_fetching=asking is not None,
        fetchers=asking.fetchers() if asking else None,
        revocation_mode="require",
        moment=moment,
        time_tolerance=_SKEW if asking else _ROUNDING,
    )


def _serves(anchor: Anchor, moment: datetime) -> bool:
    """For signers or for time: a signature that lasts needs both."""
    return any(anchor.serves(purpose, moment) for purpose in Purpose)


def _others(home: Path) -> list[crl.CertificateList]:
    """The lists that the administrator keeps there of other authorities."""
    return [_read(file) for file in sorted((home / "trust").glob("*.crl"))]


def _read(file: Path) -> crl.CertificateList:
    try:
        content = file.read_bytes()
        if pem.detect(content):
            _, _, content = pem.unarmor(content)
        found = crl.CertificateList.load(content, strict=True)
        found.issuer.native  # noqa: B018  read now, so that a broken file is found now
    except (OSError, ValueError, TypeError) as problem:
        raise TrustProblem(f"{file} is not a list of revoked certificates. Replace or remove it.") from problem
    return found
