"""A time-stamp authority at an address (RFC 3161 over HTTPS): asked within bounds, and believed only if it checks out.

Only a digest leaves the node, never the letter.
"""

from __future__ import annotations

import time
from datetime import timedelta

import requests
from asn1crypto import cms, tsp
from pyhanko.sign.timestamps.api import TimeStamper
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko_certvalidator import ValidationContext

from comity.documents.rules.signature import NotSigned
from comity.kernel import clock

SECONDS = 10
LARGEST_ANSWER = 64 * 1024
_SKEW = timedelta(minutes=5)
_HEADERS = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}


class NoTimeStamp(NotSigned):
    """The time-stamp authority gave no time-stamp that can be used. The text says why, and what to do."""


class TimeAuthority(TimeStamper):
    """Asks the authority at `address`; `context` says whom the node trusts to vouch for it."""

    room = 24_576
    """Hexadecimal digits kept free for a time-stamp: an authority with RSA keys and its chain fill two thirds."""

    def __init__(self, address: str, context: ValidationContext) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._address, self._context = address, context

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        try:
            return tsp.TimeStampResp.load(self._answer(req.dump()), strict=True)
        except (requests.RequestException, OSError) as problem:
            raise NoTimeStamp(
                f"The time-stamp authority did not answer within {SECONDS} seconds ({type(problem).__name__}). Nothing "
                "was signed. Try again; if it lasts, the administrator looks at COMITY_TIMESTAMPS."
            ) from problem
        except ValueError as problem:
            raise _bad("is not a time-stamp") from problem

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        try:
            token = await super().async_timestamp(message_digest, md_algorithm)
            status = await validate_tst_signed_data(token["content"], self._context, lambda _: message_digest)
        except NoTimeStamp:
            raise
        except Exception as problem:  # the answer is a stranger's, and may break its reader in any way
            raise _bad("is not a time-stamp for what was asked") from problem
        if not (status["intact"] and status["valid"]):
            raise _bad("does not fit what was asked, or its own signature")
        if status["trust_problem_indic"] is not None:
            raise _bad(
                "was signed by an authority whose certificate this node does not trust, or cannot check against a list "
                "of revoked certificates. Put the certificate of whoever vouches for it, and that list, into the "
                "node's folder “trust”"
            )
        if abs(status["timestamp"] - clock.now()) > _SKEW:
            raise _bad(f"says {status['timestamp']:%Y-%m-%d %H:%M} UTC, which is not this node's time")
        if md_algorithm not in self._dummy_response_cache:
            # spares a request that would ask for a specimen
            self._register_dummy(md_algorithm, token)  # type: ignore[no-untyped-call]
        return token

    def _answer(self, query: bytes) -> bytes:
        end = time.monotonic() + SECONDS
        with requests.Session() as session:
            session.trust_env = False  # no proxy and no password file that the environment names
            answer = session.post(
                self._address, data=query, headers=_HEADERS, timeout=SECONDS, stream=True, allow_redirects=False
            )
            if answer.status_code != requests.codes.ok:
                raise _bad(f"has the status {answer.status_code}")
            found = b""
            for part in answer.iter_content(1):  # a larger one would be waited for, however slowly it drips in
                found += part
                if len(found) > LARGEST_ANSWER:
                    raise _bad(f"is larger than {LARGEST_ANSWER // 1024} KiB")
                if time.monotonic() > end:
                    raise requests.Timeout
        return found


def _bad(what: str) -> NoTimeStamp:
    return NoTimeStamp(f"The time-stamp authority's answer {what}. Nothing was signed.")
