"""Activities on their pages: read by anybody, changed by programme officers, taken along as files and calendars."""

from __future__ import annotations

import csv
import html
import io
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from icalendar import Calendar

from comity.people.rules.roles import Role
from comity.programme.actions.add_budget_line import add_budget_line
from comity.programme.actions.commit_money import commit_money
from comity.programme.models import Activity, ActivityDocument, Project
from comity.programme.rules.budget.written import CommitmentWords, LineWords
from comity.programme.rules.document_file import LARGEST

pytestmark = pytest.mark.django_db
II, III = "cybercrime-eap-ii", "cybercrime-eap-iii"
ONE = f"/programme/{II}/activities/advisory-24-7/"
DOUBTED = f"/programme/{III}/activities/data-retention/"


@pytest.fixture
def officer(world, signed_in) -> Client:
    return signed_in(Role.PROGRAMME_OFFICER)


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def form(**said):
    return {"title": "Workshop on evidence", "kind": "workshop", "precision": "day", "starts": "2026-03-07"} | said


def test_anybody_reads_all_fourteen_and_filters_them(world):
    visitor = Client()
    page = visitor.get("/programme/activities/")
    assert page.content.decode().count("data-row") == 14
    assert "days not known" in text_of(page)
    some = text_of(visitor.get("/programme/activities/?country=AZ&kind=workshop"))
    assert "Data retention workshop" in some
    assert "Unconfirmed" in some
    assert "G-PEN" not in some
    assert "No activity found" in text_of(visitor.get("/programme/activities/?q=lighthouse"))
    table = visitor.get("/programme/activities/?year=2017", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in table
    assert visitor.get("/programme/activities/?page=99999999999&year=-1&order=x&country=zz").status_code == 200


def test_what_an_activity_costs_is_for_the_office(world, officer):
    assert "No budget line pays for it" in text_of(officer.get(ONE))
    user = world.users["programme"]
    words = LineWords("Experts", "1000", "EUR", date(2017, 5, 1), "Annex III", activity="advisory-24-7")
    line = add_budget_line(II, words, by=user)
    commit_money(II, line, CommitmentWords("C-1", "Two experts", "600", "EUR", date(2017, 5, 2)), by=user)

    for client in (officer, world.auditor):
        page = text_of(client.get(ONE))
        assert "Cybercrime@EAP II pays, in EUR" in page
        assert "C-1: Two experts 2 May 2017 – 600.00" in page
    assert "Cost" not in text_of(Client().get(ONE))
    assert f'href="{ONE}"' in officer.get(f"/programme/{II}/budget/{line}/").content.decode()


def test_a_month_shows_what_is_known_to_the_month_above_the_days(world):
    page = text_of(Client().get("/programme/activities/month/?at=2017-10"))
    assert "5 activities, 5 of them known to the month only" in page
    assert "In this month, days not known" in page
    assert "No activity has its days in this month" in page
    assert "March 2026" in text_of(Client().get("/programme/activities/month/?at=nothing"))


def test_a_project_shows_its_activities_as_a_chart_with_words_and_table(world):
    page = Client().get(f"/programme/{III}/activities/")
    said = text_of(page)
    assert "Nine activities from June to November 2017, all known to the month only, one unconfirmed" in said
    assert "The table behind it" in said
    assert "Data retention workshop: October 2017, planned, unconfirmed, outcome not known" in html.unescape(
        page.content.decode()
    )
    drawing = Client().get(f"/programme/{III}/activities/chart.svg?size=narrow&shade=dark")
    assert drawing["Content-Type"] == "image/svg+xml"
    assert b"unconfirmed" in drawing.content or b"?" in drawing.content
    assert Client().get("/programme/none/activities/").status_code == 404
    assert Client().get("/programme/none/activities/chart.svg").status_code == 404


def test_one_activity_has_everything_with_the_presentations_line_and_slide(world):
    page = text_of(Client().get(DOUBTED))
    assert "Data retention workshop [unconfirmed] (Azerbaijan, October)" in page
    assert "slide 8" in page
    assert "only the month is known" in page
    assert "Expected result 3" in page
    assert "Taken over from its pack" in page
    assert "Note the state" not in page
    assert Client().get(f"/programme/{II}/activities/data-retention/").status_code == 404


def test_feeds_are_calendars_by_project_and_by_country(world):
    answer = Client().get(f"/programme/{II}/activities.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert len(events) == 7
    assert {str(event["status"]) for event in events} == {"TENTATIVE"}
    assert f"http://testserver{ONE}" in {str(event["url"]) for event in events}
    assert len(Calendar.from_ical(Client().get("/programme/activities.ics?country=ge").content).walk("VEVENT")) == 7
    again = {"If-None-Match": answer["ETag"]}
    assert Client().get(f"/programme/{II}/activities.ics", headers=again).status_code == 304
    Activity.objects.filter(code="advisory-24-7").update(version=2)
    assert Client().get(f"/programme/{II}/activities.ics", headers=again).status_code == 200
    assert Client().get("/programme/activities.ics?country=nowhere").status_code == 400
    assert Client().get("/programme/none/activities.ics").status_code == 404


def test_the_list_is_taken_along_as_a_table(world):
    answer = Client().get("/programme/activities.csv?project=" + III)
    rows = list(csv.DictReader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))
    assert len(rows) == 9
    assert 'filename="activities-2026-03-02.csv"' in answer["Content-Disposition"]


@pytest.mark.parametrize("who", ["", "drafter", "auditor"])
def test_only_programme_officers_change(world, who):
    browser = getattr(world, who) if who else Client()
    assert "Change the activity" not in text_of(browser.get(ONE))
    for address in ("/programme/new/", f"/programme/{II}/edit/", f"/programme/{II}/activities/new/", f"{ONE}edit/"):
        assert browser.get(address).status_code in {302, 403}
    for step in ("move/", "confirm/", "documents/", "documents/1/remove/"):
        assert browser.post(ONE + step, {}).status_code in {302, 403}
    assert Activity.objects.filter(version__gt=1).count() == 0


def test_a_project_is_begun_and_changed(officer):
    said = {"code": "judges", "name": "Judges", "starts": "2026-01-01", "ends": "2027-12-31", "currency": "EUR"}
    wrong = officer.post("/programme/new/", said | {"ends": "2025-01-01", "countries": "GE ZZ"})
    assert wrong.status_code == 422
    assert "before it begins" in text_of(wrong)
    assert officer.post("/programme/new/", said | {"countries": "ge, UA"})["Location"] == "/programme/judges/"
    assert Project.objects.get(code="judges").countries == ["GE", "UA"]
    again = officer.post("/programme/new/", said)
    assert "is kept as “judges” already" in text_of(again)
    edit = officer.get("/programme/judges/edit/").content.decode()
    assert 'value="GE UA"' in edit
    changed = said | {"budget": "1200.50", "version": "1"}
    assert officer.post("/programme/judges/edit/", changed).status_code == 302
    assert "Somebody changed this" in text_of(officer.post("/programme/judges/edit/", changed | {"name": "Other"}))


def test_an_activity_is_entered_changed_and_its_conflicts_are_shown(officer):
    wrong = officer.post(f"/programme/{II}/activities/new/", form(ends="2026-03-01", others="ZZ"))
    assert wrong.status_code == 422
    made = officer.post(f"/programme/{II}/activities/new/", form(ends="2026-03-09", countries=["GE"], others="BG"))
    assert made["Location"] == f"/programme/{II}/activities/workshop-on-evidence/"
    page = text_of(Client().get(made["Location"]))
    assert "7 to 9 March 2026" in page
    assert "Bulgaria , Georgia" in page
    assert "8 March 2026 is a public holiday in Georgia" in page
    assert "8 March 2026 is a public holiday in Georgia" in text_of(Client().get("/programme/activities/"))
    assert Activity.objects.get(code="workshop-on-evidence").state == "planned"
    assert "checked" in officer.get(made["Location"] + "edit/").content.decode()
    saved = officer.post(made["Location"] + "edit/", form(title="Workshop", version="1", result="1", venue="Tbilisi"))
    assert saved.status_code == 302
    late = officer.post(made["Location"] + "edit/", form(title="Late", version="1"))
    assert "Somebody changed this" in text_of(late)
    idea = officer.post(f"/programme/{II}/activities/new/", form() | {"as": "idea"})
    assert "Idea" in text_of(officer.get(idea["Location"]))


def test_what_a_state_needs_is_said_beside_its_field(officer):
    wrong = officer.post(f"{ONE}move/", {"move-state": "cancelled", "move-version": "1"})
    assert wrong.status_code == 422
    assert "Say why it is cancelled" in text_of(wrong)
    assert officer.post(f"{ONE}move/", {"move-state": "reported", "move-version": "1"}).status_code == 422
    assert officer.post(f"{ONE}move/", {"move-state": "held", "move-version": "1"}).status_code == 302
    again = officer.post(f"{ONE}move/", {"move-state": "reported", "move-outcome": "Done", "move-version": "1"})
    assert "Somebody changed this" in text_of(again)
    reported = {"move-state": "reported", "move-outcome": "Rules drafted", "move-version": "2"}
    assert officer.post(f"{ONE}move/", reported).status_code == 302
    page = text_of(Client().get(ONE))
    assert "Rules drafted" in page
    assert "Outcome not known" not in page


def test_a_doubt_is_taken_away(officer):
    said = {"confirm-remark": "Letter of the ministry", "confirm-version": "1"}
    assert officer.post(f"{DOUBTED}confirm/", said).status_code == 302
    page = text_of(officer.get(DOUBTED))
    assert "Letter of the ministry" in page
    assert "Is it certain now?" not in page
    assert officer.post(f"{DOUBTED}confirm/", said | {"confirm-version": "2"}).status_code == 422


def test_documents_are_given_out_to_those_who_may_read_them(officer):
    def attach(name, content, **said):
        return officer.post(f"{ONE}documents/", {"file": SimpleUploadedFile(name, content)} | said)

    assert "of this kind" in text_of(attach("virus.exe", b"MZ"))
    assert "larger than 10 MB" in text_of(attach("big.pdf", b"%PDF-" + b"x" * LARGEST))
    assert "No file arrived" in text_of(officer.post(f"{ONE}documents/", {"title": "Nothing"}))
    assert attach("agenda.pdf", b"%PDF-1.7", title="Agenda", public="on").status_code == 302
    assert attach("notes.txt", b"Who pays", title="Notes").status_code == 302
    shown, inner = ActivityDocument.objects.order_by("id")
    visitor = Client()
    page = text_of(visitor.get(ONE))
    assert "Agenda" in page
    assert "Notes" not in page
    answer = visitor.get(f"{ONE}documents/{shown.pk}/")
    assert (answer.content, answer["Content-Disposition"]) == (b"%PDF-1.7", 'attachment; filename="agenda.pdf"')
    assert visitor.get(f"{ONE}documents/{inner.pk}/").status_code == 404
    assert officer.get(f"{ONE}documents/{inner.pk}/").content == b"Who pays"
    assert officer.post(f"{ONE}documents/{shown.pk}/remove/").status_code == 302
    assert visitor.get(f"{ONE}documents/{shown.pk}/").status_code == 404
    assert "Document removed: Agenda." in text_of(visitor.get(ONE))


def test_a_document_that_another_site_sends_is_refused(officer, world, signed_in):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = officer.cookies
    answer = strict.post(f"{ONE}documents/", {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7")})
    assert answer.status_code == 403
    assert not ActivityDocument.objects.exists()
