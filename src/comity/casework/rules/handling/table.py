"""What may happen to a request once it has left or arrived, in which state, by whom. One table for both directions.

On an incoming request these are our own steps; on an outgoing one we record that the other side took them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from comity.casework.rules.direction import Direction
from comity.casework.rules.transitions import NotAllowed, NotInThisRole, State
from comity.kernel.words import noted, say
from comity.people.rules.roles import Role, needs


class Step(StrEnum):
    """A step with a request between two authorities."""

    ACKNOWLEDGE = "acknowledge"
    ASK = "ask"
    COMPLETE = "complete"
    CONSULT = "consult"
    RESUME = "resume"
    FORWARD = "forward"
    SERVE = "serve"
    CALL_BACK = "call-back"
    CONDITION = "condition"
    PRESERVE = "preserve"
    GIVE_PART = "give-part"
    EXECUTE = "execute"
    EXECUTE_PARTLY = "execute-partly"
    REFUSE = "refuse"
    POSTPONE = "postpone"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Rule:
    """From which states a step leads to which; None: it changes no state. `ours` is the button on an incoming
    request, `theirs` on an outgoing one; empty where that direction does not know the step."""

    sources: frozenset[State]
    target: State | None
    ours: str
    theirs: str
    article: str
    decides: bool = False

    def label(self, direction: Direction) -> str:
        """The words of the button; empty where this direction does not know the step."""
        return self.ours if direction is Direction.INCOMING else self.theirs


@dataclass(frozen=True, slots=True)
class Ticket:
    """What the table needs to know of a request. `preserves`: its execution is a preservation. `call_back_missing`: it
    discloses only after a call-back that verified the caller, and there has been none. `serves`: it is an order that is
    served on a provider; `served`: that was recorded. `postponable`: an article lists grounds for its postponement."""

    state: State
    direction: Direction
    preserves: bool = False
    expects_answer: bool = True
    call_back_missing: bool = False
    serves: bool = False
    served: bool = False
    postponable: bool = True


_NEW = frozenset({State.SENT, State.RECEIVED})
_OPEN = _NEW | {State.ACKNOWLEDGED, State.MORE_NEEDED, State.IN_CONSULTATION, State.POSTPONED}
_GIVEN = frozenset({State.EXECUTED, State.PARTLY_EXECUTED})
_ALL = frozenset({Role.DRAFTER, Role.DUTY_OFFICER, Role.APPROVER})
_DECIDERS = frozenset({Role.DUTY_OFFICER, Role.APPROVER})

TABLE: dict[Step, Rule] = {
    Step.ACKNOWLEDGE: Rule(
        _NEW, State.ACKNOWLEDGED, noted("Acknowledge receipt"), noted("Record their acknowledgement"), "Article 25(3)"
    ),
    Step.ASK: Rule(
        _NEW | {State.ACKNOWLEDGED, State.MORE_NEEDED},
        State.MORE_NEEDED,
        noted("Ask for more information"),
        noted("Record that they ask for more"),
        "T-CY(2013)17, recommendation 12",
    ),
    Step.COMPLETE: Rule(
        frozenset({State.MORE_NEEDED}),
        State.ACKNOWLEDGED,
        noted("Record that the information came"),
        noted("Record that the information was given"),
        "T-CY(2013)17, recommendation 12",
    ),
    Step.CONSULT: Rule(
        _NEW | {State.ACKNOWLEDGED, State.MORE_NEEDED},
        State.IN_CONSULTATION,
        noted("Consult the other side"),
        noted("Record that they consult us"),
        "Articles 27(6) and 29(6)",
    ),
    Step.RESUME: Rule(
        frozenset({State.IN_CONSULTATION, State.POSTPONED}),
        State.ACKNOWLEDGED,
        "Resume",
        noted("Record that they resumed"),
        "Article 27(6)",
    ),
    Step.FORWARD: Rule(
        _NEW | {State.ACKNOWLEDGED},
        State.FORWARDED,
        noted("Forward to the competent authority"),
        noted("Record that they forwarded it"),
        "Article 27(9)(c)",
        decides=True,
    ),
    Step.SERVE: Rule(
        _OPEN,
        None,
        noted("Record that the order was served"),
        noted("Record that they served the order"),
        "Article 8(6), CETS 224",
        decides=True,
    ),
    Step.CALL_BACK: Rule(_OPEN, None, noted("Record a call-back"), noted("Record that they called back"), ""),
    Step.CONDITION: Rule(
        _OPEN | _GIVEN,
        None,
        noted("Record a condition of use"),
        noted("Record their condition of use"),
        "Article 28(2)",
    ),
    Step.PRESERVE: Rule(
        _OPEN,
        State.EXECUTED,
        noted("Record the preservation"),
        noted("Record that they preserved"),
        "Articles 16 and 29(3)",
        True,
    ),
    Step.GIVE_PART: Rule(
        _OPEN,
        None,
        noted("Record a part that was given first"),
        noted("Record a part that came first"),
        "Article 27(6)",
        True,
    ),
    Step.EXECUTE: Rule(
        _OPEN, State.EXECUTED, noted("Record the execution"), noted("Record their answer"), "Article 27(7)", True
    ),
    Step.EXECUTE_PARTLY: Rule(
        _OPEN,
        State.PARTLY_EXECUTED,
        noted("Record a partial execution"),
        noted("Record their partial answer"),
        "Article 27(6) and (7)",
        True,
    ),
    Step.REFUSE: Rule(_OPEN, State.REFUSED, "Refuse", noted("Record their refusal"), "Article 27(4) and (7)", True),
    Step.POSTPONE: Rule(
        _OPEN - {State.POSTPONED},
        State.POSTPONED,
        "Postpone",
        noted("Record their postponement"),
        "Article 27(5)",
        True,
    ),
    Step.WITHDRAW: Rule(
        _OPEN | {State.FORWARDED},
        State.WITHDRAWN,
        noted("Record that they withdrew it"),
        noted("Withdraw the request"),
        "",
    ),
}


_OF_PRESERVATION = "Article 29(5)"


def article_of(step: Step, *, preserves: bool) -> str:
    """What lets it be taken: whether data are preserved has a closed list of its own."""
    return _OF_PRESERVATION if step is Step.REFUSE and preserves else TABLE[step].article


def roles_for(step: Step, direction: Direction) -> frozenset[Role]:
    """Who may take it: what decides on somebody else's request needs an approver or a duty officer."""
    return _DECIDERS if direction is Direction.INCOMING and TABLE[step].decides else _ALL


