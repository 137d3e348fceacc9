"""Letters signed: PAdES B-B, B-T or B-LTA (ETSI EN 319 142-1), appended. Keeps them archival and readable aloud.

Not a byte of what was signed before changes, so that earlier signatures hold.
"""

from __future__ import annotations

import asyncio
import io
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from asn1crypto import x509 as asn1
from django.conf import settings
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata

from comity.documents.adapters.asking.revocation import Asking
from comity.documents.adapters.keys.node_key import NodeKey, NodeKeyProblem
from comity.documents.adapters.keys.own_key import own_key
from comity.documents.adapters.keys.signers import HeldKeySigner
from comity.documents.adapters.signing.long_term import archived, path_of
from comity.documents.adapters.signing.signature_field import Appending, DatedSigner, empty_field, next_name, unseen
from comity.documents.adapters.signing.stamp import Stamp
from comity.documents.adapters.signing.validation import context_for
from comity.documents.adapters.timestamps.time_stamps import Stamper, time_stamper
from comity.documents.rules.signature import KeySource, Level, NotSigned, Statement
from comity.kernel import clock

FIELD = "Signature"
_ROOM = 12_288
"""Hexadecimal digits kept free for a signature: two certificates with the longest names fill two thirds."""


@dataclass(frozen=True, slots=True)
class UsableKey:
    """A signer with what a page says of it: the name in its certificate, and where its key is."""

    signer: Signer
    source: KeySource
    spoken: str = "Electronic signature of the requesting authority"

    @property
    def certificate(self) -> asn1.Certificate:
        found = self.signer.signing_cert
        assert found is not None  # noqa: S101  every signer here is made with one
        return found

    @property
    def name(self) -> str:
        """The signer's name, as the certificate has it."""
        found = self.certificate.subject.native.get("common_name", "")
        return found if isinstance(found, str) and found else str(self.certificate.subject.human_friendly)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the certificate, in hexadecimal digits."""
        return str(self.certificate.sha256.hex())


def sign(
    pdf: bytes, *, reason: str, mandate: str = "", level: Level = Level.BASIC, key: UsableKey | None = None
) -> bytes:
    """`pdf` with a signature appended, by the node's key if no other is given; not a byte of `pdf` itself changes.

    Raises NodeKeyProblem where the node's key is missing in part, NotSigned where a certificate does not hold today or
    the time-stamp authority does not serve.
    """
    moment = clock.now()
    used = key or node_signing_key()
    _check_holds(used, moment)
    try:
        return asyncio.run(_signed(pdf, Statement(reason, mandate), level, used, moment))
    except SigningError as problem:
        raise NotSigned(f"The letter could not be signed: {problem}. Nothing was kept.") from problem


def node_signing_key() -> UsableKey:
    """The node's own. Raises NodeKeyProblem."""
    return UsableKey(_node_signer(own_key()), KeySource.NODE)


async def _signed(pdf: bytes, said: Statement, level: Level, key: UsableKey, moment: datetime) -> bytes:
    if level is Level.BASIC:
        return await _basic(pdf, said, key, moment, None)
    own, env = own_key(), settings.ENV
    asking = Asking(env.revocation_inside) if env.revocation == "ask" else None
    context = context_for(env.home, own, moment, asking)
    stamper = time_stamper(own, context, asking)
    if level is Level.TIMED:
        return await _basic(pdf, said, key, moment, stamper)
    path = await path_of(key.signer, context, asking)
    timed = await _basic(pdf, said, key, moment, stamper)
    return await archived(timed, path, stamper, context)


async def _basic(pdf: bytes, said: Statement, key: UsableKey, moment: datetime, stamper: Stamper | None) -> bytes:
    """B-B, or B-T with a `stamper`."""
    env = settings.ENV
    writer = Appending(io.BytesIO(pdf))
    place = empty_field(writer.prev)
    field = place or next_name(writer.prev, FIELD)
    metadata = PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=said.written,
        location=env.country.english_name,
        name=env.organisation if key.source is KeySource.NODE else key.name,
    )
    signer = DatedSigner(
        metadata,
        key.signer,
        timestamper=stamper,
        stamp_style=Stamp(name=key.name, mandate=said.mandate, moment=moment),
        new_field_spec=None if place else unseen(field, key.spoken),
    )
    signer.moment = moment
    room = _room(key) + (stamper.room if stamper else 0)
    signed: io.BytesIO = await signer.async_sign_pdf(writer, bytes_reserved=room)
    return signed.getvalue()


def _room(key: UsableKey) -> int:
    chain = sum(len(certificate.dump()) for certificate in (key.certificate, *key.signer.cert_registry))
    return max(_ROOM, 2 * (chain + 3_000))


@lru_cache(maxsize=8)
def _node_signer(own: NodeKey) -> HeldKeySigner:
    return HeldKeySigner(own.key, own.certificate, (own.authority,))


def _check_holds(key: UsableKey, moment: datetime) -> None:
    start, end = key.certificate.not_valid_before, key.certificate.not_valid_after
    if not start <= moment < end:
        whose = "The node's" if key.source is KeySource.NODE else "The signer's"
        raise NodeKeyProblem(
            f"{whose} certificate holds from {start:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M} UTC, and it is "
            f"{moment:%Y-%m-%d %H:%M} UTC. Nothing was signed. Check the clock, or issue a new certificate."
        )
