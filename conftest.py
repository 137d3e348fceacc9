"""What every test stands on: a node of its own in a temporary folder, a throwaway PostgreSQL, a clock that holds still.

Read before Django's settings are, so that nothing of the developer's own node is seen or touched.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import django
import pytest
from hypothesis import HealthCheck, settings

from comity.config.postgres.cluster import start_cluster
from comity.config.postgres.place import socket_folder
from comity.kernel.clock import frozen

_WORKER = os.environ.get("PYTEST_XDIST_WORKER")
_TEMPORARY = Path(tempfile.mkdtemp(prefix="comity-tests-"))
_CLUSTER = None
_UNLOCK_LEDGER = ("ALTER TABLE ledger_entry DISABLE TRIGGER USER",)
_EMPTY_JOBS = "TRUNCATE procrastinate_jobs CASCADE;"
_LOCK_LEDGER = (
    "ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER append_only",
    "ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER never_emptied",
)

# Hypothesis would fail an example that takes 200 ms, which a busy machine can make of any.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def _prepare() -> None:
    """Describe the tests' node in the environment; the first process also starts the database for all."""
    global _CLUSTER  # noqa: PLW0603
    _TEMPORARY.chmod(0o755)  # the database server's user passes through it
    for name in [name for name in os.environ if name.startswith("COMITY_") and name != "COMITY_REQUIRE_BROWSER"]:
        del os.environ[name]
    home = _TEMPORARY / "home"
    (home / "static").mkdir(parents=True)
    os.environ["COMITY_HOME"] = str(home)
    os.environ["DJANGO_SETTINGS_MODULE"] = "comity.config.settings"
    if not os.environ.get("DATABASE_URL"):
        _CLUSTER = start_cluster(_TEMPORARY / "database", throwaway=True)
        folder = socket_folder(_TEMPORARY / "database")
        os.environ["DATABASE_URL"] = f"postgresql://comity@/comity?host={folder}"
    django.setup()
    _live_in(home)
    _serve_static_files_unhashed()
    _let_tests_empty_the_ledger()


def _live_in(home: Path) -> None:
    """Each process is a node of its own. One that xdist started inherits the first one's environment, and pytest-django
    has read the settings from that before this file was: two would then share one folder of keys."""
    from django.conf import settings

    settings.ENV = replace(settings.ENV, home=home)
    settings.STATIC_ROOT = home / "static"


def _serve_static_files_unhashed() -> None:
    """Tests read static files where they lie; that the hashed ones are complete is for the test of the whole node."""
    from django.conf import settings

    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": plain}}


def _let_tests_empty_the_ledger() -> None:
    """Tests that commit end by truncating every table; the ledger refuses that to everybody who does not own it, and
    the jobs are in tables that Django does not manage, so that one test's deliveries would wait for the next."""
    from django.db.backends.postgresql.operations import DatabaseOperations

    flush = DatabaseOperations.sql_flush

    def with_ledger(self: DatabaseOperations, style: Any, tables: list[str], **options: Any) -> list[str]:
        statements = flush(self, style, tables, **options)
        return [*_UNLOCK_LEDGER, *statements, *_LOCK_LEDGER, _EMPTY_JOBS] if "ledger_entry" in tables else statements

    setattr(DatabaseOperations, "sql_flush", with_ledger)  # noqa: B010


def _clean() -> None:
    """Stop what this process started, and leave no file; also when the tests could not even be collected."""
    if _CLUSTER is not None:
        _CLUSTER.stop()
    shutil.rmtree(_TEMPORARY, ignore_errors=True)


def pytest_unconfigure() -> None:
    """The usual end. Some of pytest's processes skip it, others skip exit handlers."""
    _clean()


@pytest.fixture
def frozen_clock() -> Iterator[Callable[[datetime], None]]:
    """Call it with an aware moment: the kernel's clock then holds still there until the test ends, or the next call."""
    with ExitStack() as stack:
        yield lambda moment: stack.enter_context(frozen(moment))


atexit.register(_clean)
_prepare()
