"""The two projects of the overview as bare rows, and words for their money: what tests of budgets begin with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from comity.kernel import clock
from comity.programme.actions.set_rate import set_rate
from comity.programme.models import Activity, Project, Result
from comity.programme.rules.budget.demonstration.world import BUDGETS
from comity.programme.rules.budget.written import CommitmentWords, LineWords, PaymentWords, RateWords

II, III = "cybercrime-eap-ii", "cybercrime-eap-iii"
DAY, MAY = date(2017, 6, 16), date(2017, 5, 2)


def keep_projects() -> None:
    """The two projects of the overview, with results and the activities that money is for, without reading packs."""
    now = clock.now()
    days = {II: date(2015, 5, 1), III: date(2015, 12, 1)}
    held = {
        code: Project.objects.create(
            code=code, name=code, starts=starts, ends=date(2017, 12, 31), budget=budget, created_at=now, changed_at=now
        )
        for (code, starts), budget in zip(days.items(), (Decimal(800_000), Decimal(1_200_000)), strict=True)
    }
    for code, project in held.items():
        results = {n: Result.objects.create(project=project, level="result", number=n, says=n) for n in "123"}
        for line in BUDGETS[code]:
            if line.activity and line.activity not in {"advisory-visits", "t-cy-octopus"}:
                _activity(project, line.activity, results[line.result])
    _activity(held[III], "advisory-visits", Result.objects.get(project=held[III], number="1"), held[II])
    _activity(held[II], "t-cy-octopus", Result.objects.get(project=held[II], number="1"), held[III])


def _activity(project: Project, code: str, result: Result, *shared: Project) -> None:
    now, day = clock.now(), date(2017, 7, 1)
    made = Activity.objects.create(
        project=project,
        result=result,
        code=code,
        kind="workshop",
        title=code,
        starts=day,
        ends=day,
        created_at=now,
        changed_at=now,
    )
    made.shared_with.set(shared)


def line_words(**changes) -> LineWords:
    words = {"heading": "Meetings", "amount": "1000", "currency": "EUR", "day": date(2015, 5, 1), "source": "Annex III"}
    return LineWords(**{**words, **changes})


def made(reference="C-1", amount="600", currency="EUR", day=MAY) -> CommitmentWords:
    return CommitmentWords(reference, "Venue", amount, currency, day)


def paid(reference="P-1", amount="100", currency="EUR", day=MAY) -> PaymentWords:
    return PaymentWords(reference, amount, currency, day)


def rate(officer, currency="GEL", quote="EUR", value="0.3571", day=date(2017, 1, 3), version=0) -> None:
    set_rate(RateWords(currency, quote, value, day, "Made up for this test"), version=version, by=officer)
