"""Tells Django of this floor."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "comity.ledger"
    label = "ledger"
