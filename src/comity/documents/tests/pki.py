"""A made-up State with authorities of its own, declared in one place: who signs, who stamps, who was revoked, and when.

Every time in it is fixed: a test asks what a signature of 24 November 2026 is worth on a later day.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from asn1crypto import cms
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.api import CAdESSignedAttrSpec, SignerAttrSpec
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.pdf_cms import SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner, PdfSigningSession, PdfTimeStamper
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from comity.documents.rules.anchor import Anchor, Purpose

SIGNED = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
STAMPED = SIGNED + timedelta(seconds=5)
SOON = SIGNED + timedelta(days=2)
LATER = datetime(2030, 6, 1, tzinfo=UTC)
"""The signer's certificate has run out; the time-stamp authority's has not."""
LATEST = datetime(2038, 6, 1, tzinfo=UTC)
"""The first time-stamp authority's certificate has run out, too; the second's has not."""

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True)
class Identity:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: Key

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def asn1(self) -> asn1.Certificate:
        return asn1.Certificate.load(self.der)

    @property
    def asn1_key(self) -> asn1_keys.PrivateKeyInfo:
        return asn1_keys.PrivateKeyInfo.load(self.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))


@cache
def root() -> Identity:
    return _authority("Test root of Georgia")


@cache
def stamp_root() -> Identity:
    return _authority("Test root for time")


@cache
def officer() -> Identity:
    return _issued("Test Prosecutor", root(), to=datetime(2026, 12, 31, tzinfo=UTC))


@cache
def court() -> Identity:
    return _issued("Test Court", root(), to=datetime(2031, 12, 31, tzinfo=UTC))


@cache
def stamper() -> Identity:
    return _stamper("Test time office", datetime(2036, 1, 1, tzinfo=UTC))


@cache
def second_stamper() -> Identity:
    return _stamper("Second test time office", datetime(2046, 1, 1, tzinfo=UTC))


def trusting(*, signers: bool = True, stamps: bool = True, **days: date) -> tuple[Anchor, ...]:
    """A trust list with the made-up roots on it."""
    signing = Anchor(root().der, "Ministry of Tests", (Purpose.SIGNERS,), "GE", place="trust/list.toml", **days)  # type: ignore[arg-type]
    timing = Anchor(stamp_root().der, "Office of Time", (Purpose.STAMPS,), "GE", place="trust/list.toml")
    return (signing,) * signers + (timing,) * stamps


def revocations(*revoked: tuple[Identity, datetime], made: datetime = SIGNED) -> bytes:
    """The root's revocation list, good for thirty days."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(root().certificate.subject)
        .last_update(made)
        .next_update(made + timedelta(days=30))
    )
    for who, when in revoked:
        entry = x509.RevokedCertificateBuilder().serial_number(who.certificate.serial_number).revocation_date(when)
        builder = builder.add_revoked_certificate(entry.build())
    return builder.sign(root().key, hashes.SHA256()).public_bytes(Encoding.DER)


def time_stamps(at: datetime = STAMPED, by: Identity | None = None) -> DummyTimeStamper:
    who = by or stamper()
    return DummyTimeStamper(who.asn1, who.asn1_key, certs_to_embed=_store(stamp_root()), fixed_dt=at)


@dataclass(frozen=True)
class Way:
    """How a letter is signed; as it stands: PAdES B-B by the officer, unseen."""

    who: Identity = field(default_factory=officer)
    at: datetime = SIGNED
    stamps: DummyTimeStamper | None = None
    lists: tuple[bytes, ...] = ()
    archival: bool = False
    name: str = "Signature"
    mandate: str = ""
    box: tuple[int, int, int, int] | None = None


