"""People at events on their pages: what the public sees, says and never learns; what the office does."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comity.kernel import clock
from comity.programme.actions.open_registration import Terms, open_registration
from comity.programme.models import Activity, Participant, Project, Registration, RegistrationAttempt
from comity.programme.queries.people import personal_link
from comity.programme.rules.participation import Asked
from comity.web.pages.programme.register_forms import OwnForm

pytestmark = pytest.mark.django_db
BASE = "/programme/eap/activities/training/people/"
SAID = {
    "name": "Participant 3",
    "email": "p3@example.net",
    "institution": "Ministry",
    "country": "GE",
    "role": "participant",
    "travel": "yes",
    "consent": "on",
}


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


@pytest.fixture
def officer(signed_in):
    return signed_in("programme-officer")


@pytest.fixture
def token(officer, cast) -> str:
    today = clock.today()
    made = {"created_at": clock.now(), "changed_at": clock.now()}
    project = Project.objects.create(code="eap", name="EAP", starts=date(2015, 6, 1), ends=today, **made)
    Activity.objects.create(
        project=project, code="training", kind="training", title="Training of judges", host="GE",
        starts=today, ends=today + timedelta(days=1), state="confirmed", **made,
    )  # fmt: skip
    terms = Terms(today, today, capacity=1, asks=tuple(Asked))
    return open_registration("eap", "training", terms, by=cast("opener", "programme-officer"))


@pytest.fixture
def registered(token) -> Participant:
    assert Client().post(f"/register/{token}/", SAID).status_code == 302
    return Participant.objects.get()


def test_anybody_with_the_link_registers_and_learns_nothing_of_others(token, registered):
    page = Client().get(f"/register/{token}/")
    assert "Training of judges" in text_of(page)
    assert "365 days after its last day" in text_of(page)
    assert "report-an-error" not in page.content.decode()
    again = Client().post(f"/register/{token}/", {**SAID, "name": "Somebody else"})
    waiting = Client().post(f"/register/{token}/", {**SAID, "email": "p4@example.net"})
    assert again.status_code == waiting.status_code == 302
    assert again["Location"] == waiting["Location"] == "/register/sent/"
    assert list(Participant.objects.values_list("name", "state").order_by("pk")) == [
        ("Participant 3", "registered"),
        ("Participant 3", "waiting-list"),
    ]


def test_without_consent_nothing_is_kept(token):
    answer = Client().post(f"/register/{token}/", {**SAID, "consent": ""})
    assert answer.status_code == 422
    assert "Without your consent nothing can be kept" in text_of(answer)
    assert 'value="Participant 3"' in answer.content.decode()
    assert not Participant.objects.exists()


def test_closed_and_unknown_links_are_answered_in_the_same_words(token, officer):
    unknown = Client().get("/register/unknown/")
    assert officer.post(BASE + "registration/close/").status_code == 302
    closed = Client().get(f"/register/{token}/")
    assert unknown.status_code == closed.status_code == 404
    assert text_of(unknown) == text_of(closed)
    assert Client().post(f"/register/{token}/", SAID).status_code == 404
    assert Client().get("/register/%00/").status_code == 404


def test_a_flood_gets_429_and_keeps_what_was_typed(token):
    terms = Registration.objects.get()
    attempts = [RegistrationAttempt(registration=terms, sender=str(each), made_at=clock.now()) for each in range(60)]
    RegistrationAttempt.objects.bulk_create(attempts)
    answer = Client(REMOTE_ADDR="198.51.100.1").post(f"/register/{token}/", {**SAID, "name": "Participant 99"})
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert "Please send it again in a minute" in text_of(answer)
    assert 'value="Participant 99"' in answer.content.decode()
    assert "<select" not in answer.content.decode()
    assert RegistrationAttempt.objects.count() == 60
    assert Client().get(f"/register/{token}/").status_code == 200


def test_another_site_cannot_register_anybody(token):
    assert Client(enforce_csrf_checks=True).post(f"/register/{token}/", SAID).status_code == 403


def test_a_personal_link_shows_corrects_downloads_cancels_and_erases(registered):
    mine = f"/register/mine/{personal_link(registered.pk)}/"
    page = Client().get(mine)
    assert "p3@example.net" in text_of(page)
    assert "no-store" in page["Cache-Control"]
    assert Client().post(mine, {**SAID, "institution": "Police"}).status_code == 302
    assert Client().post(mine + "data.json").json()["institution"] == "Police"
    assert Client().get(mine + "data.json").status_code == 405
    assert Client().get(mine + "certificate.pdf").status_code == 404
    assert Client().post(mine + "cancel/").status_code == 302
    assert "Your data are erased" in text_of(Client().post(mine + "erase/"))
    assert Client().get(mine).status_code == 404
    assert Client().get(f"/register/mine/{registered.pk}-{'0' * 40}/").status_code == 404


def test_people_are_for_the_office_and_changed_by_officers(registered, officer, signed_in):
    auditor, drafter = signed_in("auditor"), signed_in("drafter")
    for page in ("", "statistics/", "registration/", f"{registered.pk}/", "people.csv"):
        assert Client().get(BASE + page).status_code == 302
        assert drafter.get(BASE + page).status_code == 403
        assert auditor.get(BASE + page).status_code == 200
        assert officer.get(BASE + page).status_code == 200
    own = (f"{registered.pk}/{deed}" for deed in ("erase/", "data.json", "certify/"))
    for deed in ("move/", "invite/", "registration/close/", *own):
        data = {"number": registered.pk, "to": "accepted", "addresses": "a@example.net"}
        assert auditor.post(BASE + deed, data).status_code == 403, deed
    assert officer.get("/programme/eap/activities/none/people/").status_code == 404


def test_many_are_marked_at_once_and_certified(registered, officer):
    nobody = officer.post(BASE + "move/", {"to": "attended"}, follow=True)
    assert "Nobody is ticked" in text_of(nobody)
    marked = officer.post(BASE + "move/", {"to": "attended", "number": registered.pk}, follow=True)
    assert "Noted for 1 person: attended." in text_of(marked)
    one = f"{BASE}{registered.pk}/"
    assert officer.post(one + "certify/", follow=True).status_code == 200
    assert officer.get(one + "certificate.pdf").content.startswith(b"%PDF")
    mine = f"/register/mine/{personal_link(registered.pk)}/certificate.pdf"
    assert Client().get(mine)["Content-Type"] == "application/pdf"
    wrong = officer.post(one + "travel/", {"amount": "-1", "currency": "EUR"})
    assert wrong.status_code == 422
    assert "above zero" in text_of(wrong)
    assert officer.post(one + "travel/", {"amount": "450.00", "currency": "EUR"}).status_code == 302
    assert "450.00 EUR" in text_of(officer.get(BASE))
    assert "1 person attended" in text_of(officer.get(BASE + "statistics/"))
    assert officer.post(one + "erase/").status_code == 302
    assert officer.get(one).status_code == 404
    assert "1 of them is erased" in text_of(officer.get(BASE))


def test_invitations_are_letters_to_copy(token, officer):
    made = officer.post(BASE + "invite/", {"addresses": "p5@example.net\np6@example.net"})
    assert "this node sends no mail" in text_of(made)
    links = re.findall(r"http://testserver(/register/mine/[^\s<]+/)", made.content.decode())
    assert len(links) == 2
    assert Client().post(links[0], {**SAID, "name": "Participant 5"}).status_code == 302
    assert Participant.objects.get(email="p5@example.net").state == "registered"
    wrong = officer.post(BASE + "invite/", {"addresses": "nobody"})
    assert wrong.status_code == 422
    assert "is not an e-mail address" in text_of(wrong)


def test_terms_that_cannot_be_are_refused_and_kept(token, officer):
    said = {"opens": "2017-06-02", "closes": "2017-06-01", "capacity": "", "kept_days": "365", "version": "1"}
    wrong = officer.post(BASE + "registration/", said)
    assert wrong.status_code == 422
    assert "before it begins" in text_of(wrong)
    assert 'value="2017-06-02"' in wrong.content.decode()
    stale = officer.post(BASE + "registration/", {**said, "opens": "2017-06-01", "version": "7"})
    assert "Somebody changed this" in text_of(stale)


def test_pages_take_as_many_queries_whatever_the_number_of_people(token, registered, officer):
    def taken(browser, address: str) -> int:
        browser.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200
        return len(queries)

    pages = ("", "statistics/", "registration/", f"{registered.pk}/", "people.csv")
    few = [taken(officer, BASE + page) for page in pages] + [taken(Client(), f"/register/{token}/")]
    Participant.objects.bulk_create(
        Participant(
            activity=registered.activity, email=f"more{each}@example.net", state="invited", country="UA",
            institution=f"Office {each}", entered_at=clock.now(), erase_after=clock.today(),
        )
        for each in range(60)
    )  # fmt: skip
    many = [taken(officer, BASE + page) for page in pages] + [taken(Client(), f"/register/{token}/")]
    assert many == few
    assert max(few) <= 20


def test_a_form_asks_only_what_the_registration_asks(token):
    from dataclasses import replace

    from comity.programme.queries.registration import registration_by

    terms = replace(registration_by(token), asks=())
    assert set(OwnForm(terms).fields) == {"name", "consent"}
