"""Opening the node's database for a command, with a sentence where it cannot be reached."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from comity.cli.ending import end


@contextmanager
def database() -> Iterator[None]:
    """Models can be used inside the block. Ends the command where the database is away or was never set up."""
    import django
    from django.apps import apps
    from django.db import OperationalError, ProgrammingError

    if not apps.ready:
        django.setup()
    try:
        yield
    except OperationalError as problem:
        first = str(problem).splitlines()[0]
        end(f"The node's database cannot be reached ({first}). Start the node, or see what DATABASE_URL names.")
    except ProgrammingError as problem:
        first = str(problem).splitlines()[0]
        end(f"The node's database is not set up for this version ({first}). Start the node once: that sets it up.")
