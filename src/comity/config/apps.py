"""Registers the check that holds foreign keys to the floors."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "comity.config"
    label = "config"

    def ready(self) -> None:
        from comity.config import relations_check  # noqa: F401  registering is the import's effect
