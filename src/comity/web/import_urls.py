"""Addresses of imports: a table is checked, then imported as a whole. An address, once published, stays."""

from __future__ import annotations

from django.urls import URLPattern, path

from comity.web.pages.programme import import_files, imports

urlpatterns: list[URLPattern] = [
    path("programme/<slug:code>/import/", imports.first, name="project-import"),
    path("programme/<slug:code>/import/<slug:what>/", imports.upload, name="import"),
    path("programme/<slug:code>/import/<slug:what>/template.<str:form>", import_files.template, name="import-template"),
    path("programme/<slug:code>/import/<slug:what>/<int:number>/", imports.one, name="import-run"),
    path(
        "programme/<slug:code>/import/<slug:what>/<int:number>/carry-out/", imports.carry_out, name="import-carry-out"
    ),
    path("programme/<slug:code>/import/<slug:what>/<int:number>/discard/", imports.discard, name="import-discard"),
    path(
        "programme/<slug:code>/import/<slug:what>/<int:number>/problems.csv",
        import_files.problems,
        name="import-problems",
    ),
]
