"""Every change of a model has its migration, and the system's own checks find nothing."""

from __future__ import annotations

import pytest
from django.core.checks import run_checks
from django.core.management import call_command


@pytest.mark.django_db
def test_no_model_has_changed_without_a_migration() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_django_finds_nothing_to_complain_of() -> None:
    assert run_checks(databases=["default"]) == []
