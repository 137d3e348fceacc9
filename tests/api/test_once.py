"""A call that is repeated under one key is carried out once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event

import pytest
from django.db import connections

from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.people.actions.answer_once import InProgress, answer_once
from comity.people.actions.forget_answers import forget_answers
from comity.people.models.answered_call import AnsweredCall
from comity.people.rules.answer import KEPT_FOR, Answer

from .conftest import NOW, Cast, Program, problem

KEY = {"Idempotency_Key": "first-call"}


@pytest.fixture
def drafter(program: Callable[..., Program]) -> Program:
    return program("drafter")


@pytest.mark.django_db
def test_a_repetition_does_nothing_and_gets_the_first_answer(drafter: Program) -> None:
    first, second = (drafter.post("/cases", {"title": "Once"}, **KEY) for _ in range(2))
    assert (first.status_code, first.content, first["Location"]) == (201, second.content, second["Location"])
    assert len(drafter.get("/cases").json()["items"]) == 1


@pytest.mark.django_db
def test_another_call_under_the_same_key_is_refused(drafter: Program) -> None:
    case = drafter.post("/cases", {"title": "Once"}, **KEY).json()["reference"]
    assert problem(drafter.post("/cases", {"title": "Twice"}, **KEY), 422)["type"].endswith("repeated-differently")
    problem(drafter.post(f"/cases/{case}/notes", {"title": "Once"}, **KEY), 422)
    assert len(drafter.get("/cases").json()["items"]) == 1


@pytest.mark.django_db
def test_what_was_refused_can_be_corrected_under_the_same_key(drafter: Program) -> None:
    problem(drafter.post("/cases", {"title": " "}, **KEY), 422)
    assert drafter.post("/cases", {"title": "Better"}, **KEY).status_code == 201


@pytest.mark.django_db
def test_a_key_is_its_users_own(program: Callable[..., Program]) -> None:
    made = [program(name).post("/cases", {"title": name}, **KEY).json()["reference"] for name in ("drafter", "duty")]
    assert len(set(made)) == 2


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "with space", "x" * 101, "schlüssel"])
def test_a_key_that_is_none_is_refused(drafter: Program, key: str) -> None:
    found = problem(drafter.post("/cases", {"title": "Once"}, Idempotency_Key=key), 422)
    assert found["errors"][0]["field"] == "Idempotency-Key"


@pytest.mark.django_db
def test_answers_are_forgotten_after_a_day(drafter: Program, frozen_clock: Callable[..., None]) -> None:
    drafter.post("/cases", {"title": "Once"}, **KEY)
    frozen_clock(NOW + KEPT_FOR - timedelta(seconds=1))
    assert forget_answers() == 0
    frozen_clock(NOW + KEPT_FOR)
    assert drafter.post("/cases", {"title": "Another"}, **KEY).status_code == 201
    assert AnsweredCall.objects.count() == 1
    frozen_clock(NOW + 2 * KEPT_FOR)
    assert forget_answers() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_is_carried_out(cast: Cast) -> None:
    user, meet, done = cast.drafter, Barrier(2, timeout=20), Event()

    def carried_out() -> Answer:
        meet.wait()
        assert done.wait(20)
        return Answer(201, {}, "{}")

    def first() -> Answer:
        try:
            return answer_once(user, "key", Digest.of(b"call"), carried_out)
        finally:
            connections.close_all()

    with ThreadPoolExecutor() as apart:
        running = apart.submit(first)
        meet.wait()
        with pytest.raises(InProgress):
            answer_once(user, "key", Digest.of(b"call"), lambda: pytest.fail("It was done twice."))
        done.set()
        assert running.result(20).status == 201
    kept = answer_once(user, "key", Digest.of(b"call"), lambda: pytest.fail("It was done twice."))
    assert kept.status == 201
    assert clock.now() >= AnsweredCall.objects.get().at
