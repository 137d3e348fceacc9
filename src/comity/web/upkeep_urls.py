"""Addresses of the pages of keeping the atlas true. An address, once published, stays."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
