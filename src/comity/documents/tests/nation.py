"""A made-up State whose authority answers over HTTP, as national ones do: OCSP for its officers, a list for itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

from comity.documents.adapters.keys.signers import HeldKeySigner
from comity.documents.adapters.signing.signatures import UsableKey
from comity.documents.rules.signature import KeySource
from comity.documents.tests.desk import desk, reply

NOW = datetime(2026, 11, 24, 3, 0, 7, tzinfo=UTC)
START, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)


@dataclass
class Nation:
    """A root, an office below it, a responder of that office, and an officer; what it answers can be changed."""

    address: str = ""
    revoked: datetime | None = None
    asked: list[str] = field(default_factory=list)
    answers: Callable[[bytes], bytes] | None = None
    list_answers: Callable[[], bytes] | None = None

    def found(self, address: str) -> None:
        self.address = address
        self._root_key, self._office_key, self._responder_key, self._key = (
            ec.generate_private_key(ec.SECP256R1()) for _ in range(4)
        )
        self.root = _certificate("Root", None, self._root_key, self._root_key, _authority())
        below = (*_authority(0), x509.CRLDistributionPoints([_point(f"{address}/root.crl")]))
        self.office = _certificate("Office", self.root, self._office_key, self._root_key, below)
        served = x509.AccessDescription(
            AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier(f"{address}/ocsp")
        )
        own = (_usage(content_commitment=True), x509.AuthorityInformationAccess([served]))
        self.officer = _certificate("Nino, Prosecutor", self.office, self._key, self._office_key, own)
        answering = (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.OCSP_SIGNING]), x509.OCSPNoCheck())
        self.responder = _certificate("Responder", self.office, self._responder_key, self._office_key, answering)

    @property
    def key(self) -> UsableKey:
        return UsableKey(HeldKeySigner(self._key, self.officer, (self.office,)), KeySource.FILE, "Electronic signature")

    def trust(self, home: Path) -> None:
        folder = home / "trust"
        folder.mkdir(exist_ok=True)
        (folder / "nation.pem").write_bytes(self.root.public_bytes(Encoding.PEM))

    def answer(self, query: bytes) -> bytes:
        """What the responder says of the certificate asked for."""
        asked = ocsp.load_der_ocsp_request(query)
        said = ocsp.OCSPResponseBuilder().add_response_by_hash(
            asked.issuer_name_hash,
            asked.issuer_key_hash,
            asked.serial_number,
            asked.hash_algorithm,
            ocsp.OCSPCertStatus.REVOKED if self.revoked else ocsp.OCSPCertStatus.GOOD,
            NOW + timedelta(seconds=30),  # a clock that is a little ahead of the node's
            NOW + timedelta(days=1),
            self.revoked,
            x509.ReasonFlags.key_compromise if self.revoked else None,
        )
        said = said.responder_id(ocsp.OCSPResponderEncoding.HASH, self.responder).certificates([self.responder])
        said = said.add_extension(asked.extensions.get_extension_for_class(x509.OCSPNonce).value, critical=False)
        return said.sign(self._responder_key, hashes.SHA256()).public_bytes(Encoding.DER)

    def list(self) -> bytes:
        """The root's list, with nobody on it."""
        builder = x509.CertificateRevocationListBuilder().issuer_name(self.root.subject)
        builder = builder.last_update(NOW - timedelta(days=1)).next_update(NOW + timedelta(days=29))
        return builder.sign(self._root_key, hashes.SHA256()).public_bytes(Encoding.DER)

    def office_list(self) -> bytes:
        """The office's list, as an administrator keeps it in a file."""
        builder = x509.CertificateRevocationListBuilder().issuer_name(self.office.subject)
        builder = builder.last_update(NOW - timedelta(days=1)).next_update(NOW + timedelta(days=29))
        return builder.sign(self._office_key, hashes.SHA256()).public_bytes(Encoding.DER)

    def _serve(self, handler: BaseHTTPRequestHandler, body: bytes) -> None:
        self.asked.append(handler.path)
        if handler.path == "/ocsp":
            reply(handler, (self.answers or self.answer)(body))
        elif handler.path == "/root.crl":
            reply(handler, (self.list_answers or self.list)())
        else:
            reply(handler, b"", 404)


@contextmanager
def nation() -> Iterator[Nation]:
    """Inside the block the State's authority answers on this machine."""
    made = Nation()
    with desk(made._serve) as address:
        made.found(address)
        yield made


def _certificate(
    name: str,
    issuer: x509.Certificate | None,
    key: ec.EllipticCurvePrivateKey,
    by: ec.EllipticCurvePrivateKey,
    extensions: tuple[x509.ExtensionType, ...],
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "GE"), x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer.subject if issuer else subject)
    builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(START).not_valid_after(END)
    builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    for extension in extensions:
        critical = isinstance(extension, x509.BasicConstraints | x509.KeyUsage)
        builder = builder.add_extension(extension, critical=critical)
    return builder.sign(by, hashes.SHA256())


def _authority(below: int | None = None) -> tuple[x509.ExtensionType, ...]:
    return x509.BasicConstraints(ca=True, path_length=below), _usage(key_cert_sign=True, crl_sign=True)


def _usage(**granted: bool) -> x509.KeyUsage:
    names = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
             "key_cert_sign", "crl_sign", "encipher_only", "decipher_only")  # fmt: skip
    return x509.KeyUsage(**{name: granted.get(name, False) for name in names})


def _point(address: str) -> x509.DistributionPoint:
    return x509.DistributionPoint([x509.UniformResourceIdentifier(address)], None, None, None)
