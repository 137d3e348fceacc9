"""People who register at the same moment: no place is given twice, nobody is entered twice."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from comity.kernel import clock
from comity.programme.models import Participant
from comity.programme.tests.event import NOW, opened, planned, register


@pytest.mark.django_db(transaction=True)
def test_places_are_counted_one_after_the_other(officer) -> None:
    with clock.frozen(NOW):
        planned()
        token = opened(officer, capacity=3)

    def one(number: int) -> None:
        with clock.frozen(NOW):
            register(token, f"p{number % 8}@example.net", address=f"192.0.2.{number}")
        connection.close()

    with ThreadPoolExecutor(8) as apart:
        list(apart.map(one, range(16)))

    assert Counter(Participant.objects.values_list("state", flat=True)) == {"registered": 3, "waiting-list": 5}
