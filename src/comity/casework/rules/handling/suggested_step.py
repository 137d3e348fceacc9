"""What a notice says about the request that it follows, as a step to record there. Suggests; takes no step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from comity.casework.rules.handling.table import Step
from comity.casework.rules.shapes import blank

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A step, and the answers of its form that the notice gives."""

    step: Step
    answers: Mapping[str, Any] = field(default_factory=dict)


def suggested_steps(kind: str, content: Content) -> tuple[Suggestion, ...]:
    """The steps that a notice of this kind makes one record, in their order; none for what is no such notice."""
    make = _MAKERS.get(kind)
    return make(content) if make else ()


def _receipt(content: Content) -> tuple[Suggestion, ...]:
    found = [Suggestion(Step.ACKNOWLEDGE, _said(their_reference=content.get("previous_own_reference")))]
    if content.get("forwarded_to"):
        found.append(Suggestion(Step.FORWARD, _said(authority=_line(content.get("forwarded_to")))))
    if content.get("completeness") == "incomplete":
        asked = _said(missing=content.get("missing_items"), words=content.get("missing_words"))
        found.append(Suggestion(Step.ASK, asked))
    return tuple(found)


def _report(content: Content) -> tuple[Suggestion, ...]:
    given, not_given = content.get("given"), content.get("not_given")
    found = []
    match content.get("outcome"):
        case "executed":
            found.append(Suggestion(Step.EXECUTE, _said(outcome="given", given=given)))
        case "no-data":
            found.append(Suggestion(Step.EXECUTE, _said(outcome="no-data", given=not_given)))
        case "partly":
            found.append(Suggestion(Step.EXECUTE_PARTLY, _said(given=given, not_given=not_given)))
        case "preserved":
            found.append(Suggestion(Step.PRESERVE, _said(until=content.get("preserved_until"))))
    if content.get("conditions_set"):
        found.append(Suggestion(Step.CONDITION, _said(condition=content.get("use_conditions"))))
    return tuple(found)


def _refusal(content: Content) -> tuple[Suggestion, ...]:
    reason = content.get("reasons")
    if content.get("decided") == "postponed":
        until = content.get("postponed_until")
        return (
            Suggestion(Step.POSTPONE, _said(ground=content.get("postponement_ground"), reason=reason, until=until)),
        )
    consulted = bool(content.get("consulted") and content.get("partial_considered"))
    return (Suggestion(Step.REFUSE, _said(ground=content.get("refusal_ground"), reason=reason, consulted=consulted)),)


def _withdrawal(content: Content) -> tuple[Suggestion, ...]:
    return (Suggestion(Step.WITHDRAW, _said(reason=content.get("withdrawal_reason"))),)


def _supplement(content: Content) -> tuple[Suggestion, ...]:
    return (Suggestion(Step.COMPLETE, _said(note=content.get("supplement"))),)


def _said(**answers: Any) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if not blank(value)}


def _line(value: Any) -> Any:
    return " ".join(value.split())[:200] if isinstance(value, str) else value


_MAKERS: dict[str, Callable[[Content], tuple[Suggestion, ...]]] = {
    "receipt": _receipt,
    "execution-report": _report,
    "refusal-notice": _refusal,
    "withdrawal": _withdrawal,
    "supplement": _supplement,
}
