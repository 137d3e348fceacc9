"""Taking in a pack that a country signed: everything is checked before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from pydantic import BaseModel

from comity.atlas.actions.hold_packs import hold_packs
from comity.atlas.actions.offer_pack import offer_pack
from comity.atlas.actions.publish_pack import publish_pack
from comity.atlas.models import Origin
from comity.atlas.queries.offers import offer_of
from comity.atlas.queries.pack_versions import (
    PackVersion,
    current_version,
    digests_of,
    last_before_edits,
    newest_from_outside,
)
from comity.atlas.queries.soundness import Unsound, sound
from comity.documents.adapters.keys.node_key import NodeKeyProblem
from comity.documents.adapters.keys.own_key import fingerprint
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.digest import Digest
from comity.kernel.words import say, say_count
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor
from comity.packkit.pack import digest_of
from comity.people.models.user import User
from comity.upkeep.actions.export_pack import pack_keeper
from comity.upkeep.adapters.cms import opened
from comity.upkeep.models import PackKey, SignedPack
from comity.upkeep.rules.difference import differences
from comity.upkeep.rules.exchange_events import PackReceived
from comity.upkeep.rules.pack_arrival import Outcome, PackArrival, Standing, outcome
from comity.upkeep.rules.refused_pack import PackRefused
from comity.upkeep.rules.signed_pack import LARGEST_FILE, PackFile, check_digest, read
from comity.upkeep.rules.signer import Opened, Signer
from comity.upkeep.rules.speaking import Right, check_speaks


@dataclass(frozen=True, slots=True)
class _Found:
    """What a file holds, once everything about it that can be checked is in order."""

    file: bytes
    opened: Opened
    pack: PackFile
    content: dict[str, object]
    digest: Digest
    here: PackVersion | None


@transaction.atomic
def import_pack(file: bytes, *, only_check: bool = False, by: User | None) -> PackArrival:
    """Publish the pack in `file`, or offer it where this node's own was edited. With `only_check` nothing is saved.

    Checks, in this order: size, signature, that the signer may speak for the country today, schema, floors,
    soundness beside all other packs, digest, and that it is not older than what is known here. Raises NotEntitled, or
    PackRefused; then nothing was saved.
    """
    actor = pack_keeper(by)
    hold_packs()
    found = _found(file)
    became = outcome(found.pack, found.digest, _standing(found))
    offered = offer_of(found.pack.name, found.digest) if became is Outcome.OFFERED else None
    number = offered.number if offered else None
    if offered:
        became = Outcome.KNOWN
    elif not only_check:
        number = _carry_out(found, became, actor)
    if not only_check:
        _keep(found, became, actor)
    return PackArrival(
        outcome=became,
        country=found.pack.country,
        pack=found.pack.name,
        version=found.pack.label.version,
        digest=found.digest,
        signer=found.opened.signer,
        signed_at=found.opened.signed_at,
        differences=len(differences(found.here.content if found.here else {}, found.content)),
        offer=number,
        decided_at=offered.decided_at if offered else None,
        only_checked=only_check,
    )


def _found(file: bytes) -> _Found:
    if len(file) > LARGEST_FILE:
        raise PackRefused(
            say(
                "The file is larger than {most} MB. A country's pack is far smaller.", most=LARGEST_FILE // 1024 // 1024
            )
        )
    signed = opened(file)
    pack = read(signed.payload)
    country = pack.country
    check_speaks(signed.signer, country, _rights(signed.signer), clock.now())
    here = current_version(pack.name)
    validated = _sound(pack, here)
    check_digest(pack, validated)
    content = validated.model_dump(mode="json", by_alias=True)
    return _Found(file, signed, pack, content, digest_of(pack.label, validated), here)


def _rights(signer: Signer) -> list[Right]:
    """What administrators recorded of the certificate; the node's own speaks for its own country."""
    rows = PackKey.objects.filter(fingerprint=signer.fingerprint)
    recorded = [
        Right(row.country, row.valid_from, row.valid_to, row.distrusted_at, row.distrusted_because) for row in rows
    ]
    try:
        own = [Right(settings.ENV.country, signer.valid_from.date())] if fingerprint() == signer.fingerprint else []
    except NodeKeyProblem:
        own = []
    return [*recorded, *own]


def _sound(pack: PackFile, here: PackVersion | None) -> BaseModel:
    """The facts, validated by the floors of the file and by those of the version here: no file lowers them silently."""
    floors = {**pack.label.floors}
    for what, floor in (here.floors if here else {}).items():
        floors[what] = max(floor, floors.get(what, 0))
    try:
        return sound(pack.name, pack.label.kind, pack.content, floors)
    except Unsound as problem:
        first = problem.wrongs[0]
        place = f"{first.pack}/{'.'.join(map(str, first.path))}"
        told = say(
            "The facts may not stand beside what this node has. {place}: {problem}",
            place=place,
            problem=first.sentence,
        )
        if more := len(problem.wrongs) - 1:
            told = f"{told} {say_count('({count} more.)', '({count} more.)', more)}"
        raise PackRefused(told) from None


def _standing(found: _Found) -> Standing | None:
    here, name = found.here, found.pack.name
    if here is None:
        return None
    received = SignedPack.objects.filter(pack=name).aggregate(newest=Max("version"))["newest"] or 0
    newest = max(newest_from_outside(name), received)
    return Standing(here.version, here.digest, here.edited, newest, digests_of(name) - {here.digest})


def _carry_out(found: _Found, became: Outcome, actor: Actor) -> int | None:
    """Publish or offer. Returns the offer's number."""
    pack, signer = found.pack, found.opened.signer
    if became is Outcome.PUBLISHED:
        publish_pack(
            pack.name,
            found.content,
            on=found.here.digest if found.here else "",
            origin=Origin.IMPORTED,
            came_from=signer.name,
            why=f"Signed by the node of {CountryCode(pack.country).in_sentence}.",
            actor=actor,
            label=pack.label,
        )
    elif became is Outcome.OFFERED:
        base = last_before_edits(pack.name)
        return offer_pack(
            pack.name,
            pack.label,
            found.content,
            digest=found.digest,
            base=base.digest if base else "",
            came_from=signer.name,
            actor=actor,
        )
    return None


def _keep(found: _Found, became: Outcome, actor: Actor) -> None:
    """The file itself, so that it can be handed on as it is; and that it came, once."""
    signed = found.opened
    _, is_new = SignedPack.objects.get_or_create(
        pack=found.pack.name,
        digest=found.digest,
        fingerprint=signed.signer.fingerprint,
        defaults={
            "version": found.pack.label.version,
            "signer": signed.signer.name,
            "signed_at": signed.signed_at,
            "file": found.file,
            "kept_at": clock.now(),
        },
    )
    if is_new:
        record(
            PackReceived(
                subject=f"pack:{found.pack.name}",
                pack=found.pack.name,
                version=found.pack.label.version,
                digest=found.digest,
                fingerprint=signed.signer.fingerprint,
                file=str(Digest.of(found.file)),
                outcome=became.value,
            ),
            actor=actor,
        )
