"""A proposal about one fact as its author would make it today: of the page as it is now, with what they had written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from comity.atlas.rules.facts import place_of
from comity.kernel.words import say
from comity.upkeep.models import Proposal
from comity.upkeep.queries.fact import FactAt, fact_at
from comity.upkeep.rules.difference import Change
from comity.upkeep.rules.facts import Verb
from comity.upkeep.rules.refusal import NotFound, NotNow

_END_AND_NEXT = 2


@dataclass(frozen=True, slots=True)
class Revision:
    """`after` is what the author wants to stand there, or None where the fact goes."""

    fact: FactAt
    verb: Verb
    after: Mapping[str, Any] | None


def revision(number: int, *, base: str = "") -> Revision:
    """On the version `base`, else on the current one.

    Raises NotFound; NotNow for a proposal about several facts; LookupError where the fact is gone.
    """
    row = Proposal.objects.filter(pk=number).first()
    if row is None:
        raise NotFound("proposal")
    changes = [Change.from_json(kept) for kept in row.changes]
    first = changes[0]
    if len(changes) == _END_AND_NEXT and changes[1].adds and not first.adds and not first.removes:
        return Revision(fact_at(place_of(row.pack, first.path), base=base), Verb.FOLLOW, changes[1].after)
    if len(changes) > 1:
        raise NotNow(say("This proposal is about several facts, which no single form can show."))
    if first.adds:
        listed = isinstance(first.after, list) and len(first.after) == 1
        path, after = ((*first.path, 0), first.after[0]) if listed else (first.path, first.after)
        return Revision(fact_at(place_of(row.pack, path), adding=True, base=base), Verb.ADD, after)
    fact = fact_at(place_of(row.pack, first.path), base=base)
    return Revision(fact, Verb.REMOVE if first.removes else Verb.CORRECT, None if first.removes else first.after)
