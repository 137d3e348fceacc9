"""Tells Django of this floor."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "comity.documents"
    label = "documents"
