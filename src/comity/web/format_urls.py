"""Addresses of requests in other forms than pages: schemas, files, versions. An address, once published, stays."""

from __future__ import annotations

from django.urls import path

from comity.web.pages import schemas

urlpatterns = [
    path("schemas/request/index.json", schemas.index, name="request-schemas"),
    path("schemas/request/<slug:kind>/<int:version>.json", schemas.schema, name="request-schema"),
]
