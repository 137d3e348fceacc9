"""Tells Django of this floor."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "comity.programme"
    label = "programme"
