"""Keeping a results framework: what is checked, recorded, computed, and refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.ledger.queries.entries import entries_about
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled
from comity.programme.actions.add_result import add_result
from comity.programme.actions.compute_actuals import compute_actuals, compute_actuals_each_night
from comity.programme.actions.edit_result import edit_result
from comity.programme.actions.keep_indicator import add_indicator, edit_indicator
from comity.programme.actions.keep_period import add_period, edit_period
from comity.programme.actions.load_demonstration_results import load_demonstration_results
from comity.programme.actions.record_actual import record_actual
from comity.programme.models import Indicator, IndicatorPeriod, Result
from comity.programme.queries.framework import framework
from comity.programme.queries.indicator_sheet import indicator_sheet
from comity.programme.queries.projects import project_head
from comity.programme.rules.indicator_words import IndicatorWords
from comity.programme.rules.period_words import ActualWords, PeriodWords
from comity.programme.rules.progress import Standing
from comity.programme.rules.project import Direction
from comity.programme.rules.result_words import ResultWords
from comity.programme.rules.results_events import indicator_subject
from comity.stateofplay.rules.refusal import ChangedMeanwhile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("adopted")]
DAY = date(2017, 6, 16)
II, III = "cybercrime-eap-ii", "cybercrime-eap-iii"
YEAR = PeriodWords(date(2016, 1, 1), date(2016, 12, 31), Decimal(10))


@pytest.fixture
def indicator(officer: User) -> int:
    """An indicator of a new output of result 2, from 4 upwards, with a target of 10 for 2016."""
    serves = Result.objects.get(project__code=II, number="2").pk
    output = add_result(II, ResultWords("2.9", "Rules of procedure", "Ministries agree"), serves=serves, by=officer)
    words = IndicatorWords("2.9.a", "Rules adopted", "rules", baseline=Decimal(4), baseline_source="a register")
    made = add_indicator(II, output, words, by=officer)
    add_period(II, made, YEAR, by=officer)
    return made


def _period(indicator: int) -> IndicatorPeriod:
    return IndicatorPeriod.objects.get(indicator=indicator)


def test_the_packs_bring_outputs_and_indicators_as_proposals() -> None:
    found = framework(project_head(II, DAY), DAY)

    assert [line.number for line in found.lines] == ["1", "1.1", "1.2", "2", "2.1", "3", "3.1"]
    assert [each.number for each in found.indicators][:3] == ["1.a", "1.b", "1.c"]
    facts = [each.fact for each in found.indicators]
    assert {fact.confidence for fact in facts if fact} == {"low"}
    assert None not in facts
    assert found.sum.share is None
    assert [len(line.activities) for line in found.results] == [4, 2, 0]
    assert {line.project for line in found.loose} == {III}


def test_an_output_an_indicator_a_period_and_an_actual(officer: User, indicator: int) -> None:
    period = _period(indicator)
    record_actual(II, period.pk, ActualWords(Decimal(7), "Three rules", "Gazette 5"), version=1, by=officer)

    line = indicator_sheet(II, indicator, DAY).line
    assert (line.progress.figure, line.progress.standing) == ("50 %", Standing.SHORT)
    assert [(each.when, each.target, each.actual, each.standing) for each in line.periods] == [
        ("2016", "10", "7", Standing.SHORT)
    ]
    found = framework(project_head(II, DAY), DAY)
    output = next(each for each in found.lines if each.number == "2.9")
    assert (output.sum.figure, output.assumption, output.fact) == ("50 %", "Ministries agree", None)
    told = [entry.name for entry in entries_about(indicator_subject(indicator))]
    assert told == ["indicator-kept", "indicator-period-kept", "actual-recorded"]
    history = [noted.says for noted in indicator_sheet(II, indicator, DAY).history]
    assert history[0] == "Actual of 1 January to 31 December 2016: 7. Three rules"


def test_what_was_known_can_become_not_known(officer: User, indicator: int) -> None:
    period = _period(indicator)
    record_actual(II, period.pk, ActualWords(Decimal(7), "Three rules", "Gazette 5"), version=1, by=officer)
    record_actual(II, period.pk, ActualWords(None, "The gazette was misread."), version=2, by=officer)

    assert indicator_sheet(II, indicator, DAY).line.progress.standing is Standing.UNKNOWN
    assert _period(indicator).version == 3


def test_overlaps_missing_evidence_and_baselines_beyond_targets_are_refused(officer: User, indicator: int) -> None:
    with pytest.raises(Refused, match="overlaps with the period from 1 January 2016"):
        add_period(II, indicator, PeriodWords(date(2016, 12, 31), date(2017, 12, 31)), by=officer)
    second = add_period(II, indicator, PeriodWords(date(2017, 1, 1), date(2017, 12, 31)), by=officer)
    with pytest.raises(Refused, match="overlaps"):
        edit_period(II, second, PeriodWords(date(2016, 7, 1), date(2017, 12, 31)), version=1, by=officer)
    edit_period(II, second, PeriodWords(date(2017, 1, 1), date(2017, 6, 30), Decimal(12)), version=1, by=officer)
    with pytest.raises(Refused) as refusal:
        record_actual(II, second, ActualWords(Decimal(11), "", "Gazette 6"), version=2, by=officer)
    assert refusal.value.field == "evidence"
    higher = IndicatorWords("2.9.a", "Rules adopted", "rules", baseline=Decimal(11), baseline_source="a register")
    with pytest.raises(Refused, match="The target 10 lies below the baseline 11"):
        edit_indicator(II, indicator, higher, version=1, by=officer)
    downwards = replace(higher, baseline=Decimal(4), direction=Direction.DOWN)
    with pytest.raises(Refused, match="though less is better"):
        edit_indicator(II, indicator, downwards, version=1, by=officer)


def test_nobody_overwrites_what_somebody_else_changed(officer: User, indicator: int) -> None:
    period = _period(indicator)
    row = Result.objects.get(project__code=II, number="2.9")
    edit_result(II, row.pk, ResultWords("2.9", "Rules, and their use"), version=1, by=officer)
    edit_period(II, period.pk, YEAR, version=1, by=officer)
    words = IndicatorWords("2.9.a", "Rules in force")
    edit_indicator(II, indicator, words, version=1, by=officer)
    with pytest.raises(ChangedMeanwhile):
        edit_result(II, row.pk, ResultWords("2.9", "Rules"), version=1, by=officer)
    with pytest.raises(ChangedMeanwhile):
        edit_period(II, period.pk, YEAR, version=1, by=officer)
    with pytest.raises(ChangedMeanwhile):
        record_actual(II, period.pk, ActualWords(None), version=1, by=officer)
    with pytest.raises(ChangedMeanwhile):
        edit_indicator(II, indicator, words, version=1, by=officer)


def test_only_programme_officers_change_and_only_what_is_the_projects(
    officer: User, auditor: User, indicator: int
) -> None:
    for who in (auditor,):
        with pytest.raises(NotEntitled):
            add_result(II, ResultWords("9", "More"), by=who)
        with pytest.raises(NotEntitled):
            record_actual(II, _period(indicator).pk, ActualWords(None), version=1, by=who)
        with pytest.raises(NotEntitled):
            compute_actuals(II, by=who)
    with pytest.raises(NotFound):
        add_period(III, indicator, YEAR, by=officer)
    with pytest.raises(NotFound):
        record_actual(III, _period(indicator).pk, ActualWords(None), version=1, by=officer)
    output = Result.objects.get(project__code=II, number="2.9").pk
    with pytest.raises(Refused, match="is an output"):
        add_result(II, ResultWords("2.9.1", "More"), serves=output, by=officer)
    with pytest.raises(NotFound):
        add_result(III, ResultWords("2.9.1", "More"), serves=output, by=officer)


def test_computed_figures_say_when_and_are_not_typed_over(officer: User) -> None:
    computed = Indicator.objects.get(result__project__code=II, number="1.1.a")
    this_year = clock.today().year
    period = add_period(II, computed.pk, PeriodWords(date(this_year, 1, 1), date(this_year, 12, 31)), by=officer)

    done = compute_actuals(II, by=officer)

    row = IndicatorPeriod.objects.get(pk=period)
    assert row.actual is not None
    assert 0 < row.actual <= 100
    assert row.evidence.startswith("Computed by this node on ")
    assert done.changed == done.taken > 1
    assert compute_actuals(II, by=officer).changed == 0
    with pytest.raises(Refused, match="This node computes the figures"):
        record_actual(II, period, ActualWords(Decimal(1), "a list", "a register"), version=row.version, by=officer)


def test_before_its_record_began_a_node_knows_nothing_and_the_worker_computes_too(officer: User) -> None:
    compute_actuals_each_night(0)

    sent = IndicatorPeriod.objects.filter(indicator__number="1.b", indicator__result__project__code=II)
    assert {row.actual for row in sent} == {None}
    assert all("nothing to compute it from" in row.evidence for row in sent)
    last = entries_about(indicator_subject(sent[0].indicator_id))[-1]
    assert (last.payload["measure"], last.payload["actual"]) == ("requests-sent", None)
    assert last.actor_reference == "system"


def test_what_cannot_be_told_any_more_stays_as_it_was(officer: User) -> None:
    computed = Indicator.objects.get(result__project__code=II, number="1.1.a")
    with clock.frozen(datetime(2017, 6, 16, 10, tzinfo=UTC)):
        compute_actuals(II, by=officer)
        then = computed.periods.get(starts=date(2017, 1, 1)).actual
    compute_actuals(II, by=officer)

    assert then is not None
    assert computed.periods.get(starts=date(2017, 1, 1)).actual == then


def test_the_demonstration_is_marked_and_loaded_once(officer: User) -> None:
    load_demonstration_results(officer)
    kept = list(IndicatorPeriod.objects.order_by("pk").values_list("pk", "version"))
    load_demonstration_results(officer)

    assert list(IndicatorPeriod.objects.order_by("pk").values_list("pk", "version")) == kept
    by_hand = IndicatorPeriod.objects.filter(indicator__measure="").exclude(actual=None)
    assert {row.evidence.partition(":")[0] for row in by_hand} == {
        "Demonstration",
        "The exercise was completed for 12 countries.",
    }


def test_of_many_activities_of_a_line_the_latest_are_read_and_the_others_counted() -> None:
    result = Result.objects.get(project__code=II, number="1")
    first = result.activities.first()
    before = result.activities.count()
    for number in range(20):
        first.pk, first.code, first.starts, first.ends = None, f"more-{number}", date(2020, 1, number + 1), date.max
        first.save()
    line = framework(project_head(II, DAY), DAY).results[0]

    assert len(line.activities) == 10
    assert line.activity_count == before + 20
    assert {activity.starts.year for activity in line.activities} == {2020}
