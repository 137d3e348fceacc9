"""What a signature of this node is held against while it is made: whom the node trusts, and what they took back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from asn1crypto import crl, pem, x509
from pyhanko_certvalidator import ValidationContext

from comity.documents.adapters.keys.node_authority import revocation_list
from comity.documents.adapters.keys.node_key import NodeKey
from comity.documents.adapters.trust.trusted import TrustProblem, anchors
from comity.documents.rules.anchor import Anchor, Purpose


def context_for(home: Path, own: NodeKey, moment: datetime) -> ValidationContext:
    """Opens no connection. Every certificate needs a list of those taken back: the node's own, or `trust/*.crl`.

    Raises TrustProblem, naming the file that is no such list.
    """
    lists = [crl.CertificateList.load(revocation_list(home, own, moment)), *_others(home)]
    return ValidationContext(
        trust_roots=[x509.Certificate.load(anchor.certificate) for anchor in anchors(home) if _serves(anchor, moment)],
        crls=lists,
        allow_fetching=False,
        revocation_mode="require",
        moment=moment,
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
