"""What a follow-up starts with: whatever the request that it follows says already. Every value can be changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from comity.casework.rules.blocks.previous import EXTENSION, FOLLOW_UP_ASSISTANCE, FOLLOW_UP_PRESERVATION, NEW
from comity.casework.rules.chains import turns
from comity.casework.rules.declaration import Kind, Lifecycle
from comity.casework.rules.fields import REQUIRED
from comity.casework.rules.fitting import fitting
from comity.casework.rules.forged import misfit
from comity.casework.rules.prefill import Requester, own_side
from comity.casework.rules.translations import place
from comity.kernel.country import CountryCode

SAID_ANEW = frozenset(
    {
        "date",
        "status",
        "protocol_statement",
        "relevance_statement",
        "only_use_statement",
        "oral_first",
        "oral_when",
        "follow_on",
        "follow_on_date",
        "notified",
        "notified_authority",
        "conditions_set",
        "use_conditions",
        "conditions_accepted",
        "preserved_until",
    }
)
"""Never taken over: the day, and whatever somebody must state for this very letter."""

_OF_A_SIDE = (
    "requested_",
    "requesting_",
    "response_",
    "confirmation_",
    "investigating_",
    "prosecution_",
    "court",
    "case_number",
    "call_back_",
    "return_contact",
    "legal_basis",
    "decision",
    "issued_by",
    "seeking_",
    "provider_channel",
)
"""Beginnings of the names of what one side says about itself: worth nothing where the other side writes."""

_PREVIOUS = "previous_"


def follow_up(
    kind: Kind,
    predecessor_kind: Kind,
    predecessor_content: Mapping[str, Any],
    *,
    their_reference: str,
    own_reference: str,
    sent_on: date | None,
    today: date,
    requester: Requester,
) -> dict[str, Any]:
    """Content for a draft of `kind` after `predecessor_content`: fields of the same name, sides, numbers, status.

    `their_reference` is the other side's number of the predecessor (empty if unknown), `own_reference` ours, `sent_on`
    the day it left its sender. Where the receiving side writes (an answer, or what follows a notice), sides are
    exchanged. Takes any stored content, however unfinished, without raising.
    """
    before = _fit(predecessor_kind, predecessor_content)
    exchanged = turns(kind, predecessor_kind)
    known = own_side(requester) | _taken(before, exchanged=exchanged)
    known |= _asked(kind, predecessor_kind, before, exchanged=exchanged)
    known |= _numbers(kind, predecessor_kind, before, their_reference, own_reference, sent_on)
    known |= {"date": today.isoformat(), "status": _status(kind, predecessor_kind, known)}
    content = {spec.name: value for spec in kind if (value := fitting(spec, known.get(spec.name))) is not None}
    kept = {name: value for name, value in content.items() if kind.fields[name].requirement.relevant(content)}
    return kept | _translations(kind, kept, predecessor_content)


def _translations(kind: Kind, kept: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """Of a text that is taken over as it was, what it says in another language too."""
    return {
        name: text
        for name, text in before.items()
        if (found := place(kind, name)) and not misfit(found[0], text)
        if found[0].name in kept and kept[found[0].name] == before.get(found[0].name)
    }


def _fit(kind: Kind, content: Mapping[str, Any]) -> dict[str, Any]:
    """What is said, as it is, where its field is relevant and could hold it."""
    return {
        spec.name: content[spec.name]
        for spec in kind
        if spec.requirement.relevant(content) and content.get(spec.name) is not None
        if not misfit(spec, content[spec.name])
    }


def _taken(before: Mapping[str, Any], *, exchanged: bool) -> dict[str, Any]:
    return {
        name: value
        for name, value in before.items()
        if name not in SAID_ANEW and not name.startswith(_PREVIOUS)
        if not (exchanged and name.startswith(_OF_A_SIDE))
    }


def _asked(kind: Kind, earlier: Kind, before: Mapping[str, Any], *, exchanged: bool) -> dict[str, Any]:
    """Whom it is written to. No authority is put in a provider's place, nor the other way; notices go to both."""
    if exchanged:
        asked = {"requested_country": before.get("requesting_country")}
        return asked | {kind.asked: before.get("requesting_organisation")}
    if kind.lifecycle is Lifecycle.NOTICE or kind.addressee is earlier.addressee:
        return {kind.asked: before.get(earlier.asked)}
    return {}


def _numbers(
    kind: Kind,
    earlier: Kind,
    before: Mapping[str, Any],
    theirs: str,
    own: str,
    sent_on: date | None,
) -> dict[str, Any]:
    """The numbers of what this follows, in the fields for a preservation where the kind has such fields.

    Where a form has one place for a number, ours stands in for theirs; where it asks for ours apart, never."""
    prefix = "preservation" if _relies(kind, earlier) else "previous"
    apart = (spec := kind.fields.get(f"{prefix}_own_reference")) is not None and spec.requirement == REQUIRED
    number = theirs.strip() or ("" if apart else own)
    return {
        f"{prefix}_reference": number or None,
        f"{prefix}_own_reference": own if own != number else None,
        f"{prefix}_date": sent_on.isoformat() if sent_on else None,
        f"{prefix}_requester": _reach(before, "requesting_organisation", "requesting_country", "requesting_email"),
        f"{prefix}_responder": _reach(before, earlier.asked, "requested_country"),
        f"{prefix}_kind": earlier.label,
    }


def _relies(kind: Kind, earlier: Kind) -> bool:
    return earlier.preserves and "preservation_reference" in kind.fields


def _reach(before: Mapping[str, Any], *names: str) -> str:
    texts = (before.get(name) for name in names)
    return "\n".join(_country(text) for text in texts if isinstance(text, str) and text.strip())


def _country(text: str) -> str:
    try:
        return CountryCode(text).english_name
    except ValueError:
        return text.strip()


def _status(kind: Kind, earlier: Kind, known: Mapping[str, Any]) -> Any:
    """Every tick of the kind that is true; what follows nothing of the kind is new."""
    spec = kind.fields.get("status")
    offered = {choice.value for choice in spec.choices} if spec else set()
    true = {
        FOLLOW_UP_ASSISTANCE: earlier.lifecycle is Lifecycle.REQUEST and not earlier.preserves,
        FOLLOW_UP_PRESERVATION: bool(known.get("preservation_reference")),
    }
    ticked = [status for status, holds in true.items() if holds and status in offered]
    return ticked or (NEW if NEW in offered else EXTENSION)
