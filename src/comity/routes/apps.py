"""Tells Django of this floor."""

from django.apps import AppConfig


class RoutesConfig(AppConfig):
    name = "comity.routes"
    label = "routes"
