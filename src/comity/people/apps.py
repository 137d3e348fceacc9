"""Tells Django of this floor."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "comity.people"
    label = "people"

    def ready(self) -> None:
        from comity.people import handlers  # noqa: F401  connecting is the import's effect
