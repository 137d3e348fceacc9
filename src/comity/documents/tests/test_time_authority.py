"""A time-stamp authority at an address: what it answers is believed only if it checks out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from asn1crypto import tsp

from comity.documents.adapters.asking.outside import Question, Unanswered
from comity.documents.adapters.keys.own_key import own_key
from comity.documents.adapters.signing.signatures import sign
from comity.documents.adapters.timestamps import time_authority
from comity.documents.adapters.timestamps.time_authority import NoTimeStamp
from comity.documents.adapters.timestamps.time_test_authority import InProcessTimeStamper, time_test_stamper
from comity.documents.rules.signature import Level
from comity.documents.tests.signing_world import archival_judgement, living_in
from comity.kernel.clock import frozen

NOW = datetime(2026, 11, 24, 3, 0, 7, tzinfo=UTC)
ADDRESS = "https://stamps.example.org/tsa"


@pytest.fixture
def remote(tmp_path: Path, frozen_clock: Callable[[datetime], None]) -> Iterator[Path]:
    frozen_clock(NOW)
    with living_in(tmp_path, timestamps=ADDRESS):
        yield tmp_path


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[bytes], bytes]], list[str]]:
    """Makes every request be answered by the function given; returns the addresses asked."""

    def make(answer: Callable[[bytes], bytes]) -> list[str]:
        asked: list[str] = []

        def ask(question: Question, *, seconds: float, largest: int) -> bytes:
            assert (seconds, largest, question.inside) == (10, 65_536, True)
            assert question.body is not None
            asked.append(question.address)
            return answer(question.body)

        monkeypatch.setattr(time_authority, "ask", ask)
        return asked

    return make


def honest(home: Path) -> InProcessTimeStamper:
    return time_test_stamper(home, own_key(), country="GE", organisation="Elsewhere")


def granted(home: Path, query: bytes) -> tsp.TimeStampResp:
    return asyncio.run(_answered(honest(home), query))


async def _answered(stamper: InProcessTimeStamper, query: bytes) -> tsp.TimeStampResp:
    return await stamper.async_request_tsa_response(tsp.TimeStampReq.load(query))


def in_thread(home: Path, query: bytes) -> bytes:
    """The stamper is asynchronous, and a loop runs already."""
    coroutine = _answered(honest(home), query)
    try:
        coroutine.send(None)
    except StopIteration as done:
        return bytes(done.value.dump())
    raise AssertionError


def test_an_honest_authority_gives_an_archival_letter_with_two_requests(
    unsigned: bytes, remote: Path, answers: Callable[..., list[str]]
) -> None:
    asked = answers(lambda query: in_thread(remote, query))
    (verdict,) = archival_judgement(sign(unsigned, reason="x", level=Level.ARCHIVAL), remote)
    assert verdict.best_signature_time == NOW
    assert asked == [ADDRESS, ADDRESS]


def silent(_: bytes) -> bytes:
    raise Unanswered("no answer within 10 seconds")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (silent, "gave no time-stamp: no answer within 10 seconds. Nothing was signed"),
        (lambda _: b"<html>hello</html>", "is not a time-stamp"),
        (
            lambda _: tsp.TimeStampResp({"status": {"status": "rejection"}}).dump(),
            "is not a time-stamp",
        ),
    ],
)
def test_what_is_no_time_stamp_signs_nothing(
    unsigned: bytes, remote: Path, answers: Callable[..., list[str]], answer: Callable[[bytes], bytes], says: str
) -> None:
    answers(answer)
    with pytest.raises(NoTimeStamp, match=says):
        sign(unsigned, reason="x", level=Level.TIMED)


def test_a_time_stamp_of_something_else_is_refused(
    unsigned: bytes, remote: Path, answers: Callable[..., list[str]]
) -> None:
    def other(query: bytes) -> bytes:
        asked = tsp.TimeStampReq.load(query)
        asked["message_imprint"]["hashed_message"] = bytes(32)
        return in_thread(remote, asked.dump())

    answers(other)
    with pytest.raises(NoTimeStamp, match="does not fit what was asked"):
        sign(unsigned, reason="x", level=Level.TIMED)


def test_an_authority_that_nobody_vouches_for_is_refused(
    unsigned: bytes, remote: Path, tmp_path_factory: pytest.TempPathFactory, answers: Callable[..., list[str]]
) -> None:
    stranger = tmp_path_factory.mktemp("stranger")

    def foreign(query: bytes) -> bytes:
        with living_in(stranger):
            return in_thread(stranger, query)

    answers(foreign)
    with pytest.raises(NoTimeStamp, match="does not trust"):
        sign(unsigned, reason="x", level=Level.TIMED)


def test_a_clock_that_is_wrong_is_refused(unsigned: bytes, remote: Path, answers: Callable[..., list[str]]) -> None:
    def late(query: bytes) -> bytes:
        with frozen(NOW + timedelta(hours=1)):
            return in_thread(remote, query)

    answers(late)
    with pytest.raises(NoTimeStamp, match="is not this node's time"):
        sign(unsigned, reason="x", level=Level.TIMED)
