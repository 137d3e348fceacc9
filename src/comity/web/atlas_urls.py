"""Addresses of the pages of the resource tool, open to everyone. An address, once published, stays."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
