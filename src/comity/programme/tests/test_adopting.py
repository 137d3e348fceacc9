"""Projects of the packs become this node's: each once, with its results and activities, as the overview has them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from comity.atlas.queries.snapshot import node_snapshot
from comity.ledger.rules.actor import SYSTEM
from comity.programme.actions.adopt_projects import adopt_projects
from comity.programme.models import Activity, Project, Result
from comity.programme.queries.next_phase import next_phase
from comity.programme.queries.project_sheet import ProjectSheet, project_sheet
from comity.programme.queries.project_words import project_words
from comity.programme.queries.projects import project_head, project_heads

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("adopted")]
DAY = date(2017, 6, 16)
II, III = "cybercrime-eap-ii", "cybercrime-eap-iii"


def test_the_two_projects_stand_as_the_overview_states_them() -> None:
    heads = {head.code: head for head in project_heads(DAY)}

    assert (heads[II].budget, heads[II].currency, heads[II].starts, heads[II].ends) == (
        Decimal(800_000),
        "EUR",
        date(2015, 5, 1),
        date(2017, 12, 31),
    )
    assert (heads[III].budget, heads[III].starts) == (Decimal(1_200_000), date(2015, 12, 1))
    assert [code for code, _ in heads[II].countries] == ["AM", "AZ", "BY", "GE", "MD", "UA"]
    assert heads[II].state.value == "running"


@pytest.mark.parametrize(("code", "results", "achievements", "months"), [(II, 3, 6, 32), (III, 3, 7, 25)])
def test_words_come_with_their_slide(code: str, results: int, achievements: int, months: int) -> None:
    words = project_words(project_head(code, DAY), DAY)

    assert (len(words.results), len(words.achievements), words.months) == (results, achievements, months)
    assert words.budget is not None
    assert words.budget.fact.pinpoint == "slide 3"


def test_all_fourteen_activities_are_kept_and_joint_ones_shown_with_both() -> None:
    assert Activity.objects.count() == 14

    second, third = sheet(II), sheet(III)

    joint = {line.code for line in second.activities} & {line.code for line in third.activities}
    assert joint == {"advisory-visits", "t-cy-octopus"}
    assert [line.code for line in third.activities if line.unconfirmed] == ["data-retention"]
    assert next(line.when for line in third.activities if line.code == "lea-isp-memorandum") == (
        "September to November 2017"
    )


def test_adopting_again_changes_nothing_that_was_changed_here() -> None:
    Project.objects.filter(code=II).update(name="Renamed here")

    assert adopt_projects(actor=SYSTEM) == ()
    assert Project.objects.get(code=II).name == "Renamed here"
    assert Activity.objects.count() == 14


def sheet(code: str) -> ProjectSheet:
    return project_sheet(project_head(code, DAY), DAY)


def test_results_and_bodies_come_with_their_slide() -> None:
    found = sheet(III)

    assert next(line.fact and line.fact.pinpoint for line in found.results) == "slide 6, expected result 1"
    assert [(name, fact and fact.pinpoint) for name, fact in found.funders] == [
        ("European Union", "slide 14"),
        ("Council of Europe", "slide 14"),
    ]
    assert [(name, fact and fact.pinpoint) for name, fact in found.partners] == [("iPROCEEDS", "slide 7")]


def test_what_was_changed_here_is_not_given_as_the_documents_words() -> None:
    Project.objects.filter(code=II).update(budget=Decimal(850_000), ends=date(2018, 6, 30), funders=["A foundation"])
    Result.objects.filter(project__code=II, number="1").update(says="Worded anew")

    found = sheet(II)

    assert (found.budget, found.duration) == (None, None)
    assert found.words.changed == {"budget", "duration"}
    assert found.objective is not None
    assert found.funders == (("A foundation", None),)
    assert [line.fact is None for line in found.results] == [True, False, False]


def test_the_next_phase_is_proposed_as_slides_12_and_13_word_it() -> None:
    first, second = next_phase(node_snapshot(), DAY)

    assert [len(each.points) for each in first.proposals] == [3, 2, 3, 2]
    assert {each.fact.pinpoint for each in first.proposals} == {"slide 12"}
    assert (second.period, second.proposals[0].says) == ("2018-2020", "Strengthening operational capabilities")
    assert second.proposals[0].points[1] == "Judicial training"
