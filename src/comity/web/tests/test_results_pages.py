"""A results framework on its pages: read by anybody, changed by officers, with as few queries however large."""

from __future__ import annotations

import html
import re
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comity.kernel import clock
from comity.programme.models import Indicator, IndicatorPeriod, Result

pytestmark = pytest.mark.django_db
PAGE = "/programme/cybercrime-eap-ii/results/"


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def test_anybody_reads_the_tree_with_how_it_is_computed(world):
    page = text_of(Client().get(PAGE))
    assert "To enable efficient regional and international co-operation" in page
    assert "Output 1.1 On-line information resource tool" in page
    assert "1.a Countries whose authorities use the standard templates" in page
    assert "our proposal" in page
    assert "Progress of an indicator = (actual − baseline) ÷ (last target − baseline)" in page
    assert "Not yet known on this node." in page
    assert "Six activities and four outputs serve three expected results" in page
    assert "Add an" not in page


def test_an_officer_keeps_the_framework_through_the_forms(world):
    officer = world.programme
    result = Result.objects.get(project__code="cybercrime-eap-ii", number="2")
    assert 'value="2.2"' in officer.get(f"{PAGE}{result.pk}/outputs/add/").content.decode()
    said = {"number": "2.2", "says": "Rules of the 24/7 points", "assumption": ""}
    assert officer.post(f"{PAGE}{result.pk}/outputs/add/", said).status_code == 302
    output = Result.objects.get(project__code="cybercrime-eap-ii", number="2.2")
    said = {"number": "2.2.a", "says": "Rules in force", "unit": "rules", "direction": "up", "baseline": "0"}
    refused = officer.post(f"{PAGE}{output.pk}/indicators/add/", said)
    assert refused.status_code == 422
    assert "This baseline has no source." in text_of(refused)
    said["baseline_source"] = "A register"
    assert officer.post(f"{PAGE}{output.pk}/indicators/add/", said).status_code == 302
    indicator = Indicator.objects.get(result=output)
    there = f"{PAGE}indicators/{indicator.pk}/"
    days = {"starts": "2025-01-01", "ends": "2025-12-31", "target": "4"}
    assert officer.post(f"{there}periods/add/", days).status_code == 302
    overlapping = officer.post(f"{there}periods/add/", days | {"starts": "2025-06-01", "target": "many"})
    assert "This is not a figure." in text_of(overlapping)
    overlapping = officer.post(f"{there}periods/add/", days | {"starts": "2025-06-01"})
    assert "This overlaps with the period from 1 January 2025 to 31 December 2025." in text_of(overlapping)
    period = indicator.periods.get()
    actual = f"{PAGE}periods/{period.pk}/actual/"
    assert "Say what shows this figure" in text_of(officer.post(actual, {"actual": "3", "version": 1}))
    given = {"actual": "3", "evidence": "Three orders", "source": "Gazette 5", "version": 1}
    assert officer.post(actual, given).status_code == 302
    assert "Somebody changed this since you opened it" in text_of(officer.post(actual, given))
    page = text_of(Client().get(there))
    assert "(3 − 0) ÷ (4 − 0) = 75 %" in page
    assert "Three orders" in page
    assert "Actual of 1 January to 31 December 2025: 3." in page


def test_only_officers_change(world):
    indicator = Indicator.objects.filter(result__project__code="cybercrime-eap-ii").first()
    for path in ("add/", f"indicators/{indicator.pk}/edit/", f"periods/{indicator.periods.first().pk}/actual/"):
        assert world.auditor.get(PAGE + path).status_code == 403
        assert Client().get(PAGE + path).status_code == 302
    assert world.auditor.post(f"{PAGE}compute/").status_code == 403
    assert Client().get(f"{PAGE}indicators/999999/").status_code == 404
    assert Client().get(f"/programme/cybercrime-eap-iii/results/indicators/{indicator.pk}/").status_code == 404


def test_the_nodes_own_figures_are_computed_when_asked_for(world):
    answer = world.programme.post(f"{PAGE}compute/", follow=True)
    assert "figures were computed" in text_of(answer)


def test_pictures_are_there_to_take_along(world):
    indicator = Indicator.objects.get(result__project__code="cybercrime-eap-ii", number="1.a")
    for path in ("theory/picture/", f"indicators/{indicator.pk}/picture/"):
        answer = Client().get(f"{PAGE}{path}?download=yes&shade=dark&size=narrow")
        assert answer["Content-Type"] == "image/svg+xml"
        assert "attachment" in answer["Content-Disposition"]
        assert answer.content.startswith(b"<svg")


def _queries(visitor: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as taken:
        assert visitor.get(address).status_code == 200
    return len(taken)


def test_four_hundred_periods_take_no_more_queries(world):
    visitor, result = Client(), Result.objects.get(project__code="cybercrime-eap-ii", number="2")
    held = result.indicators.get(number="2.a")
    one = f"{PAGE}indicators/{held.pk}/"
    visitor.get(PAGE)
    few = [_queries(visitor, address) for address in (PAGE, one)]
    indicators = Indicator.objects.bulk_create(
        Indicator(result=result, number=f"2.{number}", says=f"Indicator {number}", baseline=Decimal(0))
        for number in range(40)
    )
    IndicatorPeriod.objects.bulk_create(
        IndicatorPeriod(
            indicator=indicator,
            starts=date(year, 1, 1),
            ends=date(year, 12, 31),
            target=Decimal(10),
            actual=Decimal(5),
            changed_at=clock.now(),
        )
        for indicator in (*indicators, held)
        for year in range(2020, 2030)
    )
    assert "Indicator 39" in text_of(visitor.get(PAGE))
    assert [_queries(visitor, address) for address in (PAGE, one)] == few
