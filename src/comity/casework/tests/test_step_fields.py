"""What must be said with a step: one declaration, checked the same whoever asks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.casework.rules.fields import Choice
from comity.casework.rules.handling.fields import answered, fields_of
from comity.casework.rules.handling.suggested_step import Suggestion, suggested_steps
from comity.casework.rules.handling.table import Step
from comity.casework.rules.refusal import Refused

TODAY = date(2026, 3, 2)
GROUNDS = (Choice("ets185:27(4)(a)", "Political offence"), Choice("ets185:27(4)(b)", "Essential interests"))


@pytest.mark.parametrize(
    ("step", "answers", "said"),
    [
        (Step.REFUSE, {"reason": "x"}, "only on a ground of its article"),
        (Step.REFUSE, {"ground": "we are busy", "reason": "x"}, "not among the choices"),
        (Step.REFUSE, {"ground": "ets185:27(4)(a)"}, "Reasons: nothing is written"),
        (Step.REFUSE, {"ground": "ets185:27(4)(a)", "reason": "x" * 4001}, "1 characters longer"),
        (Step.POSTPONE, {"ground": "ets185:27(4)(a)", "reason": "x", "until": "soon"}, "is not a day"),
        (Step.ASK, {}, "Tick at least one item"),
        (Step.ASK, {"missing": []}, "Tick at least one item"),
        (Step.ASK, {"missing": ["everything"]}, "not among the choices"),
        (Step.ASK, {"missing": "port"}, "A list belongs here"),
        (Step.FORWARD, {"authority": "Prosecution office"}, "must be told where the request went"),
        (Step.FORWARD, {"authority": "Prosecution office", "informed": "yes"}, "a box to tick"),
        (Step.EXECUTE, {"outcome": "perhaps"}, "not among the choices"),
        (Step.SERVE, {"manner": "By post"}, "Provider served: nothing is written"),
        (Step.CALL_BACK, {"result": "verified"}, "Where the number came from"),
        (Step.CONDITION, {"condition": "   "}, "nothing is written"),
        (Step.ACKNOWLEDGE, {"their_reference": "x\x00"}, "cannot be stored"),
        (Step.ACKNOWLEDGE, {"ground": "x"}, "is not asked for in this step"),
    ],
)
def test_what_is_missing_or_out_of_place_is_said(step: Step, answers: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        answered(fields_of(step, GROUNDS), answers, TODAY)


def test_answers_are_stripped_and_silence_is_left_out() -> None:
    given_ = {"ground": "ets185:27(4)(b)", "reason": " Security. ", "consulted": False}
    assert answered(fields_of(Step.REFUSE, GROUNDS), given_, TODAY) == {
        "ground": "ets185:27(4)(b)",
        "reason": "Security.",
    }
    assert answered(fields_of(Step.RESUME), {"note": None}, TODAY) == {}


def test_without_a_list_of_grounds_nothing_can_be_refused() -> None:
    with pytest.raises(Refused):
        answered(fields_of(Step.REFUSE), {"ground": "", "reason": "x"}, TODAY)


@given(
    st.sampled_from(Step),
    st.dictionaries(
        st.sampled_from(["ground", "reason", "missing", "note", "outcome", "until", "data", "result", "odd"]),
        st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.lists(st.text(max_size=4), max_size=3),
    ),
)
def test_no_answers_make_it_fail(step: Step, answers: dict[str, Any]) -> None:
    try:
        said = answered(fields_of(step, GROUNDS), answers, TODAY)
    except Refused as problem:
        said = {gap.field: gap.sentence for gap in problem.gaps}
        assert all(said.values())
    assert set(said) <= set(answers) | {spec.name for spec in fields_of(step, GROUNDS)}


@pytest.mark.parametrize(
    ("kind", "content", "steps"),
    [
        ("receipt", {"previous_own_reference": "UA-7"}, [(Step.ACKNOWLEDGE, {"their_reference": "UA-7"})]),
        (
            "receipt",
            {"completeness": "incomplete", "missing_items": ["port"]},
            [(Step.ACKNOWLEDGE, {}), (Step.ASK, {"missing": ["port"]})],
        ),
        (
            "execution-report",
            {"outcome": "no-data", "not_given": "Overwritten."},
            [(Step.EXECUTE, {"outcome": "no-data", "given": "Overwritten."})],
        ),
        (
            "execution-report",
            {"outcome": "partly", "given": "a", "not_given": "b", "conditions_set": True, "use_conditions": "c"},
            [(Step.EXECUTE_PARTLY, {"given": "a", "not_given": "b"}), (Step.CONDITION, {"condition": "c"})],
        ),
        ("execution-report", {"outcome": "preserved"}, [(Step.PRESERVE, {})]),
        ("execution-report", {"outcome": "delayed"}, []),
        (
            "refusal-notice",
            {"decided": "refused", "refusal_ground": "ets185:27(4)(b)", "reasons": "r"},
            [(Step.REFUSE, {"ground": "ets185:27(4)(b)", "reason": "r"})],
        ),
        ("refusal-notice", {"decided": "postponed", "reasons": "r"}, [(Step.POSTPONE, {"reason": "r"})]),
        ("withdrawal", {"withdrawal_reason": "Found otherwise."}, [(Step.WITHDRAW, {"reason": "Found otherwise."})]),
        ("supplement", {"supplement": "Port 51514."}, [(Step.COMPLETE, {"note": "Port 51514."})]),
        ("preservation", {}, []),
    ],
)
def test_a_notice_suggests_the_step_to_record(
    kind: str, content: dict[str, Any], steps: list[tuple[Step, dict[str, Any]]]
) -> None:
    assert suggested_steps(kind, content) == tuple(Suggestion(*each) for each in steps)
