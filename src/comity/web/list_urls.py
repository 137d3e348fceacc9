"""Addresses of search and of the list of requests. An address, once published, stays."""

from __future__ import annotations

from django.urls import path

from comity.web.pages import search
from comity.web.pages.requests import bulk, export, request_list, saved_filters

urlpatterns = [
    path("search/", search.search, name="search"),
    path("requests/", request_list.requests, name="requests"),
    path("requests/print/", request_list.print_view, name="requests-print"),
    path("requests/export.<str:form>", export.export, name="requests-export"),
    path("requests/chosen/", bulk.chosen, name="requests-chosen"),
    path("requests/filters/", saved_filters.save, name="save-filter"),
    path("requests/filters/<int:key>/", saved_filters.rename, name="rename-filter"),
    path("requests/filters/<int:key>/delete/", saved_filters.delete, name="delete-filter"),
]
