"""One may walk down the stairs, never up: by import, and by foreign key."""

from __future__ import annotations

import configparser
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.db import models
from django.test.utils import isolate_apps

from comity.config import relations_check

ROOT = Path(__file__).resolve().parents[2]


def test_the_import_contracts_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


def test_the_models_keep_to_the_floors() -> None:
    assert [message for message in run_checks() if message.id == "comity.E001"] == []


def test_a_foreign_key_that_points_up_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check itself, on a house with a ledger that points at people, and people that rightly point at it."""
    with isolate_apps("comity.ledger", "comity.people") as house:

        class Entry(models.Model):  # noqa: DJ008
            author = models.ForeignKey("people.Person", on_delete=models.CASCADE)

            class Meta:
                app_label = "ledger"

        class Person(models.Model):  # noqa: DJ008
            first_entry = models.ForeignKey("ledger.Entry", on_delete=models.CASCADE, related_name="+")

            class Meta:
                app_label = "people"

        monkeypatch.setattr(relations_check, "apps", house)
        found = relations_check.relations_only_look_down(None)
    assert [message.obj for message in found] == [Entry]


def test_the_two_descriptions_of_the_stairs_agree() -> None:
    """Import contracts and the check of relations name the same floors in the same order."""
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter")
    layers = contracts["importlinter:contract:storeys"]["layers"].split("\n")
    named = [tuple(name.strip(" ()") for name in layer.split("|")) for layer in reversed(layers) if layer]
    floors = [tuple(sorted(floor)) for floor in relations_check.FLOORS]
    with_models = {app for floor in floors for app in floor}
    assert floors == [tuple(sorted(layer)) for layer in named if set(layer) & with_models]
