"""Addresses of the pages of casework: the wizard, cases, requests. An address, once published, stays."""

from __future__ import annotations

from django.urls import path

from comity.web.pages.cases import case, case_list, open_case
from comity.web.pages.intake import hold, need, way
from comity.web.pages.requests import approval, check, edit, letter, signing, steps, tabs

urlpatterns = [
    path("intake/", hold.start, name="start-request"),
    path("intake/read/", hold.read, name="intake-read"),
    path("intake/<uuid:identity>/", hold.go_on, name="intake"),
    path("intake/<uuid:identity>/hold/", hold.hold, name="intake-hold"),
    path("intake/<uuid:identity>/need/", need.need, name="intake-need"),
    path("intake/<uuid:identity>/way/", way.way, name="intake-way"),
    path("cases/", case_list.cases, name="cases"),
    path("cases/open/", open_case.open_new, name="open-case"),
    path("cases/<str:reference>/", case.case, name="case"),
    path("cases/<str:reference>/notes/", case.add_note, name="add-note"),
    path("cases/<str:reference>/members/", case.admit, name="admit"),
    path("requests/<str:reference>/", tabs.timeline, name="request"),
    path("requests/<str:reference>/letter/", letter.letter, name="request-letter"),
    path("requests/<str:reference>/letter/preview/", letter.preview, name="request-preview"),
    path("requests/<str:reference>/letter/pages/<int:number>.png", letter.picture, name="request-picture"),
    path("requests/<str:reference>/letter.pdf", letter.pdf, name="request-pdf"),
    path("requests/<str:reference>/data/", tabs.data, name="request-data"),
    path("requests/<str:reference>/way/", tabs.way, name="request-way"),
    path("requests/<str:reference>/chain/", tabs.chain, name="request-chain"),
    path("requests/<str:reference>/ledger/", tabs.ledger, name="request-ledger"),
    path("requests/<str:reference>/arrived/", tabs.arrival, name="request-arrival"),
    path("requests/<str:reference>/arrived/file/", tabs.arrived, name="request-arrived-file"),
    path("requests/<str:reference>/steps/<str:step>/", steps.step, name="request-step"),
    path("requests/<str:reference>/follow-up/", steps.follow_up, name="request-follow-up"),
    path("requests/<str:reference>/edit/", edit.edit, name="request-edit"),
    path("requests/<str:reference>/check/", check.check, name="request-check"),
    path("requests/<str:reference>/approval/", approval.approval, name="request-approval"),
    path("requests/<str:reference>/approval/state/", approval.state, name="request-state"),
    path("requests/<str:reference>/approve/", approval.approve, name="request-approve"),
    path("requests/<str:reference>/return/", approval.give_back, name="request-return"),
    path("requests/<str:reference>/sign/", approval.sign, name="request-sign"),
    path("requests/<str:reference>/signers/", signing.ask, name="request-signers"),
    path("requests/<str:reference>/sign/set/", signing.prepare, name="request-set"),
    path("requests/<str:reference>/sign/letter.pdf", signing.to_sign, name="request-to-sign"),
    path("requests/<str:reference>/sign/upload/", signing.upload, name="request-signed-elsewhere"),
    path("requests/<str:reference>/sent/", approval.mark_sent, name="request-sent"),
    path("requests/<str:reference>/withdraw/", approval.withdraw, name="request-withdraw"),
]
