"""The built-in TEST time-stamp authority: this process stamps by its own clock. It proves nothing to anybody else.

It is there so that a node without a contract with a time-stamp authority can show, and test, the whole way. Its name in
every certificate begins with “TEST”.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import new as digest_of
from pathlib import Path

from asn1crypto import algos, cms, core, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID
from pyhanko.sign.general import as_signing_certificate_v2
from pyhanko.sign.timestamps.api import TimeStamper

from comity.documents.adapters.keys.node_authority import issue
from comity.documents.adapters.keys.node_certificate import named
from comity.documents.adapters.keys.node_key import NodeKey, NodeKeyProblem, keep_together
from comity.documents.adapters.keys.signers import asn1_of
from comity.kernel import clock

FOLDER = "test-timestamps"
DAYS = 1096
_POLICY = "2.25.329800735698586629295641978511506172918"  # a UUID as an identifier: nobody's policy


class InProcessTimeStamper(TimeStamper):
    """Answers in this process; one that is asked again tomorrow stamps tomorrow's time."""

    room = 6_144
    """Hexadecimal digits kept free for a time-stamp: two certificates with the longest names fill two thirds."""

    def __init__(self, key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate, authority: x509.Certificate):
        super().__init__()  # type: ignore[no-untyped-call]
        self._key, self._certificate, self._authority = key, asn1_of(certificate), asn1_of(authority)

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        info = self._info(req).dump()
        attributes = cms.CMSAttributes(
            [
                _attribute("content_type", "tst_info"),
                _attribute("signing_certificate_v2", as_signing_certificate_v2(self._certificate)),
                _attribute("message_digest", digest_of("sha256", info).digest()),
            ]
        )
        token = {"content_type": "signed_data", "content": self._signed(info, attributes)}
        return tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": cms.ContentInfo(token)})

    def _info(self, request: tsp.TimeStampReq) -> tsp.TSTInfo:
        told = {
            "version": "v1",
            "policy": _POLICY,
            "message_imprint": request["message_imprint"],
            "serial_number": secrets.randbits(64),
            "gen_time": clock.now().replace(microsecond=0),
            "tsa": asn1.GeneralName(name="directory_name", value=self._certificate.subject),
        }
        return tsp.TSTInfo(told | ({"nonce": request["nonce"]} if request["nonce"].native is not None else {}))

    def _signed(self, info: bytes, attributes: cms.CMSAttributes) -> cms.SignedData:
        sha256 = algos.DigestAlgorithm({"algorithm": "sha256"})
        issuer = {"issuer": self._certificate.issuer, "serial_number": self._certificate.serial_number}
        signer = cms.SignerInfo(
            {
                "version": "v1",
                "sid": cms.SignerIdentifier({"issuer_and_serial_number": cms.IssuerAndSerialNumber(issuer)}),
                "digest_algorithm": sha256,
                "signature_algorithm": algos.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"}),
                "signed_attrs": attributes,
                "signature": self._key.sign(attributes.dump(), ec.ECDSA(hashes.SHA256())),
            }
        )
        return cms.SignedData(
            {
                "version": "v3",
                "digest_algorithms": cms.DigestAlgorithms((sha256,)),
                "encap_content_info": {"content_type": "tst_info", "content": core.ParsableOctetString(info)},
                "certificates": [self._certificate, self._authority],
                "signer_infos": [signer],
            }
        )


def _attribute(kind: str, value: object) -> cms.CMSAttribute:
    return cms.CMSAttribute({"type": cms.CMSAttributeType(kind), "values": (value,)})


def time_test_stamper(home: Path, own: NodeKey, *, country: str, organisation: str) -> InProcessTimeStamper:
    """The authority of the node at `home`, with a key of its own, made at first use and kept in `test-timestamps`."""
    folder = home / "keys" / FOLDER
    if not folder.is_dir():
        keep_together(folder, _made(home, own, country, organisation))
    try:
        key = load_pem_private_key((folder / "key.pem").read_bytes(), password=None)
        certificate = x509.load_pem_x509_certificate((folder / "certificate.pem").read_bytes())
    except (OSError, ValueError, TypeError) as problem:
        raise NodeKeyProblem(f"{folder} holds no usable key: {problem}. Move the folder away.") from problem
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not _holds(certificate, own, clock.now()):
        raise NodeKeyProblem(
            f"The test time-stamp authority's certificate in {folder} does not hold today, or is of an earlier key of "
            "this node. Move the folder away; the node makes a new one."
        )
    return InProcessTimeStamper(key, certificate, own.authority)


def _made(home: Path, own: NodeKey, country: str, organisation: str) -> dict[str, bytes]:
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = issue(
        home,
        own,
        name=named(country, organisation, f"TEST time-stamps of {organisation}"),
        key=key.public_key(),
        days=DAYS,
        purpose=ExtendedKeyUsageOID.TIME_STAMPING,
        critical=True,
    )
    return {
        "key.pem": key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        "certificate.pem": certificate.public_bytes(Encoding.PEM),
    }


def _holds(certificate: x509.Certificate, own: NodeKey, moment: datetime) -> bool:
    in_time = certificate.not_valid_before_utc <= moment < certificate.not_valid_after_utc - timedelta(minutes=1)
    if not in_time or certificate.issuer != own.authority.subject:
        return False
    try:
        certificate.verify_directly_issued_by(own.authority)
    except InvalidSignature:  # of an earlier key of this node, under the same name
        return False
    return True
