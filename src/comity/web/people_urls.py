"""Addresses of the pages about people: the roster, one's own account. An address, once published, stays."""

from __future__ import annotations

from django.urls import path

from comity.people.rules.tokens import Purpose
from comity.web.pages.account import password, tokens
from comity.web.pages.roster import plan, shift, week

urlpatterns = [
    path("roster/", week.week, name="roster"),
    path("roster/plan/", plan.plan, name="plan-shift"),
    path("roster/<int:number>/", shift.shift, name="shift"),
    path("roster/<int:number>/hand-over/", shift.hand_over, name="hand-over-shift"),
    path("roster/<int:number>/end/", shift.change, name="change-shift"),
    path("roster/<int:number>/cancel/", shift.cancel, name="cancel-shift"),
    path("account/tokens/", tokens.tokens, name="tokens"),
    path("account/tokens/create/", tokens.create, {"purpose": Purpose.API}, name="create-token"),
    path("account/tokens/calendar/", tokens.create, {"purpose": Purpose.CALENDAR}, name="create-calendar-token"),
    path("account/tokens/<int:number>/revoke/", tokens.revoke, name="revoke-token"),
    path("account/password/", password.password, name="password"),
]