def after_step(step: Step, ticket: Ticket, roles: Collection[Role]) -> State:
    """The state that `step` leads to. Raises NotAllowed with a sentence, NotInThisRole where only the role lacks."""
    if sentence := why_not_step(step, ticket, roles):
        lacking = sentence == needs(sorted(roles_for(step, ticket.direction)))
        raise NotInThisRole(sentence) if lacking else NotAllowed(sentence)
    return TABLE[step].target or ticket.state


def why_not_step(step: Step, ticket: Ticket, roles: Collection[Role]) -> str:
    """Why this cannot be done now, in a sentence; empty where nothing stands in the way."""
    rule = TABLE[step]
    if not known(step, ticket):
        return say(
            "“{step}” has no place with this kind of request.", step=say(rule.label(ticket.direction) or rule.ours)
        )
    if ticket.state not in _sources(rule, ticket):
        return say(
            "“{label}” is not possible now. {sentence}",
            label=say(rule.label(ticket.direction)),
            sentence=say(ticket.state.sentence),
        )
    if not frozenset(roles) & roles_for(step, ticket.direction):
        return needs(sorted(roles_for(step, ticket.direction)))
    if step in {Step.GIVE_PART, Step.EXECUTE, Step.EXECUTE_PARTLY} and ticket.call_back_missing:
        return say(
            "Nothing is disclosed before a call-back has verified who asks. Call the number in the "
            "directory, not one in the request, and record the call-back first."
        )
    return ""


def known(step: Step, ticket: Ticket) -> bool:
    """Whether this kind of request, in this direction, knows the step at all."""
    if not ticket.expects_answer and step not in {Step.ACKNOWLEDGE, Step.CONDITION}:
        return False
    if step is Step.PRESERVE:
        return ticket.preserves
    if step is Step.SERVE:
        return ticket.serves
    if step is Step.POSTPONE:
        return ticket.postponable
    return not (step in {Step.GIVE_PART, Step.EXECUTE} and ticket.preserves)


def _sources(rule: Rule, ticket: Ticket) -> frozenset[State]:
    """What was forwarded is out of our hands, but of theirs we still await an answer. What is preserved can be let go:
    whoever asked for it may withdraw, as long as it lasts."""
    sources = rule.sources
    if ticket.direction is Direction.OUTGOING and State.ACKNOWLEDGED in sources:
        sources |= {State.FORWARDED}
    if ticket.preserves and rule.target is State.WITHDRAWN:
        sources |= {State.EXECUTED}
    return sources


DECIDED = frozenset({State.EXECUTED, State.PARTLY_EXECUTED, State.REFUSED, State.FORWARDED})
"""States in which we have answered an incoming request; for an outgoing one, FORWARDED still awaits an answer."""
ENDED = frozenset({State.EXECUTED, State.PARTLY_EXECUTED, State.REFUSED, State.WITHDRAWN})
"""States in which nothing more is expected from anybody, in either direction."""
