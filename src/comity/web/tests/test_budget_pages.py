"""Budgets on their pages: read by the office's own people only, changed by programme officers, to the cent."""

from __future__ import annotations

import csv
import html
import re
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse

from comity.kernel import clock
from comity.people.rules.roles import Role
from comity.programme.actions.add_budget_line import add_budget_line
from comity.programme.actions.commit_money import commit_money
from comity.programme.actions.record_payment import record_payment
from comity.programme.models import Commitment, ExchangeRate, Payment, Project
from comity.programme.rules.budget.written import CommitmentWords, LineWords, PaymentWords

pytestmark = pytest.mark.django_db
BUDGET = "/programme/p/budget/"
DAY = date(2017, 5, 2)
SHEET_QUERIES, LINE_QUERIES = 10, 9
"""Each, whatever is on it: who is there and what they may do, the project, and five and four for the money."""


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


@pytest.fixture
def office(cast):
    """A project with a line of EUR 1,000, a commitment of GEL 1,000 on it, GEL 280.05 paid; and its officer."""
    user, now = cast("programme", Role.PROGRAMME_OFFICER), clock.now()
    days = {"starts": date(2015, 5, 1), "ends": date(2017, 12, 31)}
    Project.objects.create(code="p", name="Project P", budget=1000, created_at=now, changed_at=now, **days)
    line = add_budget_line("p", LineWords("=Meetings", "1000", "EUR", date(2015, 5, 1), "Annex III"), by=user)
    made = commit_money("p", line, CommitmentWords("C-1", "@Venue", "1000", "GEL", DAY), by=user)
    paid = record_payment("p", made, PaymentWords("P-1", "280.05", "GEL", DAY), by=user)
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.line, client.commitment, client.payment = line, made, paid
    return client


def pages(office) -> list[str]:
    line = f"{BUDGET}{office.line}/"
    return [BUDGET, f"{BUDGET}lines.csv", f"{BUDGET}transactions.csv", line, "/programme/rates/"]


def forms(office) -> list[str]:
    line = f"{BUDGET}{office.line}/"
    entries = (f"commitments/{office.commitment}/", f"payments/{office.payment}/")
    more = [f"{line}{entry}{verb}/" for entry in entries for verb in ("correct", "reverse")]
    return [f"{BUDGET}add/", f"{line}edit/", f"{line}commit/", f"{line}commitments/{office.commitment}/pay/", *more]


def test_money_is_not_for_the_public_nor_for_other_roles(office, signed_in):
    drafter, auditor = signed_in(Role.DRAFTER), signed_in(Role.AUDITOR)
    for page in [*pages(office), f"{BUDGET}chart.svg"]:
        assert Client().get(page).status_code == 302, page
        assert drafter.get(page).status_code == 403, page
    for page in pages(office):
        assert auditor.get(page).status_code == 200, page
    for page in forms(office):
        assert auditor.get(page).status_code == 403, page
        assert office.get(page).status_code == 200, page
    assert BUDGET not in drafter.get("/programme/p/").content.decode()
    assert BUDGET in auditor.get("/programme/p/").content.decode()


def test_without_a_rate_nothing_is_left_out_silently(office):
    page = text_of(office.get(f"{BUDGET}?at=2017-06-16"))
    assert "No rate of GEL in EUR is known for 2 May 2017, or before." in page
    assert "Not known 0.00 without 1 amount that has no rate" in page
    assert "How much is unspent is not known: 1 payment without a rate" in page


def test_a_rate_makes_the_figures_known_to_the_cent(office):
    rate = {"currency": "gel", "quote": "EUR", "rate": "0.3571", "day": "2017-01-03", "source": "Made up", "version": 0}
    assert office.post("/programme/rates/", rate).status_code == 302
    page = text_of(office.get(f"{BUDGET}?at=2017-06-16"))
    assert "Paid 100.01" in page  # 280.05 × 0.3571 = 100.005855
    assert "Still open 257.09" in page
    assert "Left 642.90" in page
    assert "EUR 899.99, 90% of the budget, is unspent after 26 of 32 months" in page
    line = text_of(office.get(f"{BUDGET}{office.line}/?at=2017-06-16"))
    assert "GEL 280.05 100.01 1 GEL = 0.3571 EUR of 3 January 2017 (Made up)" in line


def test_a_rate_of_the_same_day_is_replaced_only_on_a_second_save(office):
    rate = {"currency": "GEL", "quote": "EUR", "rate": "0.35", "day": "2017-01-03", "source": "Made up", "version": 0}
    office.post("/programme/rates/", rate)
    answer = office.post("/programme/rates/", rate | {"rate": "0.36"})
    assert answer.status_code == 422
    assert "For this day 0.35 is recorded (Made up). Save again to replace it" in text_of(answer)
    assert 'name="version" value="1"' in answer.content.decode()
    assert office.post("/programme/rates/", rate | {"rate": "0.36", "version": 1}).status_code == 302
    assert ExchangeRate.objects.get().rate == Decimal("0.36")


