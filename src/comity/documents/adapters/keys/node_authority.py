"""The node's own test authority at work: it issues certificates, and lists the ones it has taken back.

It says nothing about the law. Its lists hold for a week and are put into the letters themselves, so that nobody has to
fetch them from anywhere.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

from comity.documents.adapters.keys.node_certificate import signer_builder
from comity.documents.adapters.keys.node_key import NodeKey, NodeKeyProblem

LIST_DAYS = 7
REVOKED = "revoked.json"


def issue(
    home: Path,
    own: NodeKey,
    *,
    name: x509.Name,
    key: ec.EllipticCurvePublicKey,
    days: int,
    purpose: x509.ObjectIdentifier,
    critical: bool = False,
) -> x509.Certificate:
    """A certificate for `key`, for one `purpose` (an extended key usage) alone."""
    builder = signer_builder(name, own.authority.subject, key, days, purpose, critical=critical)
    authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(own.authority.public_key())  # type: ignore[arg-type]
    return builder.add_extension(authority, critical=False).sign(_authority_key(home), hashes.SHA256())


def revocation_list(home: Path, own: NodeKey, moment: datetime) -> bytes:
    """The authority's list in DER, as of `moment`: whoever it has taken back stands in it."""
    start = moment.replace(microsecond=0)
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(own.authority.subject)
        .last_update(start)
        .next_update(start + timedelta(days=LIST_DAYS))
        .add_extension(x509.CRLNumber(int(start.timestamp())), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(own.authority.public_key()),  # type: ignore[arg-type]
            critical=False,
        )
    )
    for serial, since in revoked(home).items():
        entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(since).build()
        builder = builder.add_revoked_certificate(entry)
    return builder.sign(_authority_key(home), hashes.SHA256()).public_bytes(Encoding.DER)


def revoked(home: Path) -> dict[int, datetime]:
    """Serial numbers of the certificates taken back, and since when."""
    file = home / "keys" / REVOKED
    if not file.is_file():
        return {}
    try:
        return {int(serial): datetime.fromisoformat(since) for serial, since in json.loads(file.read_text()).items()}
    except (ValueError, AttributeError, TypeError) as problem:
        raise NodeKeyProblem(f"{file} cannot be read: {problem}. Restore it from the backup.") from problem


def revoke(home: Path, certificate: x509.Certificate, moment: datetime) -> None:
    """From `moment` on, the authority's lists name `certificate`. Said twice, the first moment stays."""
    known = {str(serial): since.isoformat() for serial, since in revoked(home).items()}
    known.setdefault(str(certificate.serial_number), moment.replace(microsecond=0).isoformat())
    file = home / "keys" / REVOKED
    draft = file.with_suffix(".new")
    draft.write_text(json.dumps(known, indent=1))
    draft.replace(file)


def _authority_key(home: Path) -> ec.EllipticCurvePrivateKey:
    file = home / "keys" / "ca.key"
    try:
        key = load_pem_private_key(file.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as problem:
        raise NodeKeyProblem(f"{file} cannot be read: {problem}. Restore it from the backup.") from problem
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise NodeKeyProblem(f"{file} is not a key that this node made. Restore it from the backup.")
    return key
