"""A made-up programme holds together: one seed gives one, its parts add up, and it goes where nobody works."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as some

from comity.kernel import clock
from comity.ledger.queries.chain import verify_chain
from comity.programme.actions.seed_programme import NotForSeeding, seed_programme
from comity.programme.models import Activity, IndicatorPeriod, Participant, Payment, Project, Study
from comity.programme.queries.projects import project_list
from comity.programme.queries.report.contents import report_of
from comity.programme.queries.report.material import report_material
from comity.programme.rules.made_up.numbers import Numbers
from comity.programme.rules.made_up.plan import Plan
from comity.programme.rules.made_up.programme import programme
from comity.programme.rules.reporting import reported

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


def made(seed: int, projects: int = 4, activities: int = 90) -> list[dict[str, list[dict[str, object]]]]:
    return [dict(rows) for rows in programme(Plan(projects, activities, NOW, 1), seed, Numbers({}))]


def test_one_seed_gives_one_programme() -> None:
    assert made(1) == made(1)
    assert made(1) != made(2)


def test_the_first_project_has_four_hundred_periods_and_others_thirty_six() -> None:
    assert [len(rows["period"]) for rows in made(1)] == [400, 36, 36, 36]
    assert [len(rows["result"]) for rows in made(1)] == [9, 9, 9, 9]


@settings(max_examples=50, deadline=None)
@given(some.integers(1, 300), some.integers(0, 30_000))
def test_no_activity_is_lost_between_projects(projects: int, activities: int) -> None:
    plan = Plan(projects, activities, NOW, 1)
    assert sum(plan.activities_of(number) for number in range(1, projects + 1)) == activities


def test_nothing_is_held_before_its_time_and_no_actual_is_known_before_its_period_is_over() -> None:
    for rows in made(3):
        assert all(row["ends"] < NOW.date() for row in rows["activity"] if row["state"] in {"held", "reported"})
        assert all(row["ends"] < NOW.date() for row in rows["period"] if row["actual"] is not None)


@pytest.mark.django_db
def test_a_seeded_programme_holds_together() -> None:
    seed_programme(5, 120, 900, seed=7)

    assert Project.objects.count() == 5
    assert Activity.objects.count() == 120
    assert IndicatorPeriod.objects.filter(indicator__result__project__code="load-0001").count() == 400
    assert Activity.objects.exclude(shared_with=None).exists()
    assert Study.objects.count() == 30
    assert Participant.objects.count() == 900
    assert not Participant.objects.filter(consent=None).exclude(state="invited").exists()
    assert Payment.objects.filter(currency="XTS").exists()
    assert verify_chain().whole
    counted = Counter(Activity.objects.values_list("project__code", flat=True))
    assert {head.code: head.activities for head in project_list(clock.today())} == dict(counted)
    assert {head.results for head in project_list(clock.today())} == {3}
    year = reported(str(Activity.objects.first().starts.year))
    assert report_of(report_material(year, clock.today())).sections


@pytest.mark.django_db
def test_new_rows_are_numbered_after_those_made_up() -> None:
    seed_programme(2, 10)
    name = connection.settings_dict["NAME"]
    seed_programme(2, 10, onto=name)
    assert set(Project.objects.values_list("code", flat=True)) == {f"load-000{number}" for number in range(1, 5)}
    last = Project.objects.order_by("-pk").first()
    last.pk, last.code = None, "another"
    last.save()


@pytest.mark.django_db
def test_where_somebody_works_it_is_refused_unless_it_is_named(adopted, officer) -> None:
    Project.objects.update(changed_by=officer)
    with pytest.raises(NotForSeeding, match="somebody works on"):
        seed_programme(1, 1)
    with pytest.raises(NotForSeeding, match="not “other”"):
        seed_programme(1, 1, onto="other")
    assert not Project.objects.filter(code__startswith="load-").exists()


@pytest.mark.django_db
def test_projects_as_packs_word_them_are_nobodys_work_yet(adopted) -> None:
    seed_programme(1, 3)
    assert Project.objects.filter(code__startswith="load-").count() == 1
