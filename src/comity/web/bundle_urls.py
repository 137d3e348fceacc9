"""Addresses of what goes along with a request. An address, once published, stays."""

from __future__ import annotations

from django.urls import path

from comity.web.pages.bundle import add, files, order, page, translation

_BUNDLE = "requests/<str:reference>/bundle/"
_TRANSLATION = f"{_BUNDLE}translations/<int:number>/"

urlpatterns = [
    path(_BUNDLE, page.bundle, name="request-bundle"),
    path(f"{_BUNDLE}add/", add.add, name="request-attach"),
    path(f"{_BUNDLE}whole.zip", files.whole, name="request-bundle-whole"),
    path(f"{_BUNDLE}files/<int:number>/", files.one, name="request-attachment"),
    path(f"{_BUNDLE}files/<int:number>/remove/", page.remove, name="request-attachment-remove"),
    path(f"{_BUNDLE}translations/order/", order.order, name="request-order-translation"),
    path(_TRANSLATION, translation.translation, name="request-translation"),
    path(f"{_TRANSLATION}deliver/", translation.deliver, name="request-translation-deliver"),
    path(f"{_TRANSLATION}certify/", translation.certify, name="request-translation-certify"),
    path(f"{_TRANSLATION}redo/", translation.redo, name="request-translation-redo"),
    path(f"{_TRANSLATION}cancel/", translation.cancel, name="request-translation-cancel"),
]
