"""Opens the programme's pages in this process, as the programme officer: all of Django answers, but no network."""

from __future__ import annotations

import logging
import time
from random import Random
from typing import Any

from desking.busy import Busy

USER = "load-programme-officer-1"


class Opener:
    """Made once Django is set up."""

    def __init__(self) -> None:
        logging.disable(logging.CRITICAL)
        from django.conf import settings
        from django.db import connection
        from django.test import Client

        from comity.config.collector import set_aside_what_stands
        from comity.people.access import user_named
        from programming.pages import known, missing, pages

        plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
        settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": plain}}
        settings.ALLOWED_HOSTS = ["*"]
        set_aside_what_stands()
        self._browser = Client()
        self._browser.force_login(user_named(USER), backend="django.contrib.auth.backends.ModelBackend")
        self._known: Any = known()
        self._random = Random(1)  # noqa: S311 (chooses pages)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self._busy = Busy(int(cursor.fetchone()[0]))
        self.pages = pages(self._known)
        self.missing = missing(self._known)

    def take(self, page: str) -> tuple[float, float]:
        """Milliseconds that the page took, and that processors worked for it, the database's included."""
        address = self.pages[page](self._random, self._known)
        before, start = self._busy.seconds(), time.perf_counter()
        response = self._browser.get(address)
        taken, used = time.perf_counter() - start, self._busy.seconds() - before
        if response.status_code != 200:
            raise SystemExit(f"{address} answered {response.status_code}")
        return taken * 1000, used * 1000
