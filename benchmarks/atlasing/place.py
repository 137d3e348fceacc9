"""A database of the benchmark's own, gone when it ends: beside the one that DATABASE_URL names, else on a server of its
own."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg


@contextmanager
def own_database() -> Iterator[None]:
    """Points DATABASE_URL and COMITY_HOME at places that nothing else uses, and takes them away afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="comity-bench-atlas-"))
    folder.chmod(0o755)  # the database server's user passes through it
    (folder / "home" / "static").mkdir(parents=True)
    os.environ["COMITY_HOME"] = str(folder / "home")
    os.environ["DJANGO_SETTINGS_MODULE"] = "comity.config.settings"
    given = os.environ.get("DATABASE_URL", "")
    try:
        with _beside(given) if given else _on_a_server_of_its_own(folder / "database"):
            yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _beside(url: str) -> Iterator[None]:
    name = f"comity_bench_atlas_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        os.environ["DATABASE_URL"] = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        try:
            yield
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def _on_a_server_of_its_own(folder: Path) -> Iterator[None]:
    from comity.config.postgres.cluster import start_cluster
    from comity.config.postgres.place import socket_folder

    cluster = start_cluster(folder, throwaway=True)
    os.environ["DATABASE_URL"] = f"postgresql://comity@/comity?host={socket_folder(folder)}"
    try:
        yield
    finally:
        cluster.stop()
