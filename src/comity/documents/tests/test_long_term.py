"""What a signature is worth later: with time stamps and revocation data, or without; and what is said of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from pyhanko.sign.ades.report import AdESPassed

from comity.documents.adapters.reading.inspection import inspect
from comity.documents.rules.anchor import Anchor
from comity.documents.rules.judgement import judge
from comity.documents.rules.seal import Chain, Revocation, SealLevel
from comity.documents.rules.verification import Verdict, Verification
from comity.documents.tests import pki
from comity.documents.tests.pki import LATER, LATEST, SIGNED, SOON, STAMPED, Way, signed_in, trusting
from comity.kernel.answer import Answer

pytestmark = pytest.mark.usefixtures("socket_disabled")


def seen(pdf: bytes, moment: datetime = SOON, anchors: tuple[Anchor, ...] | None = None) -> Verification:
    return judge(inspect(pdf, trusting() if anchors is None else anchors, moment), now=moment)


def answer(found: Verification, name: str) -> tuple[Answer, str]:
    check = next(check for check in found.checks if check.name == name)
    return check.answer, check.sentence


@pytest.fixture(scope="module")
def archived(unsigned: bytes) -> bytes:
    return signed_in(Way(stamps=pki.time_stamps(), lists=(pki.revocations(),), archival=True), unsigned)


@pytest.fixture(scope="module")
def stamped(unsigned: bytes) -> bytes:
    return signed_in(Way(stamps=pki.time_stamps()), unsigned)


def test_each_level_is_told_and_what_it_is_worth_later(unsigned: bytes, stamped: bytes, archived: bytes) -> None:
    lasting = signed_in(Way(stamps=pki.time_stamps(), lists=(pki.revocations(),)), unsigned)
    plain = signed_in(Way(), unsigned)
    for pdf, level, later in (
        (plain, SealLevel.B, Verdict.UNKNOWN_SIGNER),
        (stamped, SealLevel.T, Verdict.WHOLE),
        (lasting, SealLevel.LT, Verdict.WHOLE),
        (archived, SealLevel.LTA, Verdict.WHOLE),
    ):
        soon, old = seen(pdf), seen(pdf, LATER)
        assert (soon.verdict, soon.signed[0].level, old.verdict) == (Verdict.WHOLE, level, later)


def test_a_trusted_time_stamp_proves_the_time(archived: bytes) -> None:
    found = seen(archived)
    (signature,) = found.signed
    assert (signature.claimed_at, signature.proved_at) == (SIGNED, STAMPED)
    assert [stamp.over_document for stamp in signature.stamps] == [False, True]
    assert all(stamp.trusted and stamp.authority == "Test time office" for stamp in signature.stamps)
    assert signature.voucher == "“Ministry of Tests” (trust/list.toml)"
    yes, sentence = answer(found, "Time of signing")
    assert yes is Answer.YES
    assert "24 November 2026, 12:00:05 UTC at the latest" in sentence
    assert "This node trusts it for time, by Office of Time." in signature.stamps[0].sentence
    yes, sentence = answer(found, "Revocation")
    assert yes is Answer.YES
    assert "Not revoked, as its issuer said on 24 November 2026" in sentence
    assert answer(found, "Nothing else added") == (
        Answer.YES,
        "Only what helps to check it later was added after the signature.",
    )


def test_after_the_certificate_ran_out_the_sentence_says_why_it_still_counts(archived: bytes) -> None:
    yes, sentence = answer(seen(archived, LATER), "Certificate in force")
    assert yes is Answer.YES
    assert "It has run out since; a time stamp shows that the signature is older." in sentence


def test_a_stamp_of_somebody_unknown_proves_nothing(stamped: bytes) -> None:
    found = seen(stamped, anchors=trusting(stamps=False))
    assert found.verdict is Verdict.WHOLE
    assert found.signed[0].proved_at is None
    assert "does not trust Test time office for time" in found.signed[0].stamps[0].sentence
    assert answer(found, "Time of signing")[0] is Answer.UNKNOWN
    assert seen(stamped, LATER, trusting(stamps=False)).verdict is Verdict.UNKNOWN_SIGNER


def test_whoever_vouches_for_signers_does_not_vouch_for_time(stamped: bytes) -> None:
    anchors = (*trusting(stamps=False), Anchor(pki.stamp_root().der, "Office", trusting()[0].purposes))
    assert seen(stamped, anchors=anchors).signed[0].proved_at is None


def test_a_stamp_of_another_signature_proves_nothing(unsigned: bytes, stamped: bytes) -> None:
    """Taken out of one letter and put into another: it was not made for it."""
    other = signed_in(Way(stamps=_Fixed(stamped)), unsigned)
    (signature,) = seen(other).signed
    assert signature.proved_at is None
    assert "it was not made for this file" in signature.stamps[0].sentence


class _Fixed(pki.DummyTimeStamper):
    """Gives the same token whatever it is asked to stamp."""

    def __init__(self, pdf: bytes) -> None:
        from pyhanko.pdf_utils.reader import PdfFileReader
        from pyhanko.sign.general import find_unique_cms_attribute

        (found,) = PdfFileReader(pki.io.BytesIO(pdf)).embedded_signatures
        self._token = find_unique_cms_attribute(found.signer_info["unsigned_attrs"], "signature_time_stamp_token")
        super().__init__(pki.stamper().asn1, pki.stamper().asn1_key, fixed_dt=STAMPED)

    async def async_timestamp(self, *_: object, **__: object) -> object:
        return self._token


def test_a_chain_of_stamps_outlives_the_first_of_them(archived: bytes) -> None:
    late = seen(archived, LATEST)
    assert late.verdict is Verdict.UNKNOWN_SIGNER
    assert "its certificate has run out and no later stamp stands over it" in late.signed[0].stamps[-1].sentence
    renewed = pki.stamped_again(archived, pki.second_stamper(), datetime(2035, 6, 1, tzinfo=pki.UTC))
    found = seen(renewed, LATEST)
    assert found.verdict is Verdict.WHOLE
    assert found.signed[0].proved_at == STAMPED
    assert len(found.signed[0].stamps) == 3


@pytest.mark.parametrize(
    ("revoked", "stamps", "verdict", "revocation"),
    [
        (SIGNED - timedelta(days=1), True, Verdict.UNKNOWN_SIGNER, Revocation.REVOKED),
        (SIGNED + timedelta(days=1), True, Verdict.WHOLE, Revocation.GOOD),
        (SIGNED + timedelta(days=1), False, Verdict.UNKNOWN_SIGNER, Revocation.REVOKED),
    ],
    ids=["before the stamp", "after the stamp", "no stamp"],
)
def test_revoked(unsigned: bytes, *, revoked: datetime, stamps: bool, verdict: Verdict, revocation: Revocation) -> None:
    """The list was made later than the signature, and added to the file as archives do."""
    signed = signed_in(Way(stamps=pki.time_stamps() if stamps else None), unsigned)
    later = pki.revocations((pki.officer(), revoked), made=SIGNED + timedelta(days=2))
    found = seen(with_list(signed, later), SIGNED + timedelta(days=3))
    assert (found.verdict, found.signed[0].revocation) == (verdict, revocation)
    if verdict is Verdict.UNKNOWN_SIGNER:
        assert "was revoked" in " ".join(found.reasons)


def with_list(pdf: bytes, crl: bytes) -> bytes:
    from asn1crypto.crl import CertificateList
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.validation.dss import DocumentSecurityStore

    writer = IncrementalPdfFileWriter(pki.io.BytesIO(pdf))
    DocumentSecurityStore.supply_dss_in_writer(writer, sig_contents=None, crls=[CertificateList.load(crl)])
    output = pki.io.BytesIO()
    writer.write(output)
    return output.getvalue()


def test_a_list_that_is_out_of_date_settles_nothing(unsigned: bytes) -> None:
    signed = with_list(signed_in(Way(), unsigned), pki.revocations(made=SIGNED - timedelta(days=90)))
    found = seen(signed)
    assert found.verdict is Verdict.WHOLE
    assert answer(found, "Revocation")[0] is Answer.UNKNOWN
    assert found.signed[0].revocation is Revocation.UNCLEAR


def test_revocation_that_nobody_spoke_of_was_not_asked(unsigned: bytes) -> None:
    found = seen(signed_in(Way(), unsigned))
    assert found.signed[0].revocation is Revocation.NOT_ASKED
    assert "was not asked" in answer(found, "Revocation")[1]


def test_mandate_visible_stamp_and_reason(unsigned: bytes) -> None:
    way = Way(mandate="Prosecutor in charge, mandate 2026/7", box=(50, 50, 250, 120))
    facts = {fact.label: fact.sentence for fact in seen(signed_in(way, unsigned)).signed[0].facts}
    assert facts["Mandate"] == "The signer claims: Prosecutor in charge, mandate 2026/7"
    assert facts["On the page"] == "A stamp shows it."
    assert facts["Reason"] == "Data preservation request"
    facts = {fact.label: fact.sentence for fact in seen(signed_in(Way(), unsigned)).signed[0].facts}
    assert facts["Mandate"] == "The signature states none."
    assert facts["On the page"].startswith("Nothing on the pages")


def test_two_signers_in_order_and_what_each_covers(unsigned: bytes) -> None:
    first = signed_in(Way(stamps=pki.time_stamps()), unsigned)
    both = signed_in(Way(who=pki.court(), at=SIGNED + timedelta(hours=1), name="Court"), first)
    found = seen(both)
    one, two = found.signed
    assert found.verdict is Verdict.WHOLE
    assert (one.number, one.signer, two.number, two.signer) == (1, "Test Prosecutor", 2, "Test Court")
    assert one.revision < two.revision == two.revisions
    words = {fact.label: fact.sentence for fact in one.facts}["Covers"]
    assert f"state {one.revision} of {one.revisions}" in words
    assert {check.signature for check in found.checks} == {0, 1, 2}


@pytest.mark.parametrize(
    ("days", "trusted"),
    [
        ({}, True),
        ({"valid_from": date(2026, 11, 24)}, True),
        ({"valid_from": date(2026, 11, 25)}, False),
        ({"valid_to": date(2026, 11, 24)}, True),
        ({"valid_to": date(2026, 11, 23)}, False),
        ({"withdrawn_on": date(2030, 1, 1)}, False),
    ],
)
def test_the_lists_days_hold_for_the_proved_time(stamped: bytes, days: dict[str, date], *, trusted: bool) -> None:
    found = seen(stamped, LATER, trusting(**days))
    assert found.trusted is trusted


def test_pyhankos_own_long_term_validation_agrees(archived: bytes) -> None:
    """ETSI EN 319 102-1, 5.6.3, as the library carries it out."""
    assert _etsi(archived, LATER) is AdESPassed.OK
    assert inspect(archived, trusting(), LATER).seals[0].chain is Chain.TRUSTED


def _etsi(pdf: bytes, moment: datetime) -> object:
    import asyncio

    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.ades import ades_lta_validation
    from pyhanko.sign.validation.policy_decl import (
        PdfSignatureValidationSpec,
        RevinfoOnlineFetchingRule,
        RevocationInfoGatheringSpec,
        SignatureValidationSpec,
    )
    from pyhanko_certvalidator.context import CertValidationPolicySpec
    from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
    from pyhanko_certvalidator.policy_decl import CertRevTrustPolicy, RevocationCheckingPolicy
    from pyhanko_certvalidator.registry import SimpleTrustManager

    signers, stamps = (
        CertValidationPolicySpec(
            trust_manager=SimpleTrustManager.build(trust_roots=[who.asn1]),
            revinfo_policy=CertRevTrustPolicy(RevocationCheckingPolicy.from_legacy("soft-fail")),
        )
        for who in (pki.root(), pki.stamp_root())
    )
    spec = SignatureValidationSpec(
        cert_validation_policy=signers,
        ts_cert_validation_policy=stamps,
        revinfo_gathering_policy=RevocationInfoGatheringSpec(RevinfoOnlineFetchingRule.LOCAL_ONLY),
    )
    (found,) = PdfFileReader(pki.io.BytesIO(pdf)).embedded_regular_signatures
    timing = ValidationTimingInfo(moment, moment, point_in_time_validation=True)
    result = asyncio.run(ades_lta_validation(found, PdfSignatureValidationSpec(spec), timing_info=timing))
    return result.ades_subindic
