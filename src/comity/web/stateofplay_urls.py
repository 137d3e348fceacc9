"""Addresses of the pages of the state of play. An address, once published, stays."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
