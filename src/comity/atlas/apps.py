"""Tells Django of this floor."""

from django.apps import AppConfig


class AtlasConfig(AppConfig):
    name = "comity.atlas"
    label = "atlas"
