"""A proposal from its making to the history, what is refused on the way, and two reviewers at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connections, transaction
from django.db.utils import IntegrityError

from comity.atlas.models import LoadedPack, Origin
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.queries.soundness import Unsound
from comity.ledger.queries.entries import entries_about
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled
from comity.upkeep.actions.decline_proposal import decline_proposal
from comity.upkeep.actions.propose_change import propose_change
from comity.upkeep.actions.publish_proposal import publish_proposal
from comity.upkeep.actions.return_proposal import return_proposal
from comity.upkeep.actions.revise_proposal import revise_proposal
from comity.upkeep.actions.withdraw_proposal import withdraw_proposal
from comity.upkeep.models import Proposal
from comity.upkeep.queries.fact import fact_at
from comity.upkeep.queries.history import history
from comity.upkeep.queries.proposals import proposal_lines, proposal_view, waiting_for
from comity.upkeep.rules.facts import added, corrected
from comity.upkeep.rules.refusal import NotFound, NotNow, ReadAnew, TouchedByBoth

PACK = "countries/ge"
PLACE = "countries/ge/powers.16.0"
WHY = "The amendment of February 2026 gives the power."


def _propose(by: User, place: str = PLACE, **changes: Any) -> int:
    fact = fact_at(place)
    after = {**fact.before, **(changes or {"value": "full"})}
    return propose_change(PACK, fact.base, corrected(fact.place.path, fact.before, after), WHY, by=by)


def _seen(number: int, reader: User) -> str:
    return proposal_view(number, reader).seen


def _publish(number: int, by: User) -> str:
    return publish_proposal(number, seen=_seen(number, by), by=by)


def test_published_by_another_it_is_what_the_node_works_with(editor: User, other: User) -> None:
    number = _propose(editor)
    assert node_snapshot().countries["GE"].powers["16"][0].value == "none"
    assert (waiting_for(other), waiting_for(editor)) == ((1, 0), (0, 0))
    digest = _publish(number, other)
    assert node_snapshot().countries["GE"].powers["16"][0].value == "full"
    row = LoadedPack.objects.get(name=PACK, current=True)
    assert (row.digest, row.origin, row.came_from, row.why) == (digest, Origin.EDITED, f"user:{editor.pk}", WHY)
    newest, oldest = history(PACK).versions
    assert (newest.proposal, newest.changes[0].path, newest.changes[0].verb) == (number, "powers.16.0", "changed")
    assert oldest.first
    assert history(PACK, within="powers.17").versions == ()
    narrowed = history(PACK, within="powers.16.0")
    assert (narrowed.within, len(narrowed.versions)) == ("powers.16", 1)
    assert history(PACK, within="nothing.9.x").versions == ()
    assert {entry.name for entry in entries_about(f"proposal:{number}")} == {"change-proposed", "proposal-published"}
    view = proposal_view(number, other)
    assert (view.line.state, view.published, view.rebased, view.undecided) == ("published", digest, False, False)


def test_nobody_reviews_their_own(editor: User) -> None:
    number = _propose(editor)
    for act in (
        lambda: _publish(number, editor),
        lambda: decline_proposal(number, "No.", seen=_seen(number, editor), by=editor),
    ):
        with pytest.raises(NotNow, match="yourself"):
            act()
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=number).update(state="published", reviewer=editor)


def test_only_editors(editor: User, reader: User) -> None:
    number = _propose(editor)
    for act in (lambda: _propose(reader), lambda: _publish(number, reader)):
        with pytest.raises(NotEntitled):
            act()
    with pytest.raises(NotFound):
        publish_proposal(number + 1, seen="", by=editor)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"source": "nowhere"}, "is not a source"),
        ({"source": None}, "source"),
        ({"value": "perhaps"}, "value"),
        ({"to": "2010-01-01"}, "not after its start"),
        ({"note": "Call +995 32 222 22 22"}, "telephone number"),
    ],
)
def test_what_may_not_stand_is_not_even_proposed(editor: User, changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Unsound, match=sentence):
        _propose(editor, **changes)


def test_a_fact_that_overlaps_another_is_refused(editor: User) -> None:
    fact, new = fact_at(PLACE), fact_at(PLACE, adding=True)
    after = {**fact.before, "value": "full", "from": "2020-01-01"}
    with pytest.raises(Unsound, match="contradicts an earlier fact of the same period"):
        propose_change(PACK, new.base, added(new.place.path, after, new.whole), WHY, by=editor)


def test_a_reason_is_given_and_something_changes(editor: User) -> None:
    fact = fact_at(PLACE)
    with pytest.raises(Refused, match="Say why"):
        propose_change(PACK, fact.base, corrected(fact.place.path, fact.before, {}), "  ", by=editor)
    with pytest.raises(Refused, match="nothing would change"):
        propose_change(PACK, fact.base, corrected(fact.place.path, fact.before, fact.before), WHY, by=editor)


def test_a_page_that_changed_elsewhere_takes_the_change_nevertheless(editor: User, other: User) -> None:
    first, second = _propose(editor), _propose(other, "countries/ge/powers.17.0", note="Read again.")
    _publish(first, other)
    assert proposal_view(second, editor).moved
    _publish(second, editor)
    powers = node_snapshot().countries["GE"].powers
    assert (powers["16"][0].value, powers["17"][0].note) == ("full", "Read again.")
    assert proposal_view(second, editor).rebased


def test_the_same_fact_touched_by_both_is_refused_and_shown(editor: User, other: User) -> None:
    first, second = _propose(editor), _propose(editor, value="partial")
    fact = fact_at(PLACE)
    _publish(first, other)
    with pytest.raises(TouchedByBoth, match="has changed meanwhile"):
        _publish(second, other)
    view = proposal_view(second, other)
    assert (len(view.clashes), view.publishable) == (1, False)
    late = corrected(fact.place.path, fact.before, {**fact.before, "value": "partial"})
    with pytest.raises(TouchedByBoth):
        propose_change(PACK, fact.base, late, WHY, by=editor)


def test_returned_it_waits_for_its_author_and_comes_back(editor: User, other: User) -> None:
    number = _propose(editor)
    seen = _seen(number, other)
    with pytest.raises(Refused, match="Say why"):
        return_proposal(number, "", seen=seen, by=other)
    return_proposal(number, "Which article?", seen=seen, by=other)
    assert (waiting_for(editor), proposal_lines(editor)[0].state) == ((0, 1), "returned")
    with pytest.raises(NotNow, match="It waits for whoever made it"):
        _publish(number, other)
    fact = fact_at(PLACE)
    after = corrected(fact.place.path, fact.before, {**fact.before, "value": "full", "at": "Article 136"})
    with pytest.raises(NotNow, match="Somebody else"):
        revise_proposal(number, fact.base, after, WHY, seen=seen, by=other)
    revise_proposal(number, fact.base, after, WHY, seen=seen, by=editor)
    with pytest.raises(ReadAnew):
        publish_proposal(number, seen=seen, by=other)
    _publish(number, other)
    assert node_snapshot().countries["GE"].powers["16"][0].at == "Article 136"


def test_declined_or_withdrawn_the_atlas_stays_as_it_was(editor: User, other: User) -> None:
    declined, withdrawn = _propose(editor), _propose(editor)
    decline_proposal(declined, "No such law.", seen=_seen(declined, other), by=other)
    with pytest.raises(NotNow, match="Somebody else"):
        withdraw_proposal(withdrawn, by=other)
    withdraw_proposal(withdrawn, by=editor)
    for number in (declined, withdrawn):
        with pytest.raises(NotNow, match="Make a new one"):
            _publish(number, other)
    assert node_snapshot().countries["GE"].powers["16"][0].value == "none"
    assert {line.state for line in proposal_lines(other, decided=True)} == {"declined", "withdrawn"}


@pytest.mark.django_db(transaction=True)
def test_of_two_reviewers_at_once_one_wins(make_editor: Callable[[str], User], editor: User, other: User) -> None:
    """And of two proposals of one page, published at once, both stand."""
    third = make_editor("third")
    same_fact, elsewhere = _propose(editor), _propose(editor, "countries/ge/powers.17.0", note="Read again.")
    barrier = Barrier(3)

    def _review(number: int, by: User) -> str:
        try:
            seen = _seen(number, by)
            barrier.wait()
            publish_proposal(number, seen=seen, by=by)
        except NotNow as refusal:
            return str(refusal)
        finally:
            connections.close_all()
        return "published"

    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(_review, [same_fact, same_fact, elsewhere], [other, third, third]))
    assert min(answers[:2]).startswith("This proposal is published already.")
    assert answers.count("published") == 2
    powers = node_snapshot().countries["GE"].powers
    assert (powers["16"][0].value, powers["17"][0].note) == ("full", "Read again.")
    assert LoadedPack.objects.filter(name=PACK).count() == 3
