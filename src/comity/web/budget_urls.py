"""Addresses of the pages on money. An address, once published, stays."""

from __future__ import annotations

from django.urls import URLPattern, path

from comity.web.pages.programme import budget, budget_correct, budget_edit, budget_files, budget_line, rates

BUDGET = "programme/<slug:code>/budget/"

urlpatterns: list[URLPattern] = [
    path("programme/rates/", rates.rates, name="rates"),
    path(BUDGET, budget.budget, name="budget"),
    path(f"{BUDGET}chart.svg", budget_files.chart, name="budget-chart"),
    path(f"{BUDGET}lines.csv", budget_files.lines, name="budget-lines-file"),
    path(f"{BUDGET}transactions.csv", budget_files.entries, name="budget-transactions-file"),
    path(f"{BUDGET}add/", budget_edit.add, name="budget-add"),
    path(f"{BUDGET}<int:number>/", budget_line.line, name="budget-line"),
    path(f"{BUDGET}<int:number>/edit/", budget_edit.edit, name="budget-edit"),
    path(f"{BUDGET}<int:number>/commit/", budget_edit.commit, name="budget-commit"),
    path(f"{BUDGET}<int:number>/commitments/<int:entry>/pay/", budget_edit.pay, name="budget-pay"),
    *(
        path(f"{BUDGET}<int:number>/{sort}s/<int:entry>/{verb}/", view, {"sort": sort}, name=f"{sort}-{verb}")
        for sort in ("commitment", "payment")
        for verb, view in (("correct", budget_correct.correct), ("reverse", budget_correct.reverse))
    ),
]