def test_what_was_typed_stays_and_the_field_says_what_is_wrong(office):
    typed = {"reference": "C-2", "says": "Hall", "amount": "1.234", "currency": "EUR", "day": "2017-05-02"}
    answer = office.post(f"{BUDGET}{office.line}/commit/", typed)
    assert answer.status_code == 422
    assert "“1.234” is not an amount that can be read in one way. Write it as 1234.50." in text_of(answer)
    assert 'value="1.234"' in answer.content.decode()
    assert office.post(f"{BUDGET}{office.line}/commit/", typed | {"amount": "1,234.00"}).status_code == 302
    assert Commitment.objects.get(reference="C-2").amount == Decimal("1234.00")


def test_a_payment_is_corrected_and_then_reversed_with_reasons(office):
    line = f"{BUDGET}{office.line}/"
    typed = {"reference": "P-1", "amount": "28.05", "currency": "GEL", "day": "2017-05-02", "reason": "A digit."}
    page = f"{line}payments/{office.payment}/correct/"
    assert "Reason is needed." in text_of(office.post(page, typed | {"reason": ""}))
    assert office.post(page, typed).status_code == 302
    right = Payment.objects.get(reversed_at=None)
    assert (right.amount, right.corrects_id) == (Decimal("28.05"), office.payment)
    assert office.post(f"{line}payments/{right.pk}/reverse/", {"reason": "Never made."}).status_code == 302
    shown = text_of(office.get(line))
    assert "Reversed A digit." in shown
    assert "Reversed Never made." in shown
    assert Payment.objects.count() == 2


def test_csv_has_no_live_formula_and_sums_tie(office):
    rate = {"currency": "GEL", "quote": "EUR", "rate": "0.3571", "day": "2017-01-03", "source": "+Made", "version": 0}
    office.post("/programme/rates/", rate)
    read = [
        list(csv.DictReader(StringIO(office.get(f"{BUDGET}{name}.csv").content.decode("utf-8-sig"))))
        for name in ("lines", "transactions")
    ]
    (line,), (made, paid) = read
    assert line["Line"] == "'=Meetings"
    assert made["Purpose"] == "'@Venue"
    assert (line["Paid (EUR)"], paid["Worth (EUR)"], paid["Amount"]) == ("100.01", "100.01", "280.05")
    cells = [cell for table in read for row in table for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_the_chart_is_a_picture_with_its_words_and_its_table(office):
    page = office.get(f"{BUDGET}?at=2017-06-16&forecast=pace").content.decode()
    address = html.unescape(re.search(r'<img src="([^"]*chart\.svg[^"]*)"', page)[1])
    assert "forecast=pace" in address
    answer = office.get(address)
    assert answer["Content-Type"] == "image/svg+xml"
    assert b"<svg" in answer.content
    assert "The table behind it" in page


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "yesterday", "2015-04-30"])
def test_any_day_of_the_calendar_is_answered(office, day):
    for forecast in ("open", "pace", "neither"):
        assert office.get(f"{BUDGET}?at={day}&forecast={forecast}").status_code == 200
    assert office.get(f"{BUDGET}{office.line}/?at={day}").status_code == 200


@pytest.mark.parametrize("name", ["budget", "budget-chart", "budget-lines-file", "budget-transactions-file"])
def test_no_such_project(office, name):
    assert office.get(reverse(name, args=["none"])).status_code == 404


def test_entries_of_another_line_are_not_found(office):
    assert office.get(f"{BUDGET}{office.line}/payments/{office.payment + 99}/correct/").status_code == 404
    assert office.get(f"{BUDGET}{office.line + 99}/").status_code == 404


def test_the_sheet_takes_the_same_queries_with_more_on_it(office, django_assert_num_queries):
    user = Commitment.objects.get().created_by
    office.get(BUDGET)
    with django_assert_num_queries(SHEET_QUERIES):
        office.get(BUDGET)
    for number in range(2, 7):
        record_payment("p", office.commitment, PaymentWords(f"P-{number}", "1", "EUR", DAY), by=user)
        commit_money("p", office.line, CommitmentWords(f"C-{number}", "x", "1", "EUR", DAY), by=user)
    with django_assert_num_queries(SHEET_QUERIES):
        office.get(BUDGET)
    with django_assert_num_queries(LINE_QUERIES):
        office.get(f"{BUDGET}{office.line}/")
