"""Loads the packs into the database when the node is prepared: conducts, and decides nothing itself."""

from __future__ import annotations

from django.conf import settings

from comity.atlas.actions.load_packs import load_packs
from comity.ledger.rules.actor import SYSTEM
from comity.programme.actions.adopt_projects import adopt_projects


def load_facts() -> None:
    """Load the node's packs. Raises PackProblems with file, line and fact; a pack never loads half.

    Projects that are new in them are kept from then on.
    """
    load_packs(settings.ENV.packs, actor=SYSTEM)
    adopt_projects(actor=SYSTEM)
