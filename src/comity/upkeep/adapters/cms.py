"""Packs signed as CMS (RFC 5652): SignedData that holds the pack and one signature. `openssl cms -verify` opens it.

Says whether a signature holds, not whether its signer may speak for anybody.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from asn1crypto import algos, cms
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from comity.kernel import clock
from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.upkeep.adapters.certificates import der, signer_of
from comity.upkeep.rules.refused_pack import PackRefused
from comity.upkeep.rules.signer import Opened

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
_HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
_NO_CMS = noted(
    "This is not a signed pack. Choose the file that “comity pack export --sign” wrote on the country's node, as it "
    "was written: not unpacked, and not converted."
)
_BROKEN = noted(
    "The signature does not hold: the file was changed or damaged after it was signed. Ask the country's node for it "
    "again."
)
_SMALLEST_RSA = 2048


def signed(payload: bytes, key: PrivateKey, certificate: x509.Certificate) -> bytes:
    """`payload` and its signature, in DER. The moment of signing is part of what is signed."""
    attributes = cms.CMSAttributes(
        [
            _attribute("content_type", "data"),
            _attribute("message_digest", hashlib.sha256(payload).digest()),
            _attribute("signing_time", _time()),
        ]
    )
    own = asn1.Certificate.load(der(certificate))
    is_ec = isinstance(key, ec.EllipticCurvePrivateKey)
    signer = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                "issuer_and_serial_number",
                cms.IssuerAndSerialNumber({"issuer": own.issuer, "serial_number": own.serial_number}),
            ),
            "digest_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}),
            "signed_attrs": attributes,
            "signature_algorithm": algos.SignedDigestAlgorithm(
                {"algorithm": "sha256_ecdsa" if is_ec else "sha256_rsa"}
            ),
            "signature": _signature(key, attributes.dump()),
        }
    )
    data = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [algos.DigestAlgorithm({"algorithm": "sha256"})],
            "encap_content_info": {"content_type": "data", "content": payload},
            "certificates": [cms.CertificateChoices("certificate", own)],
            "signer_infos": [signer],
        }
    )
    made: bytes = cms.ContentInfo({"content_type": "signed_data", "content": data}).dump()
    return made


def _time() -> cms.Time:
    """Now, in the form that RFC 5652 (11.3) asks for in this year."""
    moment = clock.now().replace(microsecond=0)
    return cms.Time({"utc_time" if moment.year < _LATE else "generalized_time": moment})


_LATE = 2050


def _attribute(kind: str, value: Any) -> cms.CMSAttribute:
    return cms.CMSAttribute({"type": kind, "values": [value]})


def _signature(key: PrivateKey, data: bytes) -> bytes:
    if isinstance(key, ec.EllipticCurvePrivateKey):
        return key.sign(data, ec.ECDSA(hashes.SHA256()))
    return key.sign(data, padding.PKCS1v15(), hashes.SHA256())


def opened(file: bytes) -> Opened:
    """What the file holds, once its signature is found to hold. Raises PackRefused with a sentence."""
    try:
        return _opened(file)
    except PackRefused:
        raise
    except _HOSTILE:
        raise PackRefused(said(_NO_CMS)) from None


_HOSTILE = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    IndexError,
    OverflowError,
    RecursionError,
    UnsupportedAlgorithm,
    x509.InvalidVersion,
)
"""What a file that was made to mislead the reader can end in, anywhere in it."""


def _opened(file: bytes) -> Opened:
    info = cms.ContentInfo.load(file, strict=True)
    if info["content_type"].native != "signed_data":
        raise PackRefused(said(_NO_CMS))
    data = info["content"]
    payload = data["encap_content_info"]["content"].native
    signers, choices = list(data["signer_infos"]), list(data["certificates"] or ())
    if not isinstance(payload, bytes) or len(signers) != 1 or len(choices) > _MOST_CERTIFICATES:
        raise PackRefused(say("A signed pack holds one pack and one signature, and this file does not."))
    certificate = _certificate(signers[0], choices)
    attributes = _attributes(signers[0])
    _check(signers[0], attributes, payload, certificate)
    return Opened(payload, signer_of(certificate), _moment(attributes))


_MOST_CERTIFICATES = 8


def _certificate(signer: Any, choices: list[Any]) -> x509.Certificate:
    """The certificate that the signature names by issuer and number."""
    if signer["sid"].name != "issuer_and_serial_number":
        raise PackRefused(
            say("The signature does not name its certificate by issuer and number, as packs' signatures do.")
        )
    named = signer["sid"].chosen
    for choice in choices:
        own = choice.chosen
        if isinstance(own, asn1.Certificate) and (own.issuer.dump(), own.serial_number) == (
            named["issuer"].dump(),
            named["serial_number"].native,
        ):
            return x509.load_der_x509_certificate(own.dump())
    raise PackRefused(say("The file does not hold the certificate of its signer. Have it made anew."))


def _attributes(signer: Any) -> dict[str, Any]:
    """The signed attributes, each of which stands once and says one thing."""
    found: dict[str, Any] = {}
    for attribute in signer["signed_attrs"]:
        kind = attribute["type"].native
        if kind in found or len(attribute["values"]) != 1:
            raise PackRefused(said(_BROKEN))
        found[kind] = attribute["values"][0]
    return found


def _check(signer: Any, attributes: dict[str, Any], payload: bytes, certificate: x509.Certificate) -> None:
    digest = signer["digest_algorithm"]["algorithm"].native
    algorithm = _HASHES.get(digest)
    if algorithm is None:
        raise PackRefused(
            say("The pack is signed with the digest {digest}. Use SHA-256, SHA-384 or SHA-512.", digest=digest)
        )
    if {"content_type", "message_digest"} - set(attributes) or attributes["content_type"].native != "data":
        raise PackRefused(said(_BROKEN))
    if attributes["message_digest"].native != hashlib.new(digest, payload).digest():
        raise PackRefused(said(_BROKEN))
    signed_bytes = b"\x31" + signer["signed_attrs"].dump()[1:]  # as a SET, not as [0]: RFC 5652, 5.4
    key, signature = certificate.public_key(), signer["signature"].native
    kind = signer["signature_algorithm"].signature_algo
    try:
        if isinstance(key, ec.EllipticCurvePublicKey) and kind == "ecdsa":
            key.verify(signature, signed_bytes, ec.ECDSA(algorithm))
        elif isinstance(key, rsa.RSAPublicKey) and kind == "rsassa_pkcs1v15" and key.key_size >= _SMALLEST_RSA:
            key.verify(signature, signed_bytes, padding.PKCS1v15(), algorithm)
        else:
            raise PackRefused(
                say("The pack is signed in a way that this node does not know. Use ECDSA, or RSA of 2048 bits.")
            )
    except InvalidSignature:
        raise PackRefused(said(_BROKEN)) from None


def _moment(attributes: dict[str, Any]) -> datetime | None:
    moment = attributes["signing_time"].native if "signing_time" in attributes else None
    return moment if isinstance(moment, datetime) else None
