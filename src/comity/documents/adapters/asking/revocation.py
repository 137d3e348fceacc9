"""Asking, while a letter is signed, those whom the certificates name whether a certificate was revoked: OCSP and lists.

Only for certificates that somebody on the trust list vouches for, since pyHanko checks a certificate's signature before
it asks. Never for a file that is handed in to be verified: a stranger's certificate would choose whom this node asks.
"""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Iterable
from urllib.parse import urlsplit

from asn1crypto import crl, ocsp, pem, x509
from pyhanko_certvalidator.authority import Authority
from pyhanko_certvalidator.errors import CRLFetchError, OCSPFetchError, OCSPValidationError
from pyhanko_certvalidator.fetchers import CertificateFetcher, CRLFetcher, Fetchers, OCSPFetcher
from pyhanko_certvalidator.fetchers.common_utils import (
    enumerate_delivery_point_urls,
    format_ocsp_request,
    process_ocsp_response_data,
)
from pyhanko_certvalidator.util import get_ocsp_urls, get_relevant_crl_dps

from comity.documents.adapters.asking.outside import Question, Unanswered, ask
from comity.kernel.words import say

SECONDS = 10
"""For all questions about one signature."""
LARGEST_LIST = 2 * 1024 * 1024
"""It goes into the letter whole."""
LARGEST_ANSWER = 64 * 1024
MOST = 12
"""Questions about one signature: a signer's and a time-stamp authority's chain, twice over."""


class Asking:
    """Whom one signature's certificates had this node ask, within one limit for all, and what came of each question."""

    def __init__(self, inside: frozenset[str]) -> None:
        self._inside, self._spent, self._asked = inside, 0.0, 0
        self._heard: list[str] = []

    @property
    def heard(self) -> str:
        """Each address with what came of it, in words."""
        return "; ".join(dict.fromkeys(self._heard)) or say("nobody, since the certificates name nobody")

    def content(self, address: str, body: bytes | None = None, kind: str = "", largest: int = LARGEST_ANSWER) -> bytes:
        """Raises Unanswered, and notes that."""
        left = SECONDS - self._spent
        question = Question(address, body, {"Content-Type": kind} if body else {}, self._is_inside(address))
        start = time.monotonic()
        try:
            return self._answer(question, left, largest)
        except Unanswered as problem:
            self.note(address, str(problem))
            raise
        finally:
            self._spent += time.monotonic() - start

    def _answer(self, question: Question, left: float, largest: int) -> bytes:
        if left <= 0 or self._asked >= MOST:
            raise Unanswered(say("not asked, since too much was asked before"))
        self._asked += 1
        return ask(question, seconds=left, largest=largest)

    def note(self, address: str, what: str) -> None:
        """What came of asking `address`, in words."""
        self._heard.append(f"{address}: {what}")

    def fetchers(self) -> Fetchers:
        """As pyHanko asks by them."""
        return Fetchers(Answers(self), Lists(self), _NoCertificates())

    def _is_inside(self, address: str) -> bool:
        try:
            return urlsplit(address).hostname in self._inside
        except ValueError:
            return False


class Answers(OCSPFetcher):
    """Asks the responders that a certificate names, one after the other, until one answers."""

    def __init__(self, asking: Asking) -> None:
        self._asking, self._known = asking, dict[bytes, ocsp.OCSPResponse]()

    async def fetch(self, cert: x509.Certificate, authority: Authority) -> ocsp.OCSPResponse:
        question = format_ocsp_request(cert, authority, certid_hash_algo="sha1", request_nonces=True)
        for address in get_ocsp_urls(cert):
            try:
                found = self._asking.content(address, question.dump(), "application/ocsp-request")
                answer = process_ocsp_response_data(found, ocsp_request=question, ocsp_url=address)
                answer.native  # noqa: B018  read now, so that what is broken is found now
            except Unanswered:
                continue
            except (ValueError, TypeError, OCSPValidationError):
                self._asking.note(address, say("an answer that says nothing about the certificate"))
                continue
            self._asking.note(address, say("an answer"))
            self._known[cert.sha256] = answer
            return answer
        raise OCSPFetchError("Nobody answered")

    def fetched_responses(self) -> Iterable[ocsp.OCSPResponse]:
        return self._known.values()

    def fetched_responses_for_cert(self, cert: x509.Certificate) -> Iterable[ocsp.OCSPResponse]:
        return [self._known[cert.sha256]] if cert.sha256 in self._known else []


class Lists(CRLFetcher):
    """Reads the lists of revoked certificates that a certificate names, each once."""

    def __init__(self, asking: Asking) -> None:
        self._asking, self._known = asking, dict[str, crl.CertificateList]()
        self._named = dict[bytes, tuple[str, ...]]()

    async def fetch(self, cert: x509.Certificate, *, use_deltas: bool | None = None) -> list[crl.CertificateList]:
        places = get_relevant_crl_dps(cert, use_deltas=bool(use_deltas))
        named = tuple(address for place in places for address in enumerate_delivery_point_urls(place))
        for address in named:
            if address not in self._known:
                self._read(address)
        self._named[cert.sha256] = named
        found = list(self.fetched_crls_for_cert(cert))
        if named and not found:
            raise CRLFetchError("Nobody answered")
        return found

    def fetched_crls(self) -> Iterable[crl.CertificateList]:
        return self._known.values()

    def fetched_crls_for_cert(self, cert: x509.Certificate) -> Iterable[crl.CertificateList]:
        return [self._known[address] for address in self._named[cert.sha256] if address in self._known]

    def _read(self, address: str) -> None:
        try:
            content = self._asking.content(address, largest=LARGEST_LIST)
            if pem.detect(content):
                _, _, content = pem.unarmor(content)
            found = crl.CertificateList.load(content, strict=True)
            found.issuer.native  # noqa: B018  read now, so that what is broken is found now
        except Unanswered:
            return
        except (ValueError, TypeError):
            self._asking.note(address, say("an answer that is no list of revoked certificates"))
            return
        self._asking.note(address, say("a list"))
        self._known[address] = found


class _NoCertificates(CertificateFetcher):
    """Certificates come with the signer and with the trust list; none is fetched."""

    async def fetch_cert_issuers(self, cert: x509.Certificate) -> AsyncGenerator[x509.Certificate, None]:  # noqa: ARG002
        return
        yield

    async def fetch_crl_issuers(self, certificate_list: crl.CertificateList) -> AsyncGenerator[x509.Certificate, None]:  # noqa: ARG002
        return
        yield

    def fetched_certs(self) -> Iterable[x509.Certificate]:
        return ()
