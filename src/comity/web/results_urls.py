"""Addresses of a project's results framework. An address, once published, stays: lines go by row number."""

from __future__ import annotations

from django.urls import URLPattern, path

from comity.web.pages.programme import indicator_edit, results, results_edit

HERE = "programme/<slug:code>/results/"

urlpatterns: list[URLPattern] = [
    path(HERE, results.results, name="results"),
    path(f"{HERE}theory/picture/", results.theory_picture, name="results-theory-picture"),
    path(f"{HERE}compute/", results_edit.compute, name="results-compute"),
    path(f"{HERE}add/", results_edit.add, name="result-add"),
    path(f"{HERE}<int:number>/edit/", results_edit.edit, name="result-edit"),
    path(f"{HERE}<int:number>/outputs/add/", results_edit.add_output, name="output-add"),
    path(f"{HERE}<int:number>/indicators/add/", indicator_edit.add, name="indicator-add"),
    path(f"{HERE}indicators/<int:number>/", results.indicator, name="indicator"),
    path(f"{HERE}indicators/<int:number>/picture/", results.indicator_picture, name="indicator-picture"),
    path(f"{HERE}indicators/<int:number>/edit/", indicator_edit.edit, name="indicator-edit"),
    path(f"{HERE}indicators/<int:number>/periods/add/", indicator_edit.add_period, name="period-add"),
    path(f"{HERE}periods/<int:number>/edit/", indicator_edit.edit_period, name="period-edit"),
    path(f"{HERE}periods/<int:number>/actual/", indicator_edit.actual, name="period-actual"),
]
