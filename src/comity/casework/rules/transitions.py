"""What may happen to a request in which state, by whom. One table; pages grey out by it and actions obey it.

Four eyes: whoever drafted or edited a request never approves it, so no signature without two persons.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from comity.kernel.words import noted, say
from comity.people.rules.roles import Role, needs


class State(StrEnum):
    """Where a request stands."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    APPROVED = "approved"
    SIGNED = "signed"
    READY = "ready"
    SENT = "sent"
    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    MORE_NEEDED = "more-needed"
    IN_CONSULTATION = "in-consultation"
    POSTPONED = "postponed"
    FORWARDED = "forwarded"
    EXECUTED = "executed"
    PARTLY_EXECUTED = "partly-executed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return _STATES[self][0]

    @property
    def sentence(self) -> str:
        return _STATES[self][1]


class Verb(StrEnum):
    """What a person, or the node itself, does with a request."""

    EDIT = "edit"
    SUBMIT = "submit"
    RETURN = "return"
    APPROVE = "approve"
    PREPARE = "prepare"
    SIGN = "sign"
    COUNTERSIGN = "countersign"
    RELEASE = "release"
    MARK_SENT = "mark-sent"
    WITHDRAW = "withdraw"

    @property
    def label(self) -> str:
        """The words of the button."""
        return _BUTTONS[self]


