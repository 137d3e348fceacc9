"""Recording that a certificate may speak for a country: its signed packs are that country's word from then on."""

from __future__ import annotations

from datetime import UTC, date

from django.db import transaction

from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import administrator
from comity.people.models.user import User
from comity.upkeep.adapters.certificates import check_may_sign, pem, read_certificate, signer_of
from comity.upkeep.models import PackKey
from comity.upkeep.rules.exchange_events import PackKeyTrusted, key_subject
from comity.upkeep.rules.reason import checked_reason
from comity.upkeep.rules.refused_pack import PackRefused
from comity.upkeep.rules.signer import Signer
from comity.upkeep.rules.speaking import check_compared


@transaction.atomic
def trust_key(
    content: bytes,
    country: CountryCode,
    reason: str,
    *,
    valid_from: date | None = None,
    valid_to: date | None = None,
    compared: str | None = None,
    by: User | None,
) -> Signer:
    """The certificate in `content` (PEM or DER) may speak for `country` from `valid_from` (default: today, UTC) to
    `valid_to` (excluded). `by` is an administrator, or None for the console. `compared` are the digits of its SHA-256
    that the country read out, where whoever asks gives them. Returns whose certificate it is.

    Raises NotEntitled, or PackRefused: no certificate, an authority's, one that holds no more, other digits, or trusted
    already.
    """
    actor = administrator(by)
    certificate = read_certificate(content)
    check_may_sign(certificate)
    signer, now = signer_of(certificate), clock.now()
    start = valid_from or clock.today(UTC)
    if compared is not None:
        check_compared(signer, compared)
    why = checked_reason(reason, say("Say why this certificate may speak: who compared it with whom, and how."))
    if signer.valid_to <= now:
        raise PackRefused(
            say(
                "This certificate holds {span}. Ask {country} for the one it uses now.",
                span=signer.span,
                country=country_in_sentence(country),
            )
        )
    if valid_to is not None and valid_to <= start:
        raise PackRefused(
            say("The right would end on {end}, which is not after its start on {start}.", end=valid_to, start=start)
        )
    if PackKey.objects.filter(country=country, fingerprint=signer.fingerprint, distrusted_at=None).exists():
        raise PackRefused(
            say(
                "This certificate may speak for {country} already. To change its days, withdraw it first.",
                country=country_in_sentence(country),
            )
        )
    PackKey.objects.create(
        country=country,
        fingerprint=signer.fingerprint,
        certificate=pem(certificate),
        name=signer.name,
        holds_from=signer.valid_from,
        holds_to=signer.valid_to,
        valid_from=start,
        valid_to=valid_to,
        reason=why,
        trusted_at=now,
        trusted_by=actor.display,
    )
    record(
        PackKeyTrusted(
            subject=key_subject(country),
            country=country,
            fingerprint=signer.fingerprint,
            signer=signer.name,
            valid_from=start,
            valid_to=valid_to,
            reason=why,
        ),
        actor=actor,
    )
    return signer
