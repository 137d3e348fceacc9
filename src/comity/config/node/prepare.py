"""`comity prepare`: brings the database, the static files, the packs and the demonstration world up to date, and ends.

Each step does nothing when there is nothing to do, so that a second start takes seconds.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from typing import TypeVar

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.utils import OperationalError

from comity.config.env import Env
from comity.config.problem import NodeProblem

T = TypeVar("T")


def prepare() -> str:
    """Prepare the node. Returns what a person should read when it is open. Raises NodeProblem."""
    django.setup()
    env: Env = settings.ENV
    _reach_database()
    _step("Bringing the database up to date", _migrate)
    _step("Collecting styles and scripts", collect_static_files)
    from comity.config.facts import load_facts

    _step("Loading the packs", load_facts)
    from comity.config import demonstration

    demonstration.require_safe(env)
    if not env.demonstration:
        return ""
    return _step("Loading the demonstration world", demonstration.load)


def collect_static_files() -> None:
    """Collect, hash and compress static files, unless they are those that are collected already."""
    stamp = settings.ENV.home / "static.sum"
    found = _fingerprint()
    if stamp.exists() and stamp.read_text() == found and (settings.STATIC_ROOT / "staticfiles.json").exists():
        return
    stamp.unlink(missing_ok=True)
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(found)


def _fingerprint() -> str:
    from django.contrib.staticfiles.finders import get_finders

    total = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            with storage.open(path) as file:
                total.update(f"{path}\0".encode() + hashlib.sha256(file.read()).digest())
    return total.hexdigest()


def _migrate() -> None:
    """Without a limit on statements: to read a million rows anew takes longer than any page may."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
    try:
        call_command("migrate", interactive=False, verbosity=0)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET statement_timeout")


def _reach_database() -> None:
    try:
        connection.ensure_connection()
    except OperationalError as problem:
        where = "the one that DATABASE_URL names" if settings.ENV.database_url else "the node's own"
        said = " ".join(str(problem).split())
        raise NodeProblem(f"The database ({where}) can't be reached: {said}") from problem


def _step(name: str, do: Callable[[], T]) -> T:
    sys.stderr.write(f"{name} …\n")
    return do()
