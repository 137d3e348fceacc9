"""One process with one database: reads the name of a page, opens it, writes how long that took. Started by `desk.py`.

The whole of Django answers (its test client: middleware, session, templates, database), but no network.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from random import Random
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comity.config.settings")

USER = "load-duty-officer-1"


def main() -> None:
    import django

    django.setup()
    logging.disable(logging.CRITICAL)
    from django.conf import settings
    from django.test import Client

    from comity.config.collector import set_aside_what_stands
    from comity.people.access import user_named
    from desking.busy import Busy
    from desking.pages import PAGES

    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": plain}}
    settings.ALLOWED_HOSTS = ["*"]
    set_aside_what_stands()
    browser = Client()
    browser.force_login(user_named(USER), backend="django.contrib.auth.backends.ModelBackend")
    random, known = Random(1), _known(Random(2))  # noqa: S311 (chooses pages)
    busy = Busy(int(_column("SELECT pg_backend_pid()")[0]))
    _say({"requests": _count()})
    for line in sys.stdin:
        address = PAGES[line.strip()](random, known)
        before, start = busy.seconds(), time.perf_counter()
        response = browser.get(address)
        taken, used = time.perf_counter() - start, busy.seconds() - before
        if response.status_code != 200:
            raise SystemExit(f"{address} answered {response.status_code}")
        _say({"ms": taken * 1000, "busy": used * 1000})


def _known(random: Random) -> Any:
    from desking.pages import Known

    most = _column("SELECT max(id) FROM casework_request")[0]
    keys = [random.randrange(1, int(most) + 1) for _ in range(300)]
    return Known(*(_column(sql, keys) for sql in _SQL))


_VISIBLE = "FROM casework_request r JOIN casework_case c ON c.id = r.case_id WHERE r.id = ANY(%s) AND NOT c.restricted"
_SQL = (
    f"SELECT r.reference {_VISIBLE}",
    f"SELECT c.reference {_VISIBLE}",
    "SELECT value FROM casework_requestidentifier WHERE request_id = ANY(%s)",
    "SELECT (extract(epoch FROM changed_at) * 1000000)::bigint || '.' || id FROM casework_request WHERE id = ANY(%s)",
)
"""In the order of what is known."""


def _column(sql: str, *values: Any) -> list[str]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [row[0] for row in cursor.fetchall()]


def _count() -> int:
    return int(_column("SELECT count(*) FROM casework_request")[0])


def _say(said: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
