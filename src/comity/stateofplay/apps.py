"""Tells Django of this floor."""

from django.apps import AppConfig


class StateOfPlayConfig(AppConfig):
    name = "comity.stateofplay"
    label = "stateofplay"
