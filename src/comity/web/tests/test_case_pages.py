"""Cases: the list, opening one, notes, and who is let into a restricted one."""

from __future__ import annotations

import pytest

from comity.casework.actions.open_case import open_case
from comity.casework.models import Case

pytestmark = pytest.mark.django_db


def opened(world, title="Ransomware", **more):
    return open_case(title, by=world.users["drafter"], **more)


def listed(browser, query=""):
    return browser.get(f"/cases/{query}")


def test_the_list_is_filtered_narrowed_and_ordered_by_its_address(world, at):
    at("in-review")
    opened(world, "Auction fraud")
    assert "Ransomware" in listed(world.approver).content.decode()
    found = listed(world.approver, "?q=auction").content.decode()
    assert "Auction fraud" in found
    assert "Ransomware</a>" not in found
    assert "Auction fraud" not in listed(world.approver, "?state=in-review").content.decode()
    by_title = listed(world.approver, "?order=title").content.decode()
    assert by_title.index("Auction fraud") < by_title.index("Ransomware</a>")


def test_scripts_get_the_table_alone(world):
    opened(world)
    answer = world.drafter.get("/cases/?q=ransom", headers={"HX-Request": "true"})
    assert "<html" not in answer.content.decode()
    assert "Ransomware" in answer.content.decode()
    assert "HX-Request" in answer["Vary"]


@pytest.mark.parametrize("query", ["?page=0", "?page=nine", "?page=99999999999", "?state=gone&order=chaos", "?q=%00x"])
def test_an_address_that_says_nonsense_is_no_failure(world, query):
    opened(world)
    assert listed(world.drafter, query).status_code == 200


def test_twenty_five_on_a_page_and_the_filter_goes_along(world):
    for number in range(26):
        opened(world, f"Ransomware {number}")
    first = listed(world.drafter, "?q=ransom").content.decode()
    assert first.count("data-row") == 25
    assert "?q=ransom&amp;page=2" in first
    assert listed(world.drafter, "?q=ransom&page=2").content.decode().count("data-row") == 1


def test_a_case_is_opened_and_a_member_let_in(world):
    form = {"title": "Hotline report", "restricted": "on", "members": ["approver"]}
    address = world.drafter.post("/cases/open/", form).url
    assert world.approver.get(address).status_code == 200
    assert world.duty.get(address).status_code == 404
    assert "Hotline report" not in listed(world.duty).content.decode()
    world.drafter.post(f"{address}members/", {"username": "duty"})
    assert world.duty.get(address).status_code == 200


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"title": ""}, "Title is needed."),
        ({"title": "x" * 201}, "201"),
        ({"title": "x", "members": ["nobody-here"]}, "no user of this node"),
    ],
)
def test_what_makes_no_case_is_said_beside_the_field_and_nothing_is_lost(world, form, says):
    answer = world.drafter.post("/cases/open/", {"summary": "What happened.", **form})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "What happened." in answer.content.decode()
    assert Case.objects.count() == 0


def test_without_the_role_there_is_no_button_and_a_sentence_for_whoever_posts(world):
    reference = opened(world)
    assert "Open a case" not in listed(world.approver).content.decode()
    assert world.approver.get("/cases/open/").status_code == 403
    assert world.approver.post("/cases/open/", {"title": "x"}).status_code == 403
    page = world.auditor.get(f"/cases/{reference}/").content.decode()
    assert "Add the note" not in page
    refused = world.auditor.post(f"/cases/{reference}/notes/", {"text": "I was here."})
    assert refused.status_code == 403
    assert "This needs the role of" in refused.content.decode()


def test_a_note_is_added_once_it_says_something(world):
    reference = opened(world)
    empty = world.drafter.post(f"/cases/{reference}/notes/", {"text": "  "})
    assert empty.status_code == 422
    assert "nothing is written here" in empty.content.decode().lower()
    added = world.drafter.post(f"/cases/{reference}/notes/", {"text": "The bank called <b>twice</b>."}, follow=True)
    assert "The bank called &lt;b&gt;twice&lt;/b&gt;." in added.content.decode()


def test_nobody_unknown_is_let_in(world):
    reference = opened(world, restricted=True)
    answer = world.drafter.post(f"/cases/{reference}/members/", {"username": "editor"})
    assert answer.status_code == 422
    assert "no user who can see cases" in answer.content.decode()
