"""What tests of signatures share: a node with given settings, pyHanko's own judgement, and letters made worse."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from asn1crypto import x509
from django.conf import settings
from django.test import override_settings
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
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
from pyhanko_certvalidator.policy_decl import REQUIRE_REVINFO, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager

from comity.documents.adapters.trust import anchors
from comity.kernel import clock


@contextmanager
def living_in(home: Path, **changes: Any) -> Iterator[None]:
    """Inside the block this process is the node at `home`, with the settings given."""
    with override_settings(ENV=replace(settings.ENV, home=home, **changes)):
        yield


def archival_judgement(pdf: bytes, home: Path) -> list[Any]:
    """pyHanko's AdES verdict on each signature as B-LTA: every certificate needs a list that the file itself holds.

    As of an hour after the test's own time: by the machine's, a list would run out a week after the test was written.
    """
    moment = clock.now() + timedelta(hours=1)
    timing = ValidationTimingInfo(moment, moment, point_in_time_validation=True)
    trusted = SimpleTrustManager.build(
        trust_roots=[x509.Certificate.load(anchor.certificate) for anchor in anchors(home)]
    )
    policy = CertValidationPolicySpec(trust_manager=trusted, revinfo_policy=CertRevTrustPolicy(REQUIRE_REVINFO))
    offline = RevocationInfoGatheringSpec(online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY)
    spec = PdfSignatureValidationSpec(
        SignatureValidationSpec(cert_validation_policy=policy, revinfo_gathering_policy=offline)
    )
    found = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    return [asyncio.run(ades_lta_validation(one, spec, timing_info=timing)) for one in found]


def with_drawing(pdf: bytes) -> bytes:
    """The letter with a black square drawn on its first page, appended as an honest editor would."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    drawn = writer.add_object(generic.StreamObject(stream_data=b"q 0 0 100 100 re f Q"))  # type: ignore[no-untyped-call]
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), drawn])
    writer.update_container(page)
    made = io.BytesIO()
    writer.write(made)  # type: ignore[no-untyped-call]
    return made.getvalue()
