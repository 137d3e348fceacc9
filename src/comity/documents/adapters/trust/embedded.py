"""What a PDF carries so that its signatures can be checked later: certificates, revocation lists and answers.

Fetches nothing. What cannot be read counts as not there, since anybody may add to a file after it was signed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from asn1crypto import crl, ocsp, x509
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import MultivaluedAttributeError, NonexistentAttributeError, find_unique_cms_attribute
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError

MOST = 100
"""Lists, answers and certificates that are looked at, of each."""
_BROKEN = (PdfReadError, ValueError, TypeError, KeyError, AttributeError)


@dataclass(frozen=True, slots=True)
class Embedded:
    """Certificates that may complete a chain, and what was said about revocation."""

    certificates: tuple[x509.Certificate, ...] = ()
    lists: tuple[crl.CertificateList, ...] = ()
    answers: tuple[ocsp.OCSPResponse, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.lists or self.answers)

    def plus(self, other: Embedded) -> Embedded:
        return Embedded(self.certificates + other.certificates, self.lists + other.lists, self.answers + other.answers)

    def about(self, certificate: x509.Certificate) -> Embedded:
        """Without lists made after `certificate` ran out: they need not name it any more (RFC 5280, 3.3)."""
        end = certificate.not_valid_after
        lists = tuple(found for found in self.lists if _made(found) <= end)
        return Embedded(self.certificates, lists, self.answers)

    def said_at(self, certificate: x509.Certificate) -> datetime | None:
        """When the newest list of its issuer, or answer about it, was made. None where there is neither."""
        lists = [_made(found) for found in self.lists if found.issuer == certificate.issuer]
        answers = [made for answer in self.answers for serial, made in _answered(answer)
                   if serial == certificate.serial_number]  # fmt: skip
        return max(lists + answers, default=None)


def embedded_in(reader: PdfFileReader) -> Embedded:
    """The document security store (ISO 32000-2, 12.8.4.3) of the newest revision; empty where there is none."""
    try:
        store = DocumentSecurityStore.read_dss(reader)
        certificates = tuple(islice(store.load_certs(), MOST))
        lists = tuple(crl.CertificateList.load(data) for data in _streams(store.crls, DecodePurpose.CRL))
        answers = tuple(ocsp.OCSPResponse.load(data) for data in _streams(store.ocsps, DecodePurpose.OCSP_RESPONSE))
        return _checked(Embedded(certificates, lists, answers))
    except (NoDSSFoundError, *_BROKEN):
        return Embedded()


def embedded_in_signature(found: EmbeddedPdfSignature) -> Embedded:
    """What Adobe's signed attribute holds (ISO 32000-2, 12.8.3.3.2)."""
    try:
        held = find_unique_cms_attribute(found.signer_info["signed_attrs"], "adobe_revocation_info_archival")
        return _checked(Embedded((), tuple(islice(held["crl"], MOST)), tuple(islice(held["ocsp"], MOST))))
    except (NonexistentAttributeError, MultivaluedAttributeError, *_BROKEN):
        return Embedded()


def _streams(references: list, purpose: DecodePurpose) -> Iterator[bytes]:  # type: ignore[type-arg]
    for reference in islice(references, MOST):
        yield reference.get_object().read_data(purpose)


def _checked(found: Embedded) -> Embedded:
    """Parsed to where it is used: asn1crypto reads late, and would stumble in the middle of a check."""
    for held in found.lists:
        _made(held)
    for answer in found.answers:
        list(_answered(answer))
    return found


def _made(found: crl.CertificateList) -> datetime:
    made: datetime = found["tbs_cert_list"]["this_update"].native
    return made


def _answered(answer: ocsp.OCSPResponse) -> Iterator[tuple[int, datetime]]:
    for single in answer.response_data["responses"]:
        yield single["cert_id"]["serial_number"].native, single["this_update"].native
