"""Addresses of the pages. An address, once published, stays."""

from __future__ import annotations

from django.urls import include, path

from comity.web.pages import desk, node, signin, theme, trust, verify, words

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("sign-in/", signin.SignIn.as_view(), name="sign-in"),
    path("sign-out/", signin.sign_out, name="sign-out"),
    path("node/", node.node, name="node"),
    path("node/trust/", trust.trust_list, name="trust-list"),
    path("node/deliveries/<int:sequence>/retry/", node.retry, name="retry-delivery"),
    path("node/words/", words.words, name="words"),
    path("node/words/<slug:language>/reviewed/", words.reviewed, name="words-reviewed"),
    path("verify/", verify.verify_document, name="verify"),
    path("theme/", theme.choose_theme, name="theme"),
    path("", include("comity.web.atlas_urls")),
    path("", include("comity.web.law_urls")),
    path("", include("comity.web.upkeep_urls")),
    path("", include("comity.web.pack_urls")),
    path("", include("comity.web.import_urls")),
    path("", include("comity.web.stateofplay_urls")),
    path("", include("comity.web.team_urls")),
    path("", include("comity.web.budget_urls")),
    path("", include("comity.web.programme_activities_urls")),
    path("", include("comity.web.event_urls")),
    path("", include("comity.web.programme_urls")),
    path("", include("comity.web.results_urls")),
    path("", include("comity.web.list_urls")),
    path("", include("comity.web.bundle_urls")),
    path("", include("comity.web.casework_urls")),
    path("", include("comity.web.incoming_urls")),
    path("", include("comity.web.statistics_urls")),
    path("", include("comity.web.duty_urls")),
    path("", include("comity.web.people_urls")),
    path("", include("comity.web.clock_urls")),
    path("", include("comity.web.format_urls")),
]
