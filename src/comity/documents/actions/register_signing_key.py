"""Registering where an officer's own key is. The key stays there: neither database nor ledger ever holds it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings
from django.db import transaction

from comity.documents.adapters.keys.node_authority import issue
from comity.documents.adapters.keys.node_certificate import DOCUMENT_SIGNING, NODE_DAYS, named
from comity.documents.adapters.keys.node_key import keep_file
from comity.documents.adapters.keys.officer_files import certificates_in, key_in
from comity.documents.adapters.keys.own_key import own_key
from comity.documents.adapters.signing.officer_key import pem_of, prove, usable
from comity.documents.models.signing_key import SigningKey
from comity.documents.rules.events import SigningKeyRegistered
from comity.documents.rules.signature import KeySource, NotSigned
from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import CONSOLE
from comity.people.models.user import User


def register_key_file(
    user: User, *, key: Path, password_file: Path | None = None, certificate: Path | None = None
) -> str:
    """A PEM or PKCS #12 file that the node can read. The name in the certificate. Raises NotSigned."""
    _, carried = key_in(key, password_file)
    chain = certificates_in(certificate) if certificate else carried
    if not chain:
        raise NotSigned(f"{key} carries no certificate. Name the file that holds it: --certificate.")
    place = {"key": str(key.resolve())} | ({"password_file": str(password_file.resolve())} if password_file else {})
    return _register(user, KeySource.FILE, place, chain)


def register_token(user: User, *, module: Path, token: str, label: str, pin_file: Path, certificate: Path) -> str:
    """A key in a token (PKCS #11). The name in the certificate. Raises NotSigned."""
    place = {
        "module": str(module.resolve()),
        "token": token,
        "label": label,
        "pin_file": str(pin_file.resolve()),
    }
    return _register(user, KeySource.TOKEN, place, certificates_in(certificate))


def issue_signing_key(user: User) -> str:
    """A new key for `user`, in a file of this node, with a certificate by its test authority. Raises NotSigned."""
    env = settings.ENV
    own, key = own_key(), ec.generate_private_key(ec.SECP256R1())
    certificate = issue(
        env.home,
        own,
        name=named(str(env.country), env.organisation, user.display_name),
        key=key.public_key(),
        days=NODE_DAYS,
        purpose=DOCUMENT_SIGNING,
    )
    file = env.home / "keys" / "officers" / f"{user.username}-{certificate.serial_number:x}.key"
    keep_file(file, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return _register(user, KeySource.FILE, {"key": str(file)}, (certificate, own.authority))


@transaction.atomic
def _register(user: User, source: KeySource, place: dict[str, Any], chain: Sequence[x509.Certificate]) -> str:
    certificates = pem_of(chain)
    key = usable(source, place, certificates)
    prove(key, chain[0], settings.ENV.home)
    holder = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if SigningKey.objects.filter(holder=holder, ended_at=None).exists():
        raise NotSigned(f"{holder.display_name} has a key registered already. End it first: comity signer end.")
    SigningKey.objects.create(
        holder=holder,
        source=source,
        place=place,
        signer=key.name[:200],
        certificates=certificates,
        fingerprint=key.fingerprint,
        registered_at=clock.now(),
    )
    record(SigningKeyRegistered(subject=holder.subject, certificate=key.fingerprint, source=source), actor=CONSOLE)
    return key.name
