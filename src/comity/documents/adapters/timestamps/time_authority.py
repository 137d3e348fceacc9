"""A time-stamp authority at an address (RFC 3161 over HTTPS): asked within bounds, and believed only if it checks out.

Only a digest leaves the node, never the letter.
"""

from __future__ import annotations

from datetime import timedelta

from asn1crypto import cms, tsp
from pyhanko.sign.timestamps.api import TimeStamper
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko_certvalidator import ValidationContext

from comity.documents.adapters.asking.outside import Question, Unanswered, ask
from comity.documents.adapters.asking.revocation import Asking
from comity.documents.rules.signature import NotSigned
from comity.kernel import clock
from comity.kernel.words import say

SECONDS = 10
LARGEST_ANSWER = 64 * 1024
_SKEW = timedelta(minutes=5)
_HEADERS = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}


class NoTimeStamp(NotSigned):
    """The time-stamp authority gave no time-stamp that can be used. The text says why, and what to do."""


class TimeAuthority(TimeStamper):
    """Asks the authority at `address`; `context` says whom the node trusts to vouch for it.

    `asking` is whom the context asks about revocation, if it asks.
    """

    room = 24_576
    """Hexadecimal digits kept free for a time-stamp: an authority with RSA keys and its chain fill two thirds."""

    def __init__(self, address: str, context: ValidationContext, asking: Asking | None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._address, self._context, self._asking = address, context, asking

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        question = Question(self._address, req.dump(), _HEADERS, inside=True)
        try:
            return tsp.TimeStampResp.load(ask(question, seconds=SECONDS, largest=LARGEST_ANSWER), strict=True)
        except Unanswered as problem:
            raise NoTimeStamp(
                say(
                    "The time-stamp authority gave no time-stamp: {why}. Nothing was signed. Try again; if it lasts, "
                    "the administrator looks at COMITY_TIMESTAMPS.",
                    why=problem,
                )
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
            raise _untrusted(self._asking)
        if abs(status["timestamp"] - clock.now()) > _SKEW:
            raise _bad(f"says {status['timestamp']:%Y-%m-%d %H:%M} UTC, which is not this node's time")
        if md_algorithm not in self._dummy_response_cache:
            # spares a request that would ask for a specimen
            self._register_dummy(md_algorithm, token)  # type: ignore[no-untyped-call]
        return token


def _untrusted(asking: Asking | None) -> NoTimeStamp:
    if asking is None:
        return _bad(
            "was signed by an authority whose certificate this node does not trust, or cannot check against a list of "
            "revoked certificates. Put the certificate of whoever vouches for it, and that list, into the node's "
            "folder “trust”"
        )
    return NoTimeStamp(
        say(
            "The time-stamp was signed by an authority whose certificate this node does not trust, or could not learn "
            "whether it was revoked. Asked: {heard}. Nothing was signed. Trust whoever vouches for it: “comity trust "
            "add”; or put their list of revoked certificates into the node’s folder “trust”.",
            heard=asking.heard,
        )
    )


def _bad(what: str) -> NoTimeStamp:
    return NoTimeStamp(f"The time-stamp authority's answer {what}. Nothing was signed.")
