"""A country's profile: the answer first, then law, authorities, procedures and practice; paper; countries compared."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime

import pytest

from comity.kernel.clock import frozen
from comity.people.rules.roles import Role

COUNTRIES = ("AM", "AZ", "BY", "GE", "MD", "UA")
PARTS = ("", "legal/", "authorities/", "procedures/", "practice/")


@pytest.fixture(autouse=True)
def _today():
    with frozen(datetime(2026, 12, 1, 12, tzinfo=UTC)):
        yield


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def row(answer, anchor: str) -> str:
    found = re.search(rf'<tr id="{anchor}".*?</tr>', answer.content.decode(), re.DOTALL)
    assert found, anchor
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", found[0])))


@pytest.mark.parametrize("code", COUNTRIES)
@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_every_profile_opens_signed_out(client, law, code, part):
    answer = client.get(f"/atlas/{code}/{part}")
    assert answer.status_code == 200
    assert answer.content.decode().count('aria-current="page"') >= 1
    assert '<details class="source"' in answer.content.decode()


def test_the_answer_stands_before_the_headings(client, law):
    page = text_of(client.get("/atlas/GE/"))
    assert page.index("How to ask Georgia") < page.index("Cybercrime policies and strategies")
    assert re.search(r"Case law not known", page)


def test_the_domestic_provision_stands_beside_the_article(client, law):
    page = client.get("/atlas/GE/legal/")
    assert "Illegal access" in row(page, "ets185-2")
    assert "Full Criminal Code, Article 284" in row(page, "ets185-2")
    assert "Partial Criminal Code, Article 285" in row(page, "ets185-6")


def test_what_nobody_recorded_is_not_known_and_never_none(client, law):
    missing = row(client.get("/atlas/GE/legal/"), "ets185-13")
    assert "not known not known" in missing
    assert "None" not in missing


def test_how_far_a_power_goes_is_what_the_powers_say(client, law):
    now = row(client.get("/atlas/UA/legal/"), "ets185-16")
    then = row(client.get("/atlas/UA/legal/?at=2018-01-01"), "ets185-16")
    assert "Partial Criminal Procedure Code as amended by Law No. 2137-IX" in now
    assert "None" in then


def test_what_is_not_read_in_a_source_says_so(client, law):
    assert "assumed from memory – verify before use" in row(client.get("/atlas/UA/legal/"), "ets185-7")


def test_authorities_by_measure_stage_and_urgency(client, law):
    page = text_of(client.get("/atlas/UA/authorities/?from=GE"))
    assert "Before trial, urgent" in page
    assert re.search(r"Prosecutor General's Office .*Ministry of Justice", page)


def test_procedures_name_what_is_missing(client, law):
    page = text_of(client.get("/atlas/GE/procedures/"))
    assert "Preserved for 60 days" in page
    assert re.search(r"Not known: .*notice to users, cost", page)
    assert "domain name registration data" in page[page.index("Nobody has recorded") :].lower()


def test_small_letters_lead_to_the_lasting_address(client, law):
    assert client.get("/atlas/ge/legal/?at=2018-01-01")["Location"] == "/atlas/GE/legal/?at=2018-01-01"
    assert client.get("/atlas/ZZ/legal/").status_code == 404
    assert client.get("/atlas/FR/procedures/").status_code == 200


@pytest.mark.parametrize("part", ["", "authorities/", "practice/"])
def test_no_page_shows_how_to_reach_a_person(client, law, part):
    """Declarations hold numbers and addresses of points of contact; the atlas leaves them out, for everybody."""
    for code in COUNTRIES:
        page = text_of(client.get(f"/atlas/{code}/{part}"))
        assert not re.search(r"[\w.+-]+@[\w-]+\.\w{2,}|\+\d[\d ()-]{7,}\d", page), code


def test_only_who_may_see_cases_is_led_to_the_test_calls(client, law, signed_in):
    assert "/duty/test-calls/" not in client.get("/atlas/UA/authorities/").content.decode()
    outsider = signed_in(Role.EDITOR).get("/atlas/UA/authorities/").content.decode()
    assert "/duty/test-calls/?country=UA" not in outsider
    duty = signed_in(Role.DUTY_OFFICER).get("/atlas/UA/authorities/").content.decode()
    assert "/duty/test-calls/?country=UA" in duty


@pytest.mark.parametrize("code", ["GE", "BY", "FR"])
def test_the_profile_on_paper_is_archival_and_the_same_each_time(client, law, code):
    made = client.get(f"/atlas/{code}/profile.pdf?at=2026-11-30")
    assert made["Content-Type"] == "application/pdf"
    assert f'filename="profile-{code}-2026-11-30.pdf"' in made["Content-Disposition"]
    assert b"pdfaid:part>3<" in made.content
    assert b"pdfuaid:part>1<" in made.content
    assert made.content == client.get(f"/atlas/{code}/profile.pdf?at=2026-11-30").content


def test_countries_side_by_side(client, law):
    page = text_of(client.get("/atlas/compare/?countries=GE,UA,MD"))
    assert "Georgia, Ukraine, Republic of Moldova side by side" in page
    for title in ("Standing towards instruments", "Powers of procedural law", "Authorities", "Procedures by measure"):
        assert title in page
    assert "Criminal Code, Article 361" in page


def test_six_fit_and_seven_are_refused_with_what_to_do(client, law):
    assert client.get("/atlas/compare/?countries=AM,AZ,BY,GE,MD,UA").status_code == 200
    refused = client.get("/atlas/compare/?countries=AM,AZ,BY,GE,MD,UA,FR")
    assert refused.status_code == 422
    assert "You chose 7 countries; at most 6 can stand side by side. Leave out 1." in text_of(refused)
    assert refused.content.decode().count(" checked>") == 6, "What was chosen is still ticked."


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("countries=GE&countries=UA&countries=", "/atlas/compare/?countries=GE,UA"),
        ("countries=ge,GE,ua", "/atlas/compare/?countries=GE,UA"),
        ("countries=GE&countries=FR, RO&at=2018-01-01", "/atlas/compare/?countries=GE,FR,RO&at=2018-01-01"),
    ],
)
def test_ticked_boxes_lead_to_an_address_that_can_be_sent_on(client, law, written, address):
    assert client.get(f"/atlas/compare/?{written}")["Location"] == address


@pytest.mark.parametrize("wrong", ["XQ", "Georgia", "GE,%00"])
def test_a_country_that_cannot_be_compared_is_named(client, law, wrong):
    answer = client.get(f"/atlas/compare/?countries={wrong}", follow=True)
    assert answer.status_code == 422
    assert 'id="compare-problem"' in answer.content.decode()


def test_nothing_chosen_shows_the_form(client, law):
    assert "Countries, at most 6" in text_of(client.get("/atlas/compare/"))