@dataclass(frozen=True, slots=True)
class Transition:
    """From which states a verb leads to which, and which roles may do it. No roles: only the node itself."""

    sources: tuple[State, ...]
    target: State
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the table needs to know of a request: its state, and who had a hand in it (references of actors)."""

    state: State
    editors: frozenset[str] = frozenset()
    approved_by: str = ""


class NotAllowed(Exception):
    """The step cannot be taken now, or not by this person. The text says why, and what to do."""


class NotInThisRole(NotAllowed):
    """It could be taken now, by somebody with another role."""


_HANDS = frozenset({Role.DRAFTER, Role.DUTY_OFFICER})
_SEALS = frozenset({Role.APPROVER, Role.DUTY_OFFICER})
_ALL = _HANDS | _SEALS

TABLE: dict[Verb, Transition] = {
    Verb.EDIT: Transition((State.DRAFT,), State.DRAFT, _HANDS),
    Verb.SUBMIT: Transition((State.DRAFT,), State.IN_REVIEW, _HANDS),
    Verb.RETURN: Transition((State.IN_REVIEW, State.APPROVED), State.DRAFT, _ALL),
    Verb.APPROVE: Transition((State.IN_REVIEW,), State.APPROVED, frozenset({Role.APPROVER})),
    Verb.PREPARE: Transition((State.APPROVED,), State.APPROVED, _ALL),
    Verb.SIGN: Transition((State.APPROVED,), State.SIGNED, _SEALS),
    Verb.COUNTERSIGN: Transition((State.SIGNED,), State.SIGNED, _ALL),
    Verb.RELEASE: Transition((State.SIGNED,), State.READY, frozenset()),
    Verb.MARK_SENT: Transition((State.READY,), State.SENT, _ALL),
    Verb.WITHDRAW: Transition(
        (State.DRAFT, State.IN_REVIEW, State.APPROVED, State.SIGNED, State.READY), State.WITHDRAWN, _ALL
    ),
}


def after(verb: Verb, standing: Standing, *, person: str, roles: frozenset[Role]) -> State:
    """The state that `verb` leads to, if `person` (an actor's reference) with `roles` may do it now.

    Raises NotAllowed with a sentence, NotInThisRole where only the role is missing. Only the node itself releases: for
    that, `person` is “system”.
    """
    if sentence := why_not(verb, standing, person=person, roles=roles):
        wanted = sorted(TABLE[verb].roles)
        raise NotInThisRole(sentence) if wanted and sentence == needs(wanted) else NotAllowed(sentence)
    return TABLE[verb].target


def why_not(verb: Verb, standing: Standing, *, person: str, roles: frozenset[Role]) -> str:
    """Why `person` cannot do this now, in a sentence; empty where nothing stands in the way."""
    transition = TABLE[verb]
    if verb is Verb.APPROVE and standing.state is State.APPROVED:
        return _approved_already(standing, person)
    if standing.state not in transition.sources:
        return f"{say(_REFUSALS[verb])} {say(standing.state.sentence)}"
    if not transition.roles:
        return (
            ""
            if person == "system"
            else say("Only the node itself does this, once it has checked the signed document.")
        )
    if not roles & transition.roles:
        return needs(sorted(transition.roles))
    if verb is Verb.APPROVE and person in standing.editors:
        return say(
            "You drafted or edited this request, so somebody else must approve it (four eyes). Ask "
            "another approver to look at it."
        )
    return ""


def _approved_already(standing: Standing, person: str) -> str:
    if person == standing.approved_by:
        return say("You have approved this request already; a second approval by the same person adds nothing.")
    return say("This request is approved already. It can be signed.")


_STATES: dict[State, tuple[str, str]] = {
    State.DRAFT: ("Draft", noted("It is a draft.")),
    State.IN_REVIEW: (noted("In review"), noted("It is in review; return it to draft to change it.")),
    State.APPROVED: ("Approved", noted("It is approved; until it is signed, it can be returned to draft.")),
    State.SIGNED: ("Signed", noted("It is signed, and what is signed no longer changes.")),
    State.READY: (
        noted("Ready to send"),
        noted("It is signed, checked and ready to send; what is signed no longer changes."),
    ),
    State.SENT: ("Sent", noted("It has been sent, and what was sent no longer changes.")),
    State.RECEIVED: ("Received", noted("It has been received and waits for an acknowledgement.")),
    State.ACKNOWLEDGED: ("Acknowledged", noted("Its receipt is acknowledged, and it waits to be executed.")),
    State.MORE_NEEDED: (
        noted("More information needed"),
        noted("More information was asked for, and has not come yet."),
    ),
    State.IN_CONSULTATION: (noted("In consultation"), noted("The two sides consult about it.")),
    State.POSTPONED: ("Postponed", noted("Its execution is postponed.")),
    State.FORWARDED: ("Forwarded", noted("It was forwarded to the competent authority.")),
    State.EXECUTED: ("Executed", noted("It is executed.")),
    State.PARTLY_EXECUTED: (noted("Partly executed"), noted("It is executed in part.")),
    State.REFUSED: ("Refused", noted("It was refused.")),
    State.WITHDRAWN: ("Withdrawn", noted("It has been withdrawn. Draft a new request if it is needed after all.")),
}

_REFUSALS: dict[Verb, str] = {
    Verb.EDIT: noted("Only a draft can be edited."),
    Verb.SUBMIT: noted("Only a draft can be sent to approval."),
    Verb.RETURN: noted("Only what is in review or approved can be returned to draft."),
    Verb.APPROVE: noted("Only what is in review can be approved."),
    Verb.PREPARE: noted("Only an approved request can be signed for an authority."),
    Verb.SIGN: noted("Only an approved request can be signed."),
    Verb.COUNTERSIGN: noted("Others sign once the approver has."),
    Verb.RELEASE: noted("Only a signed request can be released."),
    Verb.MARK_SENT: noted("Only a request that is ready can be marked as sent."),
    Verb.WITHDRAW: noted("This can no longer be withdrawn here."),
}

_BUTTONS: dict[Verb, str] = {
    Verb.EDIT: noted("Edit the request"),
    Verb.SUBMIT: noted("Send to approval"),
    Verb.RETURN: noted("Return for changes"),
    Verb.APPROVE: noted("Approve the request"),
    Verb.PREPARE: noted("Sign for the authority"),
    Verb.SIGN: noted("Sign the request"),
    Verb.COUNTERSIGN: noted("Add the signature"),
    Verb.RELEASE: noted("Release the request"),
    Verb.MARK_SENT: noted("Mark as sent"),
    Verb.WITHDRAW: noted("Withdraw the request"),
}
