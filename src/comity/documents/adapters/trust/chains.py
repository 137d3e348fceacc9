"""Whether a certificate leads to one that the node trusts, for a purpose, at a moment. Opens no connection."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from asn1crypto import x509
from pyhanko.sign.ades.report import AdESFailure, AdESIndeterminate, AdESSubIndic
from pyhanko.sign.validation.status import SignatureStatus
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.policy_decl import (
    CertRevTrustPolicy,
    RevocationCheckingPolicy,
    RevocationCheckingRule,
)
from pyhanko_certvalidator.registry import SimpleTrustManager

from comity.documents.adapters.trust.embedded import Embedded
from comity.documents.rules.anchor import Anchor, Purpose
from comity.documents.rules.seal import Chain

_PROOF = CertRevTrustPolicy(
    RevocationCheckingPolicy(
        RevocationCheckingRule.CRL_OR_OCSP_REQUIRED, RevocationCheckingRule.CHECK_IF_DECLARED_SOFT
    ),
    retroactive_revinfo=True,  # a list made later knows more; one that is out of date still counts for nothing
)
_NO_PROOF = CertRevTrustPolicy(
    RevocationCheckingPolicy(RevocationCheckingRule.NO_CHECK, RevocationCheckingRule.NO_CHECK)
)


def context(
    anchors: Sequence[Anchor], purpose: Purpose, moment: datetime, embedded: Embedded, *, proof: bool = False
) -> ValidationContext:
    """Trusts only the anchors that serve `purpose` at `moment`: an empty list trusts nobody.

    With `proof`, a certificate fails where nothing in `embedded` shows that it was not revoked before `moment`;
    without, revocation is not looked at.
    """
    roots = [x509.Certificate.load(anchor.certificate) for anchor in anchors if anchor.serves(purpose, moment)]
    return ValidationContext(
        trust_manager=SimpleTrustManager.build(trust_roots=roots),
        other_certs=embedded.certificates,
        crls=list(embedded.lists) if proof else [],
        ocsps=list(embedded.answers) if proof else [],
        allow_fetching=False,
        revinfo_policy=_PROOF if proof else _NO_PROOF,
        moment=moment,
    )


def chain_of(status: SignatureStatus) -> Chain:
    """What the check of the certificate came to."""
    if not (status.intact and status.valid):
        return Chain.NOT_ASKED
    if status.revocation_details is not None:
        return Chain.REVOKED
    trouble = status.trust_problem_indic
    if trouble is not None or not status.trusted:
        return _TROUBLES.get(trouble, Chain.UNKNOWN)
    return Chain.TRUSTED


def voucher_of(status: SignatureStatus, anchors: Sequence[Anchor], purpose: Purpose, moment: datetime) -> Anchor | None:
    """The anchor at the end of the chain. None where the chain does not hold."""
    if status.validation_path is None:
        return None
    held = status.validation_path[0].dump()
    return next((found for found in anchors if found.certificate == held and found.serves(purpose, moment)), None)


_TROUBLES: dict[AdESSubIndic | None, Chain] = {
    AdESIndeterminate.EXPIRED: Chain.EXPIRED,
    AdESIndeterminate.OUT_OF_BOUNDS_NO_POE: Chain.EXPIRED,
    AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED: Chain.EXPIRED,
    AdESIndeterminate.NOT_YET_VALID: Chain.NOT_YET,
    AdESIndeterminate.CHAIN_CONSTRAINTS_FAILURE: Chain.UNSUITABLE,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE: Chain.WEAK,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE: Chain.WEAK,
    AdESIndeterminate.REVOKED_NO_POE: Chain.REVOKED,
    AdESIndeterminate.REVOKED_CA_NO_POE: Chain.REVOKED,
    AdESIndeterminate.REVOCATION_OUT_OF_BOUNDS_NO_POE: Chain.REVOKED,
    AdESFailure.REVOKED: Chain.REVOKED,
    AdESFailure.NOT_YET_VALID: Chain.NOT_YET,
}
