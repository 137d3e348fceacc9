"""Withdrawing a certificate's right to speak for a country. What came by it stays, for people to judge."""

from __future__ import annotations

import re

from django.db import transaction

from comity.atlas.models import Origin
from comity.atlas.queries.pack_versions import current_version
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import administrator
from comity.people.models.user import User
from comity.upkeep.models import PackKey, SignedPack
from comity.upkeep.rules.exchange_events import PackKeyDistrusted, key_subject
from comity.upkeep.rules.reason import checked_reason
from comity.upkeep.rules.refused_pack import PackRefused
from comity.upkeep.rules.signed_pack import pack_name

SHORTEST = 8
"""Digits of a fingerprint by which a key can be named."""


@transaction.atomic
def distrust_key(fingerprint: str, country: CountryCode, reason: str, *, by: User | None) -> bool:
    """The certificate, named by its fingerprint's first digits (8 at least), may no longer speak for `country`. Returns
    whether what this node says of the country now came by that certificate: then somebody should look at it.

    Raises NotEntitled, or PackRefused where no such certificate or more than one may speak for the country.
    """
    actor = administrator(by)
    digits = re.sub(r"[\s:]", "", fingerprint).lower()
    why = checked_reason(reason, say("Say why the certificate may no longer speak: lost, replaced, exposed."))
    if len(digits) < SHORTEST or not re.fullmatch(r"[0-9a-f]+", digits):
        raise PackRefused(
            say(
                "Name the certificate by at least {count} digits of its SHA-256, from “comity pack keys”.",
                count=SHORTEST,
            )
        )
    rows = PackKey.objects.select_for_update().filter(
        country=country, fingerprint__startswith=digits, distrusted_at=None
    )
    if len(rows) != 1:
        named = country_in_sentence(country)
        raise PackRefused(
            say(
                "More than one certificate that begins so may speak for {country}. See “comity pack keys”.",
                country=named,
            )
            if rows
            else say("No certificate that begins so may speak for {country}. See “comity pack keys”.", country=named)
        )
    key = rows[0]
    key.distrusted_at, key.distrusted_by, key.distrusted_because = clock.now(), actor.display, why
    key.save(update_fields=["distrusted_at", "distrusted_by", "distrusted_because"])
    record(
        PackKeyDistrusted(subject=key_subject(country), country=country, fingerprint=key.fingerprint, reason=why),
        actor=actor,
    )
    name = pack_name(country)
    here = current_version(name)
    return (
        here is not None
        and here.origin is Origin.IMPORTED
        and SignedPack.objects.filter(pack=name, digest=here.digest, fingerprint=key.fingerprint).exists()
    )
