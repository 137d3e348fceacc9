"""Addresses of requests in other forms than pages: schemas, files, versions. An address, once published, stays."""

from __future__ import annotations

from django.urls import path

from comity.web.pages import schemas
from comity.web.pages.intake.from_file import from_file
from comity.web.pages.requests import letter, typed, versions

urlpatterns = [
    path("schemas/request/index.json", schemas.index, name="request-schemas"),
    path("schemas/request/<slug:kind>/<int:version>.json", schemas.schema, name="request-schema"),
    path("intake/from-file/", from_file, name="request-from-file"),
    path("requests/<str:reference>/letter/typed/", typed.typed, name="request-typed"),
    path("requests/<str:reference>/letter.docx", letter.file, {"form": "docx"}, name="request-docx"),
    path("requests/<str:reference>/letter.txt", letter.file, {"form": "txt"}, name="request-text"),
    path("requests/<str:reference>/letter.json", letter.file, {"form": "json"}, name="request-json"),
    path("requests/<str:reference>/versions/", versions.versions, name="request-versions"),
]