def signed_in(way: Way, pdf: bytes) -> bytes:
    """`pdf` signed that way; with lists inside, PAdES B-LT; with `archival` under a time stamp, B-LTA."""
    context = ValidationContext(
        trust_roots=[root().asn1, stamp_root().asn1], crls=list(way.lists), moment=way.at + timedelta(seconds=30)
    )
    metadata = PdfSignatureMetadata(
        field_name=way.name,
        subfilter=SigSeedSubFilter.PADES,
        reason="Data preservation request",
        embed_validation_info=bool(way.lists),
        use_pades_lta=way.archival,
        validation_context=context if way.lists or way.stamps else None,
        cades_signed_attr_spec=_claiming(way.mandate) if way.mandate else None,
    )
    signer = SimpleSigner(way.who.asn1, way.who.asn1_key, _store(root()))
    field_spec = SigFieldSpec(way.name, box=way.box) if way.box else None
    dated = _Dated(metadata, signer, timestamper=way.stamps, new_field_spec=field_spec)
    dated.moment = way.at
    output: io.BytesIO = dated.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)))
    return output.getvalue()


def stamped_again(pdf: bytes, by: Identity, at: datetime) -> bytes:
    """`pdf` under a further time stamp over the whole file, as an archive adds one before the last runs out."""
    context = ValidationContext(trust_roots=[root().asn1, stamp_root().asn1], moment=at)
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    output: Any = PdfTimeStamper(time_stamps(at, by)).timestamp_pdf(writer, "sha256", context)
    return bytes(output.getvalue())


class _Dated(PdfSigner):
    """Signs at a fixed moment."""

    moment: datetime

    def init_signing_session(self, *arguments: Any, **options: Any) -> PdfSigningSession:
        session = super().init_signing_session(*arguments, **options)
        session.system_time = self.moment
        return session


def _claiming(role: str) -> CAdESSignedAttrSpec:
    named = asn1.GeneralName("directory_name", asn1.Name.build({"common_name": role}))
    attribute = cms.AttCertAttribute({"type": "role", "values": [{"role_name": named}]})
    return CAdESSignedAttrSpec(signer_attributes=SignerAttrSpec(claimed_attrs=[attribute], certified_attrs=[]))


def _store(*identities: Identity) -> SimpleCertificateStore:
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    for identity in identities:
        store.register(identity.asn1)
    return store


def _authority(name: str) -> Identity:
    key = ec.generate_private_key(ec.SECP256R1())
    usage = _usage(key_cert_sign=True, crl_sign=True)
    builder = _builder(name, name, key, datetime(2050, 1, 1, tzinfo=UTC))
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    builder = builder.add_extension(usage, critical=True)
    return Identity(builder.sign(key, hashes.SHA256()), key)


def _issued(name: str, issuer: Identity, *, to: datetime) -> Identity:
    key = ec.generate_private_key(ec.SECP256R1())
    builder = _builder(name, _called(issuer), key, to)
    builder = builder.add_extension(_usage(digital_signature=True, content_commitment=True), critical=True)
    return Identity(builder.sign(issuer.key, hashes.SHA256()), key)


def _stamper(name: str, to: datetime) -> Identity:
    """RSA: the library's time stamper for tests knows nothing else."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    builder = _builder(name, _called(stamp_root()), key, to)
    builder = builder.add_extension(_usage(digital_signature=True), critical=True)
    builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return Identity(builder.sign(stamp_root().key, hashes.SHA256()), key)


def _builder(name: str, issuer: str, key: Key, to: datetime) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
        .not_valid_after(to)
    )


def _name(common: str) -> x509.Name:
    parts = {NameOID.COUNTRY_NAME: "GE", NameOID.ORGANIZATION_NAME: "Made-up office", NameOID.COMMON_NAME: common}
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts.items()])


def _called(identity: Identity) -> str:
    return str(identity.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)


def _usage(**granted: bool) -> x509.KeyUsage:
    names = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
             "key_cert_sign", "crl_sign", "encipher_only", "decipher_only")  # fmt: skip
    return x509.KeyUsage(**{name: granted.get(name, False) for name in names})


def byte_range(pdf: bytes) -> tuple[int, int, int, int]:
    """What the first signature of `pdf` covers."""
    first, second, third, fourth = PdfFileReader(io.BytesIO(pdf)).embedded_signatures[0].byte_range
    return int(first), int(second), int(third), int(fourth)
