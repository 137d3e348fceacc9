"""Addresses of the pages of keeping the atlas true. An address, once published, stays."""

from __future__ import annotations

from django.urls import URLPattern, path

from comity.web.pages.upkeep import contacts, facts, history, owners, proposals, propose, report, reports

urlpatterns: list[URLPattern] = [
    path("report-an-error/", report.report, name="report-error"),
    path("atlas/history/<path:pack>/", history.history, name="history"),
    path("upkeep/propose/", propose.propose, name="propose"),
    path("upkeep/facts/<path:pack>/", facts.facts, name="pack-facts"),
    path("upkeep/proposals/", proposals.proposals, name="proposals"),
    path("upkeep/proposals/<int:number>/", proposals.proposal, name="proposal"),
    path("upkeep/proposals/<int:number>/revise/", propose.revise, name="revise-proposal"),
    path("upkeep/proposals/<int:number>/do/<slug:verb>/", proposals.decide, name="decide-proposal"),
    path("upkeep/reports/", reports.reports, name="error-reports"),
    path("upkeep/reports/<int:number>/answer/", reports.answer, name="answer-report"),
    path("upkeep/owners/", owners.owners, name="country-owners"),
    path("upkeep/owners/<str:code>/assign/", owners.assign, name="assign-owner"),
    path("upkeep/due/<str:code>/", owners.due, name="due-facts"),
    path("contacts/", contacts.contacts, name="contacts"),
    path("contacts/<str:code>/", contacts.country, name="country-contacts"),
    path("contacts/<int:number>/confirm/", contacts.confirm, name="confirm-contact"),
    path("contacts/<int:number>/withdraw/", contacts.withdraw, name="withdraw-contact"),
    path("upkeep/reminders/<int:number>/seen/", owners.seen, name="upkeep-reminder-seen"),
]
