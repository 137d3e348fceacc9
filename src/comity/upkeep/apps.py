"""Tells Django of this floor."""

from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    name = "comity.upkeep"
    label = "upkeep"
