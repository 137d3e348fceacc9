"""Addresses of the statistics. An address, once published, stays."""

from __future__ import annotations

from django.urls import path

from comity.web.pages.statistics import charts, files, page

urlpatterns = [
    path("statistics/", page.statistics_page, name="statistics"),
    path("statistics.csv", files.as_csv, name="statistics-csv"),
    path("statistics.json", files.as_json_file, name="statistics-json"),
    path("statistics/charts/<str:name>.svg", charts.chart, name="statistics-chart"),
]
