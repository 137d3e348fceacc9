"""The signatures of a request in their order, whose turn it is, and what this user can do about it."""

from __future__ import annotations

from dataclasses import dataclass

from comity.casework.models.request import Request
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.signing import NODE_KEY_FOR, may_ask, verb_for
from comity.casework.rules.transitions import TABLE, State, Verb, why_not
from comity.documents.queries.signatures import signatures
from comity.documents.queries.signing_keys import own_signer
from comity.documents.rules.signature import SignatureView, SignerRole
from comity.people.models.user import User
from comity.people.queries.roles import roles_of


@dataclass(frozen=True, slots=True)
class SigningView:
    """`due` is the signature that comes next, None once all are made. `why_not` says why this user cannot make it now.

    `own_key` names the signer of the user's registered key; `node_key` says whether the node's key may make it.
    `set` says whether there is a letter to download and sign elsewhere. `ask_not` says why the order cannot be changed.
    """

    order: tuple[SignatureView, ...]
    due: SignatureView | None
    why_not: str
    own_key: str
    node_key: bool
    set: bool
    ask_not: str

    @property
    def may(self) -> bool:
        return not self.why_not

    @property
    def several(self) -> bool:
        """Whether others than the approver were asked."""
        return len(self.order) > 1

    @property
    def before(self) -> str:
        """Who signs before the approver, one a line."""
        return self._names(SignerRole.AUTHORITY)

    @property
    def after(self) -> str:
        """Who signs after the approver, one a line."""
        return self._names(SignerRole.COURT)

    def _names(self, role: SignerRole) -> str:
        return "\n".join(found.asked for found in self.order if found.role is role)


def signing(user: User, reference: str) -> SigningView:
    """Raises NotFound, for a hidden request too."""
    request = request_of(visible_requests(user).prefetch_related("editors").select_related("approved_by"), reference)
    roles = roles_of(user)
    order = signatures(request.reference, request.document_id)
    due = next((found for found in order if not found.made), None)
    reason = why_not(verb_for(due), request.standing(), person=user.actor.reference, roles=roles)
    state = State(request.state)
    return SigningView(
        order=order,
        due=due,
        why_not=reason or _not_the_signatory(request, due, user),
        own_key="" if reason else own_signer(user),
        node_key=due is not None and due.role in NODE_KEY_FOR,
        set=request.document_id is not None and state in {State.APPROVED, State.SIGNED},
        ask_not=may_ask(state, anybody_signed=any(found.made for found in order)) or _no_hand(roles),
    )


def _not_the_signatory(request: Request, due: SignatureView | None, user: User) -> str:
    """A letter that others have signed names its signatory: nobody else signs it in their place."""
    others_signed = due is not None and due.role is SignerRole.APPROVER and due.position > 1
    if not others_signed or request.signed_by_id in {None, user.pk}:
        return ""
    named = request.signed_by.display_name if request.signed_by else ""
    return f"The letter is set in the name of {named}, who signs next. To change that, return it for changes."


def _no_hand(roles: frozenset[object]) -> str:
    return "" if roles & TABLE[Verb.PREPARE].roles else "You have no part in who signs."
