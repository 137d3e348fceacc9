"""Whose signature is due, which verb of the table that is, and whether the node's own key may make it. Pure."""

from __future__ import annotations

from comity.casework.rules.transitions import NotAllowed, State, Verb
from comity.documents.rules.signature import SignatureView, SignerRole

NODE_KEY_FOR = frozenset({SignerRole.AUTHORITY, SignerRole.APPROVER})
"""The node's key speaks for the authority that runs it, and for nobody else."""


def verb_for(due: SignatureView | None) -> Verb:
    """What the table of transitions is asked for the signature that is `due`."""
    if due is None or due.role is SignerRole.APPROVER:
        return Verb.SIGN
    return Verb.PREPARE if due.role is SignerRole.AUTHORITY else Verb.COUNTERSIGN


def expect_signatory(due: SignatureView, *, signatory: str, person: str, signed_already: bool) -> None:
    """Raises NotAllowed where the letter, set and perhaps signed by others, names somebody else than `person`."""
    if due.role is SignerRole.APPROVER and signed_already and signatory != person:
        raise NotAllowed(
            f"The letter is set in the name of {signatory}, and others have signed it so. {signatory} signs next; or "
            "return it for changes, and it is set anew."
        )


def expect_key(due: SignatureView, *, own_key: bool) -> None:
    """Raises NotAllowed where the node's key shall sign for somebody else."""
    if not own_key and due.role not in NODE_KEY_FOR:
        whom = due.asked or due.role.label
        raise NotAllowed(
            f"{whom} signs with a key of their own: registered here, or in their own software, and uploaded. This "
            "node’s key does not sign for others."
        )


def may_ask(state: State, *, anybody_signed: bool) -> str:
    """Why the order of signers cannot be changed now; empty where it can."""
    if anybody_signed:
        return "Somebody has signed already. To change who signs, return the request for changes first."
    if state not in {State.DRAFT, State.IN_REVIEW, State.APPROVED}:
        return f"Who signs is settled before the approver signs. {state.sentence}"
    return ""
