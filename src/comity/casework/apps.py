"""Tells Django of this floor, and lets its handlers subscribe."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "comity.casework"
    label = "casework"

    def ready(self) -> None:
        from comity.casework import handlers  # noqa: F401  subscribing is the import's effect
