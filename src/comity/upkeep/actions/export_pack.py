"""Handing a pack on as a file: signed by the country's own node, or byte for byte as the country signed it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from django.conf import settings
from django.db import transaction

from comity.atlas.actions.hold_packs import hold_packs
from comity.atlas.queries.pack_versions import PackVersion, current_version
from comity.documents.adapters.keys.node_key import NodeKeyProblem
from comity.documents.adapters.keys.own_key import own_key
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.digest import Digest
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import CONSOLE, Actor
from comity.packkit.pack import Label
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.upkeep.adapters.certificates import check_may_sign, read_key, signer_of
from comity.upkeep.adapters.cms import PrivateKey, signed
from comity.upkeep.models import SignedPack
from comity.upkeep.rules.exchange_events import PackSigned
from comity.upkeep.rules.refused_pack import PackRefused
from comity.upkeep.rules.signed_pack import LARGEST_FILE, PackFile, pack_name, written
from comity.upkeep.rules.signer import Signer


@dataclass(frozen=True, slots=True)
class ExportedPack:
    """A file, its name, and what it is, in a sentence."""

    file: bytes
    name: str
    sentence: str


@transaction.atomic
def export_pack(
    country: CountryCode, *, sign: bool = True, key_file: Path | None = None, by: User | None
) -> ExportedPack:
    """The country's pack as it stands here. Where a signed file of this very version is kept, that one, unless a key is
    given; else signed by the node's own key, if the country is the node's own, or by the key in `key_file`.

    Raises NotEntitled, or PackRefused: there is no such pack, or nobody here may sign it.
    """
    actor = pack_keeper(by)
    hold_packs()
    here = current_version(pack_name(country))
    if here is None:
        raise PackRefused(say("This node has no pack of {country}.", country=country_in_sentence(country)))
    stem = f"{country.lower()}-{here.version}"
    signing = _key(country, key_file) if sign and (key_file or country == settings.ENV.country) else None
    kept = _kept(here, signing[2] if signing else None)
    if kept:
        when = f" on {kept.signed_at:%Y-%m-%d}" if kept.signed_at else ""
        sentence = f"Version {here.version} of {country.in_sentence}, as {kept.signer} signed it{when}."
        return ExportedPack(bytes(kept.file), f"{stem}.p7m", sentence)
    pack = _pack(here)
    payload = written(pack)
    if not sign:
        sentence = (
            f"Version {here.version} of {country.in_sentence}, not signed: no node takes it for the country's word."
        )
        return ExportedPack(payload, f"{stem}.json", sentence)
    if signing is None:
        raise PackRefused(
            say(
                "This node speaks for {own}, not for {country}, and has no file of this version that {country} signed. "
                "Leave out --sign, or give the country's key by --key.",
                own=country_in_sentence(settings.ENV.country),
                country=country_in_sentence(country),
            )
        )
    key, certificate, signer = signing
    file = signed(payload, key, certificate)
    if len(file) > LARGEST_FILE:
        raise PackRefused(
            say("The file would be larger than {most} MB, which no node takes.", most=LARGEST_FILE // 1024 // 1024)
        )
    now = clock.now().replace(microsecond=0)
    SignedPack.objects.create(
        pack=here.name,
        version=here.version,
        digest=here.digest,
        fingerprint=signer.fingerprint,
        signer=signer.name,
        signed_at=now,
        file=file,
        kept_at=clock.now(),
    )
    record(
        PackSigned(
            subject=f"pack:{here.name}",
            pack=here.name,
            version=here.version,
            digest=here.digest,
            fingerprint=signer.fingerprint,
            file=str(Digest.of(file)),
        ),
        actor=actor,
    )
    return ExportedPack(
        file, f"{stem}.p7m", f"Version {here.version} of {country.in_sentence}, signed by {signer.name}."
    )


def pack_keeper(by: User | None) -> Actor:
    """The actor who hands packs on and takes them in: an editor, an administrator, or the node's console (None).

    Raises NotEntitled.
    """
    if by is None:
        return CONSOLE
    require(by, Role.EDITOR, Role.ADMINISTRATOR)
    return by.actor


def _kept(here: PackVersion, signer: Signer | None) -> SignedPack | None:
    """The newest signed file of this version; with a signer, that one's alone."""
    rows = SignedPack.objects.filter(pack=here.name, digest=here.digest)
    if signer:
        rows = rows.filter(fingerprint=signer.fingerprint)
    return rows.first()


def _key(country: CountryCode, key_file: Path | None) -> tuple[PrivateKey, x509.Certificate, Signer]:
    """What to sign with. Raises PackRefused where it does not serve today."""
    key: PrivateKey
    if key_file:
        key, certificate = read_key(key_file)
    else:
        try:
            own = own_key()
        except NodeKeyProblem as problem:
            raise PackRefused(str(problem)) from None
        key, certificate = own.key, own.certificate
    check_may_sign(certificate)
    signer = signer_of(certificate)
    if not signer.holds(clock.now()):
        raise PackRefused(
            say(
                "The certificate of {name} holds {span}. Sign {country} with one that holds.",
                name=signer.name,
                span=signer.span,
                country=country,
            )
        )
    return key, certificate, signer


def _pack(here: PackVersion) -> PackFile:
    label = Label(kind=here.kind, title=here.title, version=here.version, floors=dict(here.floors))
    return PackFile(here.name, label, here.content, Digest(here.digest))
