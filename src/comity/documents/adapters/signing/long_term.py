"""From B-T to B-LTA: what is needed to check a signature later is put into the file, and a time-stamp closes it."""

from __future__ import annotations

import io

from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper, TimestampDSSContentSettings
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import (
    InsufficientRevinfoError,
    PathBuildingError,
    PathValidationError,
    RevokedError,
)
from pyhanko_certvalidator.path import ValidationPath

from comity.documents.adapters.asking.revocation import Asking
from comity.documents.adapters.signing.signature_field import OUT_OF_SIGHT, Appending, next_name
from comity.documents.adapters.timestamps.time_stamps import Stamper
from comity.documents.rules.signature import NotSigned
from comity.kernel.words import say

_IN_THE_SAME_UPDATE = TimestampDSSContentSettings(include_vri=False, update_before_ts=True)
"""What helps to check is under the time-stamp, and written by this node's own writer, which leaves the metadata."""


async def path_of(signer: Signer, context: ValidationContext, asking: Asking | None = None) -> ValidationPath:
    """The certificates from the signer to somebody this node trusts. Raises NotSigned where there are none."""
    validator = CertificateValidator(
        signer.signing_cert, intermediate_certs=signer.cert_registry, validation_context=context
    )
    try:
        path: ValidationPath = await validator.async_validate_usage(set())  # type: ignore[no-untyped-call]
    except RevokedError as problem:
        raise NotSigned(
            say(
                "The signer’s certificate, or one that vouches for it, was revoked on {moment} UTC, as its authority "
                "says. Nothing was signed. Sign with another key; the administrator ends this one.",
                moment=f"{problem.revocation_dt:%Y-%m-%d %H:%M}",
            )
        ) from problem
    except InsufficientRevinfoError as problem:
        raise NotSigned(_unknown(problem, asking)) from problem
    except (PathBuildingError, PathValidationError) as problem:
        raise NotSigned(
            f"The signer's certificate does not hold here: {problem}. Nothing was signed. An archival signature "
            "(B-LTA) needs whoever vouches for the signer among those this node trusts."
        ) from problem
    return path


def _unknown(problem: InsufficientRevinfoError, asking: Asking | None) -> str:
    """Nobody said whether a certificate was revoked: who was asked, and what to do."""
    if asking is None:
        return say(
            "Whether the signer’s certificate was revoked is not known: this node asks nobody, and its folder “trust” "
            "has no list of revoked certificates that covers it today. Nothing was signed. The administrator puts the "
            "authority’s list there, as a file that ends in .crl, or sets COMITY_REVOCATION to ask. ({why})",
            why=problem,
        )
    return say(
        "Whether the signer’s certificate was revoked could not be learnt. Asked: {heard}. Nothing was signed. Try "
        "again; if it lasts, the administrator puts the authority’s list of revoked certificates into the node’s "
        "folder “trust”, as a file that ends in .crl. ({why})",
        heard=asking.heard,
        why=problem,
    )


async def archived(pdf: bytes, path: ValidationPath, stamper: Stamper, context: ValidationContext) -> bytes:
    """`pdf` with the certificates and lists of its newest signature, and a document time-stamp over all of it."""
    writer = Appending(io.BytesIO(pdf))
    closing = PdfTimeStamper(
        stamper,
        field_name=next_name(writer.prev, "Timestamp"),
        invis_settings=OUT_OF_SIGHT,
        readable_field_name="Time-stamp over the letter and its signatures",
    )
    done: io.BytesIO = await closing.async_timestamp_pdf(
        writer,
        "sha256",
        context,
        bytes_reserved=stamper.room,
        validation_paths=[path],
        dss_settings=_IN_THE_SAME_UPDATE,
    )
    return done.getvalue()
