"""Addresses of the pages of packs that come and go: countries' packs, and offers. An address, once published, stays."""

from __future__ import annotations

from django.urls import URLPattern, path

from comity.web.pages.upkeep import keys, offers, packs

urlpatterns: list[URLPattern] = [
    path("upkeep/packs/", packs.packs, name="country-packs"),
    path("upkeep/packs/import/", packs.take_in, name="pack-import"),
    path("upkeep/packs/<str:code>/export/", packs.export, name="pack-export"),
    path("upkeep/packs/certificate.pem", keys.certificate, name="own-certificate"),
    path("upkeep/packs/keys/trust/", keys.trust, name="trust-key"),
    path("upkeep/packs/keys/withdraw/", keys.withdraw, name="distrust-key"),
    path("upkeep/offers/", offers.offers, name="pack-offers"),
    path("upkeep/offers/<int:number>/", offers.offer, name="pack-offer"),
    path("upkeep/offers/<int:number>/choose/", offers.choose, name="pack-offer-choose"),
    path("upkeep/offers/<int:number>/do/<slug:verb>/", offers.decide, name="pack-offer-decide"),
]
