"""Addresses of people at events: the public registration, one's own data, the office's pages. An address stays."""

from __future__ import annotations

from django.urls import URLPattern, path

from comity.web.pages.programme import own_registration, participant, people, register, registration

_OF = "programme/<slug:code>/activities/<slug:activity>/people"

urlpatterns: list[URLPattern] = [
    path("register/sent/", register.registered, name="registered"),
    path("register/mine/<str:link>/", own_registration.own, name="own-registration"),
    path("register/mine/<str:link>/data.json", own_registration.data, name="own-data"),
    path("register/mine/<str:link>/cancel/", own_registration.cancel, name="own-cancel"),
    path("register/mine/<str:link>/erase/", own_registration.erase, name="own-erase"),
    path("register/mine/<str:link>/certificate.pdf", own_registration.certificate, name="own-attendance"),
    path("register/<str:token>/", register.register, name="register"),
    path(f"{_OF}/", people.people, name="people"),
    path(f"{_OF}/move/", people.move, name="people-move"),
    path(f"{_OF}/people.csv", people.export, name="people-csv"),
    path(f"{_OF}/statistics/", people.statistics, name="people-statistics"),
    path(f"{_OF}/registration/", registration.terms, name="registration"),
    path(f"{_OF}/registration/close/", registration.close, name="registration-close"),
    path(f"{_OF}/invite/", registration.invite, name="people-invite"),
    path(f"{_OF}/<int:number>/", participant.one, name="participant"),
    path(f"{_OF}/<int:number>/move/", participant.move, name="participant-move"),
    path(f"{_OF}/<int:number>/travel/", participant.travel, name="participant-travel"),
    path(f"{_OF}/<int:number>/certify/", participant.certify, name="participant-certify"),
    path(f"{_OF}/<int:number>/certificate.pdf", participant.certificate, name="participant-certificate"),
    path(f"{_OF}/<int:number>/data.json", participant.data, name="participant-data"),
    path(f"{_OF}/<int:number>/erase/", participant.erase, name="participant-erase"),
]
