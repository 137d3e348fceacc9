"""Two editors decide an offer, fact by fact; nothing is merged that nobody chose, and nothing while the pack moved."""

from __future__ import annotations

import re
import shutil
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from comity.atlas.actions import load_packs as loading
from comity.atlas.actions.publish_pack import publish_pack
from comity.atlas.models import Origin, PackOffer
from comity.atlas.queries.soundness import Unsound
from comity.atlas.tests.law import PACKS
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.actor import SYSTEM
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.roles import NotEntitled, Role
from comity.upkeep.actions.choose_from_offer import choose_from_offer
from comity.upkeep.actions.confirm_choice import confirm_choice
from comity.upkeep.actions.export_pack import export_pack
from comity.upkeep.actions.import_pack import import_pack
from comity.upkeep.actions.return_choice import return_choice
from comity.upkeep.actions.trust_key import trust_key
from comity.upkeep.models import OfferChoice
from comity.upkeep.queries.offers import offer_lines, offer_view
from comity.upkeep.rules.pack_arrival import Outcome
from comity.upkeep.rules.refused_pack import PackRefused
from comity.upkeep.rules.three_ways import ChangedBy
from comity.upkeep.tests.country_node import CountryNode, here, load_law

pytestmark = pytest.mark.django_db
UKRAINE = "countries/ua"
UA = CountryCode("UA")
WHY = "The country's own node says so."


def user(name: str, *roles: Role) -> User:
    made = User.objects.create(username=name, display_name=f"{name.capitalize()}, Georgia", created_at=clock.now())
    for role in roles:
        Mandate.objects.create(user=made, role=role, valid_from=date(2000, 1, 1), created_at=clock.now())
    return made


@pytest.fixture
def first() -> User:
    return user("first", Role.EDITOR)


@pytest.fixture
def second() -> User:
    return user("second", Role.EDITOR)


def edit(**country: Any) -> None:
    now = here(UKRAINE)
    content = deepcopy({**now.content, "country": {**now.content["country"], **country}})
    publish_pack(UKRAINE, content, on=now.digest, origin=Origin.EDITED, came_from="user:1", why="Edit.", actor=SYSTEM)


def _signed(content: Any) -> None:
    """What Ukraine changed: its name, which was edited here too, and two things that were not."""
    content["country"]["name"] = "Ukraïna"
    content["country"]["languages"] = ["uk", "en"]
    content["powers"]["16"][0]["note"] = "Amended."


@pytest.fixture
def node(monkeypatch: pytest.MonkeyPatch) -> CountryNode:
    load_law(monkeypatch)
    made = CountryNode("UA")
    trust_key(made.pem, UA, "Compared on the telephone.", by=None)
    return made


@pytest.fixture
def number(node: CountryNode) -> int:
    """An offer with four differences: one changed by both, one here, two by the country."""
    edit(name="Ukraine (edited)", time_zone="Europe/Warsaw")
    found = import_pack(node.file(change=_signed), by=None)
    assert found.offer
    return found.offer


def numbers(number: int, reader: User) -> dict[str, int]:
    view = offer_view(number, reader)
    assert view
    return {line.path: line.number for line in view.lines}


def choose(number: int, choices: Any, by: User, reason: str = WHY) -> None:
    choose_from_offer(number, choices, reason, on=here(UKRAINE).digest, by=by)


def confirm(number: int, by: User) -> str:
    view = offer_view(number, by)
    assert view
    assert view.choice
    return confirm_choice(number, choice=view.choice.number, chosen_at=view.choice.stamp, by=by)


def test_each_difference_says_who_changed_it(number, first):
    view = offer_view(number, first)
    assert view
    found = {line.path: (line.changed_by, line.take) for line in view.lines}
    assert found == {
        "country.name": (ChangedBy.BOTH, None),
        "country.time_zone": (ChangedBy.HERE, False),
        "country.languages": (ChangedBy.OFFERED, True),
        "powers.16.0": (ChangedBy.OFFERED, True),
    }
    name = next(line for line in view.lines if line.path == "country.name")
    assert [side and side.says for side in (name.base, name.here, name.offered)] == [
        "Ukraine",
        "Ukraine (edited)",
        "Ukraïna",
    ]
    assert (view.undecided, view.source) == (1, "Central authority of UA")


def test_what_was_chosen_and_no_more_becomes_an_edit(number, first, second):
    at = numbers(number, first)
    choose(number, {**dict.fromkeys(at.values(), False), at["country.languages"]: True}, first)
    assert here(UKRAINE).content["country"]["languages"] != ["uk", "en"], "Not before a second editor confirms it."
    assert confirm(number, second) == here(UKRAINE).digest
    now = here(UKRAINE)
    assert (now.content["country"]["name"], now.content["country"]["languages"]) == ("Ukraine (edited)", ["uk", "en"])
    assert (now.origin, now.version) == (Origin.EDITED, 3)
    offer = PackOffer.objects.get(pk=number)
    assert (offer.taken, offer.decided_by) == (True, "Second, Georgia")
    assert [entry.name for entry in entries_about(f"pack:{UKRAINE}")][-3:] == [
        "offer-chosen",
        "pack-published",
        "offer-decided",
    ]


