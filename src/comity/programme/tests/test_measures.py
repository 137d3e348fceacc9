"""The figures that indicators are computed from: each says how, and a missing fact is never a nought."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.conf import settings

from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.models.tally import Tally
from comity.casework.rules.statistics.cell import EVERYWHERE, What
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.programme.queries.measures import MEASURES
from comity.programme.queries.measures.measure import Scope
from comity.stateofplay.actions.keep_follow_up import keep_follow_up
from comity.stateofplay.rules.follow_up import FollowUpStatus, FollowUpWords

pytestmark = pytest.mark.django_db
SIX = ("AM", "AZ", "BY", "GE", "MD", "UA")
YEAR = (date(2017, 1, 1), date(2017, 12, 31))


def _figure(name: str, *days: date, countries: tuple[str, ...] = SIX) -> Decimal | None:
    return MEASURES[name].compute(Scope("cybercrime-eap-ii", countries), *(days or YEAR))


def test_every_measure_says_how_it_is_computed() -> None:
    for name, measure in MEASURES.items():
        assert measure.name == name
        assert measure.says.endswith(".")
        assert measure.unit


def test_packs_name_only_measures_that_there_are(adopted: None) -> None:
    named = {each.measure for project in node_snapshot().projects.values() for each in project.indicators}
    assert named - {""} <= set(MEASURES)
    assert len(named - {""}) >= 5


@pytest.mark.parametrize("name", ["people-trained", "agreements-signed", "acknowledgement", "recommendations-done"])
def test_nothing_recorded_is_not_known(adopted: None, name: str) -> None:
    assert _figure(name) is None


def test_what_others_send_is_not_known(adopted: None) -> None:
    assert _figure("requests-sent", countries=("FR",)) is None
    assert _figure("requests-sent", countries=(str(settings.ENV.country),)) == 0


def test_gaps_are_counted_only_where_both_days_are_known(adopted: None) -> None:
    assert _figure("gaps-closed", date(2010, 1, 1), date(2010, 12, 31)) is None
    assert _figure("gaps-closed", date(2017, 6, 16), date(2017, 6, 16)) == 0
    assert _figure("gaps-closed", countries=("FR",)) is None


def test_the_median_of_whole_months_is_added_up_over_countries() -> None:
    def tally(country: str, way: str, minutes: int, count: int, month: date = date(2017, 3, 1)) -> None:
        Tally.objects.create(
            month=month,
            direction=way,
            country=country,
            what=What.ACKNOWLEDGED.value,
            key=str(minutes),
            count=count,
        )

    tally("UA", "outgoing", 60, 1)
    tally("MD", "outgoing", 600, 3)
    tally("FR", "outgoing", 6000, 9)
    tally(EVERYWHERE, "incoming", 90, 2)
    tally("UA", "incoming", 90, 2)
    tally("UA", "outgoing", 5, 99, date(2018, 1, 1))

    assert _figure("acknowledgement", countries=("UA", "MD")) == 10
    home = str(settings.ENV.country)
    assert _figure("acknowledgement", countries=("UA", "MD", home)) == Decimal("1.5")
    assert _figure("acknowledgement", date(2017, 3, 2), date(2017, 12, 31)) is None


def test_recommendations_count_as_they_stood_on_the_last_day(adopted: None) -> None:
    editor = User.objects.create(username="editor", display_name="Editor", created_at=clock.now())
    Mandate.objects.create(user=editor, role=Role.EDITOR.value, valid_from=date(2000, 1, 1), created_at=clock.now())

    def keep(number: str, status: FollowUpStatus, version: int, day: date) -> None:
        words = FollowUpWords(status, evidence="a law", source="a gazette")
        with clock.frozen(datetime(day.year, day.month, day.day, 9, tzinfo=UTC)):
            keep_follow_up("tcy-mla-2014", number, CountryCode("GE"), words, version=version, by=editor)

    keep("1", FollowUpStatus.UNDER_WAY, 0, date(2017, 2, 1))
    keep("2", FollowUpStatus.DONE, 0, date(2017, 3, 1))
    keep("1", FollowUpStatus.DONE, 1, date(2018, 2, 1))

    assert _figure("recommendations-done", date(2016, 1, 1), date(2016, 12, 31)) is None
    assert _figure("recommendations-done", date(2017, 1, 1), date(2017, 2, 28)) == 0
    assert _figure("recommendations-done") == 1
    assert _figure("recommendations-done", date(2018, 1, 1), date(2018, 12, 31)) == 2


def test_freshness_is_told_of_today_alone(adopted: None) -> None:
    today = clock.today()
    assert _figure("profile-freshness") is None
    found = _figure("profile-freshness", today, today)
    assert found is not None
    assert 0 < found <= 100
