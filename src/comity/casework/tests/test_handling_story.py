"""Every step is told in a sentence, from our side and from theirs, at the moment at which it happened."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from comity.casework.rules.handling import events
from comity.casework.rules.handling.events import EVENT_OF
from comity.casework.rules.handling.story import ground_article, step_sentence, step_words
from comity.casework.rules.handling.table import Step
from comity.casework.rules.timeline import told
from comity.kernel.digest import Digest
from comity.ledger.rules.entry import NOTHING_BEFORE, EntryView

SUBJECT = "request:GE-2026-00001"
HAPPENED = "2026-03-02T09:00:00+00:00"
SAID: dict[Step, dict[str, Any]] = {
    Step.ASK: {"missing": ["port"], "words": "Which?"},
    Step.FORWARD: {"authority": "the prosecution service", "informed": True},
    Step.SERVE: {"provider": "Example Telecom", "manner": "Through its portal"},
    Step.CALL_BACK: {"result": "verified", "number_from": "directory"},
    Step.CONDITION: {"condition": "Only here"},
    Step.EXECUTE: {"outcome": "given", "data": ["traffic"]},
    Step.EXECUTE_PARTLY: {"given": "one", "not_given": "the other"},
    Step.REFUSE: {"ground": "ets185:27(4)(b)", "reason": "Security"},
    Step.POSTPONE: {"ground": "ets185:27(5)", "reason": "Own case"},
}


def entry(name: str, sequence: int = 1, **payload: Any) -> EntryView:
    at = datetime(2026, 3, 2, 10, tzinfo=UTC)
    return EntryView(sequence, at, "user:1", "Duty", name, SUBJECT, payload, NOTHING_BEFORE, Digest("0" * 64))


def registered() -> EntryView:
    return entry(
        events.RequestRegistered.name,
        requesting_country="MD",
        oral=False,
        channel="e-mail",
        their_reference="",
        happened_at=HAPPENED,
    )


@pytest.mark.parametrize("step", list(Step))
def test_each_step_reads_otherwise_from_the_other_side(step: Step) -> None:
    one = entry(EVENT_OF[step].name, 2, said=SAID.get(step, {}), happened_at=HAPPENED)
    (theirs,) = told([one])
    _, ours = told([registered(), one])
    assert theirs.sentence.startswith("Duty ")
    assert ours.sentence.startswith("Duty ")
    assert theirs.sentence.endswith(".")
    assert "None" not in theirs.sentence + ours.sentence
    assert (ours.sentence != theirs.sentence) or step is Step.WITHDRAW
    assert ours.happened_at == datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("step", "ours", "theirs"),
    [
        (Step.ASK, "asked for more: source port of a shared address", "noted that they ask for more: source port"),
        (Step.REFUSE, "refused the request (Article 27(4)(b))", "noted their refusal (Article 27(4)(b))"),
        (Step.EXECUTE, "executed the request: traffic data", "noted their answer: traffic data"),
        (
            Step.SERVE,
            "noted that the order was served on Example Telecom",
            "noted that they served the order on Example",
        ),
        (Step.CALL_BACK, "called back: the request is confirmed", "noted that they called back"),
        (Step.WITHDRAW, "noted that they withdrew it", "withdrew the request"),
    ],
)
def test_some_of_them_word_for_word(step: Step, ours: str, theirs: str) -> None:
    payload = {"said": SAID.get(step, {})}
    assert (step_sentence(EVENT_OF[step].name, payload, who="Duty", ours=True) or "").startswith(f"Duty {ours}")
    assert (step_sentence(EVENT_OF[step].name, payload, who="Duty", ours=False) or "").startswith(f"Duty {theirs}")


def test_a_country_stands_in_the_sentence_as_one_says_it() -> None:
    (line,) = told([registered()])
    assert line.sentence == "Duty registered the request from the Republic of Moldova, received by e-mail."


def test_a_corrected_moment_is_the_one_that_is_told() -> None:
    one = entry(EVENT_OF[Step.ACKNOWLEDGE].name, 7, said={}, happened_at=HAPPENED)
    later = "2026-03-02T09:30:00+00:00"
    right = entry(events.EventCorrected.name, 8, corrects=7, happened_at=later, reason="Wrong hour")
    lines = list(told([one, right]))
    assert lines[0].happened_at == datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    assert lines[1].reason == "Wrong hour"


def test_own_words_are_told_with_what_they_are_about() -> None:
    assert step_words({"said": SAID[Step.EXECUTE_PARTLY]}) == "Given: one. Not given: the other."
    assert step_words({"said": {"reason": "Why? "}}) == "Why?"
    assert step_words({}) == ""


def test_grounds_are_named_by_their_article() -> None:
    assert ground_article("ets185:27(4)(b)") == "Article 27(4)(b)"
    assert ground_article("") == ""