def test_all_of_it_is_the_country_s_version_and_is_handed_on_as_signed(number, first, second, node):
    choose(number, True, first)
    confirm(number, second)
    now = here(UKRAINE)
    assert (now.origin, now.version, now.content["country"]["name"]) == (Origin.IMPORTED, 2, "Ukraïna")
    assert export_pack(UA, by=None).file.startswith(b"\x30\x82")
    assert import_pack(node.file(version=3, change=_signed), by=None).outcome is Outcome.PUBLISHED


def test_keeping_all_closes_the_offer_and_changes_nothing(number, first, second, node):
    before = here(UKRAINE).digest
    choose(number, False, first)
    assert confirm(number, second) == ""
    assert here(UKRAINE).digest == before
    assert [line.offer.number for line in offer_lines(decided=True)] == [number]
    again = import_pack(node.file(change=_signed), by=None)
    assert (again.outcome, again.decided_at is not None) == (Outcome.KNOWN, True)


def test_four_eyes(number, first, second):
    choose(number, True, first)
    with pytest.raises(PackRefused, match="another editor confirms"):
        confirm(number, first)
    with pytest.raises(NotEntitled):
        confirm(number, user("admin", Role.ADMINISTRATOR))
    with pytest.raises(IntegrityError), transaction.atomic():
        OfferChoice.objects.update(state="confirmed", decided_by=first)
    with pytest.raises(PackRefused, match="First, Georgia has chosen from this offer already"):
        choose(number, False, second)
    assert PackOffer.objects.get(pk=number).decided_at is None


def test_a_choice_is_returned_and_made_anew(number, first, second):
    choose(number, True, first)
    view = offer_view(number, second)
    assert view and view.choice  # noqa: PT018
    return_choice(number, "Keep our name.", choice=view.choice.number, chosen_at=view.choice.stamp, by=second)
    again = offer_view(number, first)
    assert again and again.choice  # noqa: PT018
    assert (again.choice.waiting, again.choice.remark) == (False, "Keep our name.")
    assert all(line.take for line in again.lines), "What was chosen before is what one starts from."
    choose(number, {**dict.fromkeys(numbers(number, first).values(), True), 0: False}, first)
    with pytest.raises(PackRefused, match="changed since you read it"):
        confirm_choice(number, choice=view.choice.number, chosen_at=view.choice.stamp, by=second)
    confirm(number, second)


@pytest.mark.parametrize(
    ("choices", "reason", "says"),
    [
        ({}, WHY, "4 differences have no choice"),
        ({0: True, 1: True, 2: True}, WHY, "One difference"),
        (True, " ", "why"),
    ],
)
def test_what_is_not_said_is_not_supposed(number, first, choices, reason, says):
    with pytest.raises(PackRefused, match=says):
        choose(number, choices, first, reason)


def test_a_pack_that_moved_is_compared_again(number, first, second):
    choose(number, True, first)
    edit(name="Edited once more")
    view = offer_view(number, second)
    assert view and view.choice and view.choice.outdated  # noqa: PT018
    with pytest.raises(PackRefused, match="changed here since it was compared"):
        confirm(number, second)
    with pytest.raises(PackRefused, match="changed here since it was compared"):
        choose_from_offer(number, True, WHY, on="0" * 64, by=first)


def test_what_may_not_stand_together_is_refused_when_it_is_chosen(node, first):
    """A fact that ends here and its successor in the offer: taking one without the other contradicts."""
    edit(name="Edited")

    def follow(content: Any) -> None:
        fact = content["powers"]["16"][-1]
        content["powers"]["16"] = [*content["powers"]["16"][:-1], {**fact, "to": "2030-01-01"}]
        other = "none" if fact["value"] != "none" else "full"
        content["powers"]["16"].append({**fact, "value": other, "from": "2030-01-01"})

    found = import_pack(node.file(change=follow), by=None)
    assert found.offer
    at = numbers(found.offer, first)
    added = max(value for path, value in at.items() if path.startswith("powers.16"))
    with pytest.raises(Unsound, match="contradicts an earlier fact"):
        choose(found.offer, {**dict.fromkeys(at.values(), False), added: True}, first)
    choose(found.offer, {**dict.fromkeys(at.values(), True), at["country.name"]: False}, first)


def test_a_release_is_offered_and_decided_on_the_same_way(node, first, second, tmp_path, monkeypatch):
    edit(name="Edited here")
    copy = shutil.copytree(PACKS, tmp_path / "packs")
    label = copy / UKRAINE / "pack.yaml"
    label.write_text(re.sub(r"version: \d+", "version: 9", label.read_text()))
    monkeypatch.undo()
    loading.load_packs(copy, actor=SYSTEM)
    (line,) = offer_lines(decided=False)
    assert line.source == "a release of the software"
    choose(line.offer.number, True, first)
    confirm(line.offer.number, second)
    assert (here(UKRAINE).origin, here(UKRAINE).version) == (Origin.SHIPPED, 9)
    loading.load_packs(copy, actor=SYSTEM)
    assert offer_lines(decided=False) == []


def test_an_offer_that_a_newer_one_replaced_is_closed(number, node, first):
    import_pack(node.file(version=5, change=_signed), by=None)
    with pytest.raises(PackRefused, match="does not wait any more"):
        choose(number, True, first)
